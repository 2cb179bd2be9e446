/**
 * Opens winmail.dat (TNEF, MS-OXTNEF): the files inside and the text. Every read is checked against the length, sizes are
 * capped, nothing is executed; what is broken ends the walk and gives what was found so far. No compressed RTF.
 */
import { decodeUnlabelled } from "./charset.ts";

interface WinmailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Winmail {
  readonly files: readonly WinmailFile[];
  readonly text: string;
  readonly html: string;
}

const SIGNATURE = 0x223e9f78;
const ATTACH_BEGIN = 0x9002;
const ATTACH_TITLE = 0x8010;
const ATTACH_DATA = 0x800f;
const ATTACH_PROPERTIES = 0x9005;
const BODY = 0x800c;
const MESSAGE_PROPERTIES = 0x9003;
const MAX_FILES = 200;

const PR_BODY = 0x1000;
const PR_HTML = 0x1013;
const PR_LONG_NAME = 0x3707;
const PR_MIME = 0x370e;
const PR_DATA = 0x3701;

/** Undefined where the bytes are no TNEF at all. */
export function readWinmail(bytes: Uint8Array): Winmail | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== SIGNATURE) return undefined;
  const files: { name: string; type: string; content: Uint8Array }[] = [];
  let text = "";
  let html = "";
  let at = 6;
  while (at + 11 <= bytes.length && files.length < MAX_FILES) {
    const id = view.getUint16(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const data = bytes.subarray(at + 9, Math.min(bytes.length, at + 9 + length));
    at += 9 + length + 2;
    const file = files.at(-1);
    if (id === ATTACH_BEGIN) files.push({ name: "", type: "", content: new Uint8Array() });
    else if (id === BODY) text = untilNul(data);
    else if (id === MESSAGE_PROPERTIES) {
      const properties = readProperties(data);
      text ||= stringOf(properties.get(PR_BODY));
      html ||= stringOf(properties.get(PR_HTML));
    } else if (file && id === ATTACH_TITLE) file.name ||= untilNul(data);
    else if (file && id === ATTACH_DATA) file.content = data.slice();
    else if (file && id === ATTACH_PROPERTIES) {
      const properties = readProperties(data);
      file.name = stringOf(properties.get(PR_LONG_NAME)) || file.name;
      file.type = stringOf(properties.get(PR_MIME));
      if (file.content.length === 0) file.content = properties.get(PR_DATA)?.bytes.slice() ?? file.content;
    }
  }
  return { files: files.filter((file) => file.content.length > 0), text, html };
}

interface Property {
  readonly bytes: Uint8Array;
  readonly unicode: boolean;
}

const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** MAPI properties by id, variable-length ones only (MS-OXTNEF §2.1.3.4). Stops at the first thing it does not know. */
function readProperties(data: Uint8Array): Map<number, Property> {
  const found = new Map<number, Property>();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 4;
  const room = (n: number) => at + n <= data.length;
  const count = data.length >= 4 ? Math.min(view.getUint32(0, true), 2000) : 0;
  for (let i = 0; i < count && room(4); i++) {
    const type = view.getUint16(at, true);
    const id = view.getUint16(at + 2, true);
    at += 4;
    if (id >= 0x8000) {
      if (!room(24)) break;
      const named = view.getUint32(at + 16, true) === 1;
      at += named ? 24 + padded(view.getUint32(at + 20, true)) : 24;
    }
    const base = type & 0x0fff;
    const many = (type & 0x1000) !== 0;
    const size = FIXED[base];
    if (size !== undefined && !many) {
      at += size;
      continue;
    }
    if (!room(4)) break;
    const values = view.getUint32(at, true);
    at += 4;
    if (size !== undefined) at += Math.min(values, data.length) * size;
    else if ([0x1e, 0x1f, 0x0d, 0x102].includes(base)) {
      for (let n = 0; n < values && room(4); n++) {
        const length = view.getUint32(at, true);
        at += 4;
        if (n === 0)
          found.set(id, { bytes: data.subarray(at, Math.min(data.length, at + length)), unicode: base === 0x1f });
        at += padded(length);
      }
    } else break;
  }
  return found;
}

function padded(length: number): number {
  return length + ((4 - (length % 4)) % 4);
}

function untilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeUnlabelled(end < 0 ? bytes : bytes.subarray(0, end));
}

function stringOf(property: Property | undefined): string {
  if (!property) return "";
  if (!property.unicode) return untilNul(property.bytes);
  const text = new TextDecoder("utf-16le").decode(property.bytes);
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}
