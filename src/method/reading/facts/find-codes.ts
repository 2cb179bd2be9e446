/**
 * Numbers that name something: orders, parcels, invoices, serial numbers, cards, versions, error codes, telephones. A label
 * beside the number decides; without one only shapes that mean nothing else count.
 */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import type { Fact, FactKind, FactScene } from "./fact.ts";
import { passesLuhn } from "./passes-luhn.ts";
import { WAKES } from "./wakes.ts";

const LABELS: ReadonlyArray<readonly [FactKind, string]> = [
  [
    "order",
    "order orders ordernumber booking reservation purchase po bestellung bestellnummer bestell-nr auftrag auftragsnummer auftragsnr commande pedido orden pedidos zamówienia zamówienie zamówieniu ordine bestelling 注文番号 注文",
  ],
  [
    "tracking",
    "tracking parcel shipment consignment sendung sendungsnummer paketnummer suivi colis seguimiento envío przesyłki awb track",
  ],
  ["invoice", "invoice invoices receipt bill rechnung rechnungsnummer facture factura faktura faktury fattura"],
  [
    "reference",
    "ticket case reference ref claim complaint incident request rma confirmation customer account member membership contract policy vorgang vorgangsnummer ticketnummer kundennummer kunden vertragsnummer aktenzeichen dossier référence reclamación referencia cliente client conto",
  ],
  ["serial", "serial s/n sn imei model batch lot seriennummer modell série serie numéro-de-série"],
  ["error-code", "error code errorcode fehler fehlercode erreur fehlermeldung errno exception status"],
  ["card", "card karte carte tarjeta"],
];
const LABEL_OF: ReadonlyMap<string, FactKind> = new Map(
  LABELS.flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);
/** Words that may stand between a label and its number. */
const BETWEEN = new Set(
  "number numbers num no nr n n° ° nº num. numero número numéro nummer id code is was ist lautet est es : # . - = ( ending endet acaba en que in of the my von mit with".split(
    " ",
  ),
);
/** A capital code of letters, hyphens and digits: `LL-49615`, `KT-0442-19`, `1Z999AA10123456784`. Bounded, so linear. */
const CODE = /[\p{L}\d]{1,20}(?:[-/_.](?=[\p{L}\d]{0,19}\d)[\p{L}\d]{1,20}){0,5}/uy;
const BARE_CODE =
  /^(?:[A-Z]{1,5}[-_]\d{3,12}|[A-Z]{2,5}\d{4,14}|[A-Z]{1,4}-?\d{2,8}-[A-Z\d]{1,8}|[A-Z]{1,4}-[A-Z\d]{1,6}-\d{2,10})$/;
const PARCEL = /^(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|JD\d{16,18}|TBA\d{10,14})$/;
const ERROR_SHAPE = /^(?:0x[0-9a-f]{4,12}|E-?\d{1,5}|ERR[_-][A-Z_]{3,40}|[A-Z]{2,12}_[A-Z_]{3,40}|(?:HTTP)?[45]\d\d)$/;
const PHONE = /\+?\(?\d{1,4}\)?(?:[ \u00a0./-]?\(?\d{1,5}\)?){2,7}(?![\d]|[-/.]\d)/y;
const SPACED_DIGITS = /\d{2,7}(?: \d{2,7}){1,8}(?!\d)/y;
const VERSION = /v?\d{1,4}(?:\.\d{1,5}){1,4}(?:[-+][\p{L}\d.]{1,12})?(?:\s\(?build\s\d{1,9}\)?)?(?![\p{L}\d])/uy;
const VERSION_LABEL =
  /^(?:version|versión|versione|wersja|v|firmware|app|software|release|build|update|ios|ipados|macos|android|windows|ubuntu|fedora|debian|chrome|firefox|safari|plugin|driver|アプリは|バージョン)$/;

/** Every number between two tokens that names something. */
export function findCodes(scene: FactScene, first: number, last: number, into: Fact[]): void {
  let at = first;
  while (at < last) at = (mayName(scene, at) ? codeAt(scene, at, last, into) : undefined) ?? at + 1;
}

/** A figure, an address or a mark that belongs to one; or a word that may be the beginning of a code. */
function mayName({ segmentation, words }: FactScene, at: number): boolean {
  const { kind, norm, isShouted } = segmentation.tokens[at] as Token;
  return (kind === "word" && (isShouted || norm.length === 1)) || ((words[at] as Word).wakes & WAKES.code) !== 0;
}

function codeAt(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const { tokens } = scene.segmentation;
  const token = tokens[at] as Token;
  if (token.kind === "email" || token.kind === "url") {
    const value = token.kind === "email" ? token.norm.toLowerCase() : token.norm;
    put(scene, into, token.kind, token.start, token.end, value);
    return at + 1;
  }
  const isFigure = token.kind === "number" || token.kind === "code";
  if (token.norm === "+" || token.norm === "(") return phoneAt(scene, at, at + 1, last, into);
  if (token.norm === "#") return hashAt(scene, at, last, into);
  if (!isFigure && !(token.kind === "word" && (token.isShouted || token.norm.length === 1) && isJoined(scene, at)))
    return undefined;
  const label = labelBefore(tokens, at, Math.max(0, at - 6));
  return (
    versionAt(scene, at, last, label, into) ??
    labelledAt(scene, at, last, label, into) ??
    (isFigure ? (cardAt(scene, at, last, into) ?? phoneAt(scene, at, at, last, into)) : undefined) ??
    shapeAt(scene, at, last, into)
  );
}

/** Does a hyphen or underscore tie this word to a figure? `LL-49615`, `ERR_TIMED_OUT`. */
function isJoined(scene: FactScene, at: number): boolean {
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  return /[-_]/.test(text.charAt(token.end)) && tokens[at + 2]?.start === token.end + 1;
}

function labelBefore(tokens: readonly Token[], at: number, from: number): FactKind | undefined {
  for (let index = at - 1; index >= from; index -= 1) {
    const { norm, kind } = tokens[index] as Token;
    const label = LABEL_OF.get(norm);
    if (label !== undefined) {
      // "error code 43" is about the error; "order confirmation no. 12" about the order.
      const earlier = LABEL_OF.get(tokens[index - 1]?.norm ?? "");
      return earlier === "error-code" || (earlier !== undefined && label === "reference") ? earlier : label;
    }
    if (!BETWEEN.has(norm) && !(kind === "number" && index === at - 1)) return undefined;
    if (kind === "number" && !/^\d{1,2}$/.test(norm)) return undefined;
  }
  return undefined;
}

function codeText(scene: FactScene, at: number): string | undefined {
  CODE.lastIndex = (scene.segmentation.tokens[at] as Token).start;
  return CODE.exec(scene.segmentation.text)?.[0];
}

const skip = (scene: FactScene, at: number, last: number, end: number): number => {
  let to = at + 1;
  while (to < last && (scene.segmentation.tokens[to] as Token).start < end) to += 1;
  return to;
};

function labelledAt(
  scene: FactScene,
  at: number,
  last: number,
  label: FactKind | undefined,
  into: Fact[],
): number | undefined {
  if (label === undefined) return undefined;
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  if (label === "card") return cardEnding(scene, at, into);
  SPACED_DIGITS.lastIndex = token.start;
  const spaced = SPACED_DIGITS.exec(text)?.[0];
  const code = spaced !== undefined && spaced.replaceAll(" ", "").length >= 8 ? spaced : codeText(scene, at);
  if (code === undefined || !/\d/.test(code)) return undefined;
  const end = token.start + code.length;
  const digits = code.replace(/\D/g, "").length;
  const shortest = label === "error-code" ? 1 : /\p{L}/u.test(code) ? 2 : 3;
  if (digits < shortest || isCount(scene, at, end, label) || (label === "error-code" && digits > 12)) return undefined;
  put(scene, into, label, token.start, end, label === "error-code" ? code : code.replaceAll(" ", "").toUpperCase());
  return skip(scene, at, last, end);
}

/** "order 20 lamps", "invoice 12.03.2026", "account in 2023" count or date something and name nothing. */
function isCount(scene: FactScene, at: number, end: number, label: FactKind): boolean {
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  if (token.kind !== "number") return false;
  if (/[.,:/]\d/.test(text.slice(token.start, end + 2))) return true;
  const before = tokens[at - 1]?.norm;
  if (
    before === "of" ||
    (before === "in" && /^(?:19|20)\d\d$/.test(token.norm)) ||
    /[$€£]/.test(before ?? "") ||
    /^\s?[$€£%]/.test(text.slice(end, end + 2))
  )
    return true;
  const after = tokens[at + 1];
  const isFollowedByWord =
    after !== undefined &&
    after.kind === "word" &&
    after.start === end + 1 &&
    /^\p{Ll}/u.test(text.charAt(after.start));
  return (
    label !== "error-code" &&
    token.norm.length < 4 &&
    isFollowedByWord &&
    !/^(?:was|is|and|has|which|from|on|for|in|that|arrived|it|but|to)$/.test(after.norm)
  );
}

function versionAt(
  scene: FactScene,
  at: number,
  last: number,
  label: FactKind | undefined,
  into: Fact[],
): number | undefined {
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  if (!token.norm.includes(".") && text.charAt(token.end) !== ".") return undefined;
  VERSION.lastIndex = token.start;
  const found = VERSION.exec(text)?.[0];
  if (found === undefined || label === "order" || label === "invoice") return undefined;
  const before = tokens[at - 1];
  const isLabelled = VERSION_LABEL.test(before?.norm ?? "") || /^v\d/i.test(found);
  const bare = found.split(/[\s(+-]/)[0] as string;
  const parts = bare.replace(/^v/i, "").split(".");
  const isDate = parts.length === 3 && (parts[2] as string).length === 4 && Number(parts[1]) <= 12;
  const isAddress = parts.length === 4 && !isLabelled;
  const isGrouped = parts.length >= 2 && !isLabelled && parts.slice(1).every((part) => part.length === 3);
  if (
    isDate ||
    isAddress ||
    isGrouped ||
    (parts.length < 3 && !isLabelled) ||
    /^\s?[€$£%]/.test(text.slice(token.start + found.length, token.start + found.length + 2))
  )
    return undefined;
  const end = token.start + found.length;
  put(scene, into, "version", token.start, end, bare.replace(/^v/i, ""));
  return skip(scene, at, last, end);
}

function hashAt(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const next = scene.segmentation.tokens[at + 1];
  const hash = scene.segmentation.tokens[at] as Token;
  if (
    next === undefined ||
    at + 1 >= last ||
    next.start !== hash.end ||
    (next.kind !== "number" && next.kind !== "code" && !next.isShouted)
  )
    return undefined;
  const code = codeText(scene, at + 1);
  if (code === undefined || code.replace(/\D/g, "").length < 3) return undefined;
  put(
    scene,
    into,
    labelBefore(scene.segmentation.tokens, at, Math.max(0, at - 6)) ?? "order",
    next.start,
    next.start + code.length,
    code.toUpperCase(),
  );
  return skip(scene, at + 1, last, next.start + code.length);
}

function shapeAt(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const code = codeText(scene, at);
  const token = scene.segmentation.tokens[at] as Token;
  if (code === undefined || code.length < 3) return undefined;
  const end = token.start + code.length;
  const kind = PARCEL.test(code)
    ? "tracking"
    : ERROR_SHAPE.test(code) && !/^\d/.test(code)
      ? "error-code"
      : BARE_CODE.test(code)
        ? code.split("-").length > 2
          ? "serial"
          : "order"
        : undefined;
  if (kind === undefined || (/^\d/.test(code) && kind !== "tracking" && kind !== "error-code")) return undefined;
  put(scene, into, kind, token.start, end, kind === "error-code" ? code : code.toUpperCase());
  return skip(scene, at, last, end);
}

/** Only the last four digits of a card are ever kept. */
function cardEnding(scene: FactScene, at: number, into: Fact[]): number | undefined {
  const token = scene.segmentation.tokens[at] as Token;
  const before = scene.segmentation.tokens[at - 1]?.norm ?? "";
  if (!/^\d{4}$/.test(token.norm) || !/^(?:in|with|en|auf|par|ending)$/.test(before)) return undefined;
  put(scene, into, "card", token.start, token.end, token.norm);
  return at + 1;
}

const CARD = /\d(?:[ -]?\d){12,18}(?!\d)/y;

function cardAt(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const token = scene.segmentation.tokens[at] as Token;
  CARD.lastIndex = token.start;
  const found = CARD.exec(scene.segmentation.text)?.[0];
  const digits = found?.replace(/\D/g, "") ?? "";
  if (found === undefined || !/^[2-6]/.test(digits) || !passesLuhn(digits)) return undefined;
  put(scene, into, "card", token.start, token.start + found.length, digits.slice(-4));
  return skip(scene, at, last, token.start + found.length);
}

function phoneAt(scene: FactScene, from: number, at: number, last: number, into: Fact[]): number | undefined {
  const { tokens, text } = scene.segmentation;
  const start = (tokens[from] as Token).start;
  PHONE.lastIndex = start;
  const found = PHONE.exec(text)?.[0];
  if (found === undefined) return undefined;
  const digits = found.replace(/\D/g, "");
  const before = tokens[from - 1];
  const isLabelled =
    /^(?:phone|tel|telephone|mobile|cell|call|ring|number|whatsapp|fax|telefon|handy|téléphone|portable|teléfono|móvil|tel\.|on|at|:|me|m|t|p)$/.test(
      before?.norm ?? "",
    );
  const isSpread = /\d[ ./()-]+\d/.test(found);
  const isShaped =
    found.startsWith("+") ||
    found.startsWith("(") ||
    (digits.startsWith("0") && isSpread) ||
    /^\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(found);
  if (digits.length < 7 || digits.length > 15 || !(isShaped || (isLabelled && digits.length >= 9))) return undefined;
  if (
    /^\d{4}-\d\d-\d\d/.test(found) ||
    /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(found) ||
    (before !== undefined && /[$€£]/.test(before.norm))
  )
    return undefined;
  put(scene, into, "phone", start, start + found.length, (found.startsWith("+") ? "+" : "") + digits);
  return skip(scene, at, last, start + found.length);
}

function put(scene: FactScene, into: Fact[], kind: FactKind, start: number, end: number, value: string): void {
  into.push({ kind, start, end, text: scene.segmentation.text.slice(start, end), value });
}
