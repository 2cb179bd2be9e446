/** Mailboxes: an address with its way in, its way out, its hours and its people; and the outbox, from which all mail leaves. */
import "./tables.ts";

export { brakeHolds, forgetAutomaticMailTo, forgetOldAutomaticMail, noteAutomaticMail } from "./loop-brake.ts";
export { mailboxesByPerson, mailboxesSeenOnlyBy, setMailboxesOf } from "./mailbox-people.ts";
export { afterOpenMinutes, isOpenAt, OFFICE_WEEK, type OpenHours, type Week } from "./open-hours.ts";
export {
  finishFailed,
  finishSent,
  holdAll,
  holdScheduled,
  type Lessee,
  leaseNext,
  lookAtOutbox,
  type MailToSend,
  type OutboxMail,
  outboxOf,
  putInOutbox,
  RENEW_LEASE_EVERY_MS,
  renewLease,
  sendAgain,
  sendWaitingNow,
  stuckInOutbox,
  takeBack,
  tryLater,
} from "./outbox.ts";
export { type OutboxHealth, outboxHealth } from "./outbox-health.ts";
export {
  forgetSignIn,
  imapInOf,
  isSameServer,
  keepSecretIn,
  oauthClientOf,
  readSecret,
  type SecretName,
  smtpOutOf,
} from "./servers.ts";
export {
  addSnippet,
  changeSnippet,
  countSnippetsOf,
  findSnippet,
  giveSnippetsTo,
  listSnippets,
  removeSnippet,
  type Snippet,
  type SnippetText,
} from "./snippets.ts";
export {
  addMailbox,
  aliasesAndPeople,
  audiencesOf,
  changeMailbox,
  countUnsent,
  findFolderPlace,
  findMailbox,
  findSecret,
  holdMailbox,
  holdMailboxesAt,
  keepFolderPlace,
  listMailboxes,
  lockMailbox,
  lockMailboxes,
  type Mailbox,
  mailboxesAt,
  noteLookedInto,
  openHoursOf,
  ownAddresses,
  removeMailbox,
  removeSampleMailboxes,
  setAliasesAndPeople,
  setTrouble,
  visibleMailboxIds,
  whereAddressesLead,
  withoutSuffix,
} from "./store.ts";
export { putSystemMail, systemMailbox } from "./system-mail.ts";
export type { MailboxTable, ServerSettings } from "./tables.ts";
export { nextTroubleToTell, noteTold, type TroubleToTell } from "./trouble-to-tell.ts";
