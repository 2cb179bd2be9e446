/**
 * The few charset troubles the MIME library leaves to us: UTF-7, headers with raw eight-bit bytes, and text that is
 * UTF-8 although it says otherwise. Everything else (iso-2022-jp, gb2312, ks_c_5601-1987, koi8-r …) is decoded by the
 * library through TextDecoder. Never throws.
 */
import { decodeWords } from "postal-mime";

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/** RFC 2152. Unknown sequences stay as they are. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (all, block: string) => {
    if (block === "") return all.endsWith("-") ? "+" : all;
    const bytes = Buffer.from(block, "base64");
    if (bytes.length < 2) return all;
    let out = "";
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      out += String.fromCharCode(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
    }
    return out;
  });
}

/** UTF-8 where the bytes are valid UTF-8, otherwise Windows-1252, which is what unlabelled mail means in practice. */
export function decodeUnlabelled(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

const UTF7_WORD = /=\?(?:unicode-1-1-|x-unicode-2-0-)?utf-7\?([qb])\?([^?\s]{0,2000})\?=/gi;

/** Encoded words (RFC 2047) and UTF-7 words, from a value whose bytes were already made a string. */
export function decodeHeaderWords(value: string): string {
  if (!value.includes("=?")) return value;
  const plain = value.replace(UTF7_WORD, (_all, kind: string, body: string) => {
    const ascii = kind.toLowerCase() === "b" ? Buffer.from(body, "base64").toString("latin1") : fromQ(body);
    return decodeUtf7(ascii);
  });
  try {
    return withoutControls(decodeWords(plain));
  } catch {
    return withoutControls(plain);
  }
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, " ").toWellFormed();
}

function fromQ(body: string): string {
  return body
    .replaceAll("_", " ")
    .replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Repairs "FÃ¼r" to "Für": text that was decoded as Windows-1252 although its bytes were UTF-8. Changes nothing
 * unless every non-ASCII character takes part in a valid UTF-8 sequence.
 */
export function repairDoubleDecoded(text: string): string {
  if (
    !/[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]/.test(
      text,
    )
  ) {
    return text;
  }
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 256 ? code : WINDOWS_1252.get(code);
    if (byte === undefined) return text;
    bytes[i] = byte;
  }
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return text;
  }
}

const WINDOWS_1252 = new Map<number, number>(
  Array.from({ length: 32 }, (_unused, i) => [windows1252.decode(Uint8Array.of(0x80 + i)).charCodeAt(0), 0x80 + i]),
);
