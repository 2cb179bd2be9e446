/**
 * Makes raw bytes fit for a parser without losing a letter: one kind of line end, no mbox envelope, no NUL, no
 * blank lines before the headers. Works on bytes, in one pass. It does not look at charsets or MIME structure.
 */

const CR = 13;
const LF = 10;
const FROM_LINE = /^>?From [^\n]{0,998}\d\d:\d\d[^\n]{0,200}\n/;

export interface NormalisedMail {
  /** Lines end in LF. */
  readonly bytes: Uint8Array;
  readonly problems: readonly string[];
}

/**
 * CRLF, lone CR and mixtures all become LF (a lone CR only counts as a line end where the mail has hardly any LF, so
 * that a stray CR inside a body line does not tear it apart); NUL bytes go; UTF-16 is turned into UTF-8.
 */
export function normalise(raw: Uint8Array): NormalisedMail {
  const problems: string[] = [];
  let bytes = fromUtf16(raw, problems);
  const counted = count(bytes);
  const crOnly = counted.loneCr > 2 && counted.loneCr > counted.lf * 2;
  if (crOnly) problems.push("The line ends were carriage returns only; they were read as ordinary line ends.");
  if (counted.nul > 0) problems.push(`${counted.nul} NUL bytes were left out.`);
  if (counted.cr > 0 || counted.nul > 0) bytes = withLineFeeds(bytes, crOnly);
  return { bytes: withoutEnvelope(bytes), problems };
}

function count(bytes: Uint8Array) {
  let cr = 0;
  let lf = 0;
  let loneCr = 0;
  let nul = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LF) lf++;
    else if (byte === CR) {
      cr++;
      if (bytes[i + 1] !== LF) loneCr++;
    } else if (byte === 0) nul++;
  }
  return { cr, lf, loneCr, nul };
}

function withLineFeeds(bytes: Uint8Array, crOnly: boolean): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) continue;
    if (byte !== CR) out[length++] = byte;
    else if (bytes[i + 1] === LF) continue;
    else if (bytes[i + 1] === CR && bytes[i + 2] === LF) continue;
    else out[length++] = crOnly ? LF : 32;
  }
  return out.subarray(0, length);
}

function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  let start = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) start = 3;
  while (bytes[start] === LF) start++;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(1300, bytes.length - start)).toString(
    "latin1",
  );
  const envelope = FROM_LINE.exec(head);
  return bytes.subarray(start + (envelope ? envelope[0].length : 0));
}

function fromUtf16(raw: Uint8Array, problems: string[]): Uint8Array {
  const mark = raw.length < 4 ? "" : `${raw[0]},${raw[1]}`;
  if (mark !== "255,254" && mark !== "254,255") return raw;
  problems.push("The whole mail was stored as UTF-16; it was turned into UTF-8.");
  return new TextEncoder().encode(new TextDecoder(mark === "255,254" ? "utf-16le" : "utf-16be").decode(raw));
}
