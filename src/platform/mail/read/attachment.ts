/**
 * Decides what an attachment is called and what it is. Names and types in a mail are claims by a stranger: the name is
 * made safe, the type is decided from the first bytes, then from the name, and what is neither is a plain download.
 * It does not scan for viruses.
 */
import { decodeHeaderWords } from "./charset.ts";

const SIGNATURES: readonly (readonly [string, readonly number[], number?])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x57, 0x45, 0x42, 0x50], 8],
  ["image/bmp", [0x42, 0x4d]],
  ["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["application/gzip", [0x1f, 0x8b]],
  ["application/x-7z-compressed", [0x37, 0x7a, 0xbc, 0xaf]],
  ["application/vnd.rar", [0x52, 0x61, 0x72, 0x21]],
  ["application/x-msdownload", [0x4d, 0x5a]],
  ["audio/mpeg", [0x49, 0x44, 0x33]],
  ["video/mp4", [0x66, 0x74, 0x79, 0x70], 4],
  ["application/zip", [0x50, 0x4b, 0x03, 0x04]],
];

const OFFICE = "application/vnd.openxmlformats-officedocument";
const BY_ENDING: Readonly<Record<string, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  rtf: "application/rtf",
  pdf: "application/pdf",
  zip: "application/zip",
  txt: "text/plain",
  log: "text/plain",
  csv: "text/csv",
  md: "text/plain",
  ics: "text/calendar",
  vcf: "text/vcard",
  eml: "message/rfc822",
  heic: "image/heic",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  wav: "audio/wav",
  ogg: "audio/ogg",
  mp4: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  p7s: "application/pkcs7-signature",
  asc: "application/pgp-signature",
  tnef: "application/ms-tnef",
};

/** Types that may be believed because opening them can do nothing: the desk never shows them as a page. */
const BELIEVED =
  /^(?:text\/(?:plain|csv|calendar|vcard|rfc822-headers)|message\/[a-z0-9.+-]+|audio\/[a-z0-9.+-]+|video\/[a-z0-9.+-]+|application\/(?:ms-tnef|pkcs7-[a-z]+|pgp-[a-z]+|json|rtf|msword|vnd\.[a-z0-9.+-]+))$/;
/** A page or a script, whatever it is called: only ever a download. */
const ACTIVE =
  /^(?:text\/(?:html|xml|javascript|x-|ecmascript|css)|application\/(?:xhtml|xml|javascript|x-javascript|ecmascript)|image\/svg)/;

/** @param claimed the Content-Type of the part. */
export function safeType(claimed: string, name: string, content: Uint8Array): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const bySignature = SIGNATURES.find(([, bytes, offset = 0]) =>
    bytes.every((byte, i) => content[offset + i] === byte),
  )?.[0];
  const byEnding = BY_ENDING[ending];
  if (bySignature === "application/zip") return byEnding?.startsWith("application/vnd.") ? byEnding : bySignature;
  if (bySignature) return bySignature;
  const said = claimed.toLowerCase().trim();
  if (ACTIVE.test(said) || /^(?:x?html?|svgz?|xml|js|mjs|css|hta|xht)$/.test(ending)) return "application/octet-stream";
  if (BELIEVED.test(said)) return said === "application/vnd.ms-tnef" ? "application/ms-tnef" : said;
  if (byEnding && !byEnding.startsWith("image/")) return byEnding;
  if (said === "image/heic" || said === "image/heif") return said;
  return "application/octet-stream";
}

const TYPE_ENDING: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "application/pdf": "pdf",
  "text/calendar": "ics",
  "message/rfc822": "eml",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/vcard": "vcf",
  "message/delivery-status": "txt",
  "application/ms-tnef": "dat",
};

/** A name without path, control, direction or reserved characters, at most 150 characters, never empty or a device name. */
export function safeName(claimed: string | null | undefined, type: string, index: number): string {
  const name = decodeHeaderWords(claimed ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, "")
    .replace(/^.*[\\/]/, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (name === "") return `part-${index + 1}.${TYPE_ENDING[type] ?? "bin"}`;
  const named = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `_${name}` : name;
  if (named.length <= 150) return named;
  const dot = named.lastIndexOf(".");
  const ending = dot > 0 && named.length - dot <= 12 ? named.slice(dot) : "";
  return [...named.slice(0, 150 - ending.length)].filter((c) => !/^[\ud800-\udfff]$/.test(c)).join("") + ending;
}
