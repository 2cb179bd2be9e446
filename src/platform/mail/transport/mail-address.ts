/**
 * Which strings may stand where a mail address stands: in a header line we write, in an SMTP command we send. Stricter than
 * RFC 5322 on purpose (no comments, no groups, no line folding). Reading strangers' addresses is another matter.
 */

export interface MailAddress {
  /** The display name, any text. */
  readonly name?: string;
  /** `local@domain`; letters beyond ASCII are allowed on both sides. */
  readonly address: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be refused
const PLAIN = /^[^\s\u0000-\u001f\u007f-\u009f<>()[\]\\,;:@"]+@[^\s\u0000-\u001f\u007f-\u009f<>()[\]\\,;:@"]+$/;

/** Whether we write to this address. 254 octets is the longest that SMTP can carry (RFC 5321 §4.5.3.1.3). */
export function isSendableAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    Buffer.byteLength(address) <= 254 &&
    PLAIN.test(address) &&
    !/^\.|\.\.|\.@|@\.|\.$/.test(address)
  );
}
