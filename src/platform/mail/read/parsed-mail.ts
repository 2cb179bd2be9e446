/**
 * The shape of a mail that was read: what the desk needs, in the words of the desk, nothing of the library underneath.
 * Everything here can be sent between threads (structured clone). No behaviour lives in this file.
 */

/** One header as it stood, in order. The value is unfolded, encoded words are decoded. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** `name` is "" where the sender gave none. `address` is lower-cased in its domain only. */
export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

export interface MailAttachment {
  /** Safe to write to a disk and to show: no path, no control or direction characters, never empty. */
  readonly name: string;
  /** Decided by us from the bytes and the name, not believed from the mail. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Uint8Array;
  /** Without angle brackets. */
  readonly contentId?: string;
  /** True where the HTML shows it in place. */
  readonly inline: boolean;
}

/** Who is speaking: a person, a machine, a list, or a server that could not deliver. */
export type MailClass = "human" | "automatic" | "list" | "bounce";

export interface Bounce {
  /** Hard: the address will not work again. Soft: it may work later, or it was our content or reputation. */
  readonly verdict: "hard" | "soft" | "undecided";
  /** Enhanced status code (RFC 3463), "" where none was found. */
  readonly status: string;
  /** In the vocabulary of Sisimai: userunknown, mailboxfull, expired … */
  readonly reason: string;
  readonly recipients: readonly string[];
  /** Message-ID of the mail that could not be delivered, without angle brackets. */
  readonly originalMessageId?: string;
  /** The sentence of the other server, at most 1,000 characters. */
  readonly diagnostic: string;
  /** The other server goes on trying; until when, where it says so. Nothing is decided. */
  readonly delayed?: { readonly until: Date | null };
}

/** UTF-16 offsets into `text`, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface ParsedMail {
  /** In order, at most 500 of at most 8,000 characters each. */
  readonly headers: readonly MailHeader[];
  /** Without angle brackets, as are inReplyTo and references. */
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from?: MailAddress;
  readonly sender?: MailAddress;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  /** "" for the null return path `<>`, undefined where the header is missing. */
  readonly returnPath?: string;
  readonly subject: string;
  readonly sentAt?: Date;
  /** The whole text. `reply + folded === text`. */
  readonly text: string;
  readonly reply: string;
  readonly folded: string;
  /** Quoted passages that stayed inside the reply (answers between the lines, or below the quote). */
  readonly quotedInReply: readonly TextSpan[];
  /** Sanitised; undefined where the mail had no HTML. */
  readonly html?: string;
  readonly replyHtml?: string;
  readonly foldedHtml?: string;
  readonly hasRemoteImages: boolean;
  readonly attachments: readonly MailAttachment[];
  readonly class: MailClass;
  /** Whether an automatic mail may go back to this sender (RFC 3834 §2 and the lists of the mature desks). */
  readonly mayAnswerAutomatically: boolean;
  /** Why it was classed so, in sentences. */
  readonly why: readonly string[];
  readonly bounce?: Bounce;
  /** What could not be understood, in sentences. The mail is shown all the same. */
  readonly problems: readonly string[];
}
