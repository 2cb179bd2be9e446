/**
 * Mail, as bytes and sockets: letting it in, sending it out, writing it, reading it. Knows no customer and no table: whatever
 * has to be decided or kept comes in as a function.
 */

export { safeName, safeType } from "./read/attachment.ts";
export { type Authentication, type AuthenticationResult, readAuthentication } from "./read/authentication.ts";
export { type ForwardedSender, originalSenderOfForward } from "./read/forwarded-sender.ts";
export { htmlToPlainText } from "./read/html-text.ts";
export { parseMail } from "./read/parse-mail.ts";
export type {
  Bounce,
  MailAddress as ReadAddress,
  MailAttachment as ReadAttachment,
  MailClass,
  MailHeader,
  ParsedMail,
  TextSpan,
} from "./read/parsed-mail.ts";
export { createMailReader, type MailReader, type MailReaderOptions, type ReadResult } from "./read/pool.ts";
export { readTokens, type ThreadToken } from "./read/read-tokens.ts";
export { type SanitisedHtml, sanitiseHtml } from "./read/sanitise-html.ts";
export { type SpamOpinion, spamHeaders } from "./read/spam-headers.ts";
export { checkToken, makeMessageId, makePlusAddress, makeReturnPath, type TokenSecret } from "./read/thread-token.ts";
export type { FetchedMail, FolderPlace } from "./transport/catch-up.ts";
export { type ComposedMail, composeMail, type MailAttachment, type MailParts } from "./transport/compose-mail.ts";
export type { Envelope, RejectedRecipient, SubmitResult } from "./transport/deliver-once.ts";
export type { ImapIn, ImapPatience } from "./transport/imap-in.ts";
export { isSendableAddress, type MailAddress } from "./transport/mail-address.ts";
export {
  type AskToAllow,
  authorizationUrl,
  exchangeCode,
  newCodeVerifier,
  type OauthClient,
  OauthFailure,
  type TokenKeeperOptions,
  type Tokens,
  tokenKeeper,
} from "./transport/oauth.ts";
export { GOOGLE, microsoft, type OauthProvider } from "./transport/oauth-providers.ts";
export { probeImapIn } from "./transport/probe-imap-in.ts";
export { probeInboundLoop, probeListener } from "./transport/probe-inbound.ts";
export { probeSmtpOut, type SmtpProbe } from "./transport/probe-smtp-out.ts";
export { type Certificate, selfSignedCertificate } from "./transport/self-signed-certificate.ts";
export {
  type ArrivedMail,
  type SmtpLimits,
  type SmtpListener,
  type SmtpListenerOptions,
  startSmtpListener,
} from "./transport/smtp-listener.ts";
export type { MailLogin, MailSecurity, SmtpOut, SmtpPatience } from "./transport/smtp-out.ts";
export { answerSubject, forwardSubject } from "./transport/subject-marks.ts";
export { openSubmitter, type Submitter, type SubmitterOptions } from "./transport/submit.ts";
export { networkTrouble, type Probe, type Trouble, type TroubleCode } from "./transport/trouble.ts";
export { type ImapWatch, type WatchImapOptions, type WatchState, watchImap } from "./transport/watch-imap.ts";
export { growingPause, type Pause } from "./transport/watch-pause.ts";
