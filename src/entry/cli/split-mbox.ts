/**
 * Splits an mbox into mails (RFC 4155), whatever its size, with the memory of one mail. A new mail begins at a line `From …`
 * with a time in it that follows an empty line, because mail programs forget to guard such lines in the text. One `>` is
 * taken off guarded lines, as mboxrd and mboxo both want it.
 */

export interface MailInFile {
  /** The mail's bytes; undefined when it is larger than is taken in. */
  readonly raw: Buffer | undefined;
  /** Where it begins, in bytes. */
  readonly offset: number;
}

const LF = 10;
const CR = 13;
const GT = 62;
const FROM = Buffer.from("From ");
/** A line is judged by its beginning; what is longer than this is no postmark. */
const LONGEST_POSTMARK = 400;
const TIME = /\d{1,2}:\d\d/;

/** @param largest bytes; a larger mail is named but not kept. */
export async function* splitMbox(chunks: AsyncIterable<Buffer>, largest: number): AsyncGenerator<MailInFile> {
  let parts: Buffer[] = [];
  let size = 0;
  let startedAt = 0;
  let isOpen = false;
  /** The line before was empty, or there was none. */
  let afterEmpty = true;
  let offset = 0;

  const finished = (): MailInFile => ({
    raw: size > largest ? undefined : withoutSeparator(Buffer.concat(parts, size)),
    offset: startedAt,
  });
  const keep = (line: Buffer): void => {
    size += line.length;
    // A mail that is too large is counted on and not kept.
    if (size > largest) parts = [];
    else parts.push(line);
  };

  for await (const { bytes, isWhole, isBeginning } of linesOf(chunks)) {
    if (isBeginning && afterEmpty && isPostmark(bytes)) {
      if (isOpen) yield finished();
      parts = [];
      size = 0;
      startedAt = offset;
      isOpen = true;
    } else if (isOpen) keep(isBeginning ? unguarded(bytes) : bytes);
    offset += bytes.length;
    afterEmpty = isWhole && isBeginning && isEmpty(bytes);
  }
  if (isOpen) yield finished();
}

/** Whether a file is an mbox: it begins with a postmark. */
export const isMbox = (beginning: Buffer): boolean => isPostmark(beginning.subarray(0, LONGEST_POSTMARK));

function isPostmark(line: Buffer): boolean {
  if (!line.subarray(0, FROM.length).equals(FROM)) return false;
  const end = line.indexOf(LF);
  const text = line.subarray(0, end < 0 ? line.length : end);
  return text.length <= LONGEST_POSTMARK && TIME.test(text.toString("latin1"));
}

function unguarded(line: Buffer): Buffer {
  if (line[0] !== GT) return line;
  let quotes = 0;
  while (line[quotes] === GT) quotes += 1;
  return line.subarray(quotes, quotes + FROM.length).equals(FROM) ? line.subarray(1) : line;
}

const isEmpty = (line: Buffer): boolean => line[0] === LF || (line[0] === CR && line[1] === LF);

/** The empty line before the next postmark belongs to the mbox, not to the mail. */
function withoutSeparator(mail: Buffer): Buffer {
  if (mail.at(-1) !== LF) return mail;
  const before = mail.at(-2) === CR ? 2 : 1;
  return mail.at(-before - 1) === LF ? mail.subarray(0, -before) : mail;
}

interface Line {
  readonly bytes: Buffer;
  /** It ends here; false for a piece of a very long line. */
  readonly isWhole: boolean;
  /** It begins here. */
  readonly isBeginning: boolean;
}

/** Pieces of lines longer than this are passed on as they come: no line of any length fills the memory. */
const LONGEST_PIECE = 64 * 1024;

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let isBeginning = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let end = bytes.indexOf(LF, at); end >= 0; end = bytes.indexOf(LF, at)) {
      yield { bytes: bytes.subarray(at, end + 1), isWhole: true, isBeginning };
      isBeginning = true;
      at = end + 1;
    }
    rest = bytes.subarray(at);
    if (rest.length > LONGEST_PIECE) {
      yield { bytes: rest, isWhole: false, isBeginning };
      isBeginning = false;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield { bytes: rest, isWhole: false, isBeginning };
}
