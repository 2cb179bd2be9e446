/**
 * Recognises the block of From / Sent / To / Subject lines that Outlook and others put above a quoted mail, and the
 * dashed lines such as "-----Original Message-----". In the languages of field-words.ts. A customer's own "From: Berlin /
 * To: Munich" is not such a block: it names no subject and no address.
 */
import { FIELD_LABELS, FORWARD_OPENERS, SEPARATORS } from "./field-words.ts";

type Field = keyof typeof FIELD_LABELS;

const FIELD_BY_LABEL = new Map<string, Field[]>();
for (const [field, labels] of Object.entries(FIELD_LABELS) as [Field, readonly string[]][]) {
  for (const label of labels) FIELD_BY_LABEL.set(label, [...(FIELD_BY_LABEL.get(label) ?? []), field]);
}
const LABEL = /^([^\s:：<>@\d][^:：<>@\d]{0,24}?)\s{0,3}[*_]{0,2}\s{0,2}[:：]\s?[*_]{0,2}/u;
const ADDRESS = /[^\s<>"']{1,64}@[^\s<>"']{2,100}/;
const LOOK_AHEAD = 14;

/** What a line could be: "De :" is From in French and "A:" is To in Italian; labels may mean several things. */
function fieldsOf(line: string): readonly Field[] {
  const label = LABEL.exec(line.slice(0, 60))?.[1];
  if (!label) return [];
  return FIELD_BY_LABEL.get(label.replace(/[*_]/g, "").trim().toLowerCase().normalize("NFC")) ?? [];
}

/** @param lines without quote marks, bold marks and outer blanks. True where a quoted mail's fields begin at `start`. */
export function isFieldBlock(lines: readonly string[], start: number): boolean {
  const first = fieldsOf(lines[start] ?? "");
  if (!first.some((field) => field === "from" || field === "date" || field === "subject" || field === "to"))
    return false;
  const seen = new Set<Field>();
  let address = false;
  let blanks = 0;
  let others = 0;
  for (let i = start; i < lines.length && i < start + LOOK_AHEAD; i++) {
    const line = lines[i] ?? "";
    if (line === "") {
      if (++blanks > 5 || (lines[i + 1] === "" && seen.size < 2)) break;
      continue;
    }
    const fields = fieldsOf(line);
    if (fields.length === 0) {
      if (/^<?[^\s@<>]{1,64}@[^\s<>]{2,100}>?[;,]?$/.test(line) || line.length > 0) others++;
      if (others > 3) break;
      continue;
    }
    if (seen.size >= 2 && others > 1) break;
    for (const field of fields) seen.add(field);
    if (ADDRESS.test(line)) address = true;
  }
  if (!seen.has("from")) return false;
  const kinds = ["date", "to", "subject", "cc", "reply"].filter((field) => seen.has(field as Field)).length;
  return seen.has("subject") ? kinds >= 2 : address && kinds >= 2;
}

/** The value of a field in the block that begins at `start`, with the next line where the value was broken. */
export function valueOfField(lines: readonly string[], start: number, field: Field): string | undefined {
  for (let i = start; i < lines.length && i < start + LOOK_AHEAD; i++) {
    const line = lines[i] as string;
    if (!fieldsOf(line).includes(field)) continue;
    const value = line.slice(LABEL.exec(line.slice(0, 60))?.[0].length ?? 0).trim();
    const next = lines[i + 1] ?? "";
    return field === "from" && !value.includes("@") && next.includes("@") && fieldsOf(next).length === 0
      ? `${value} ${next}`
      : value;
  }
  return undefined;
}

const DASHED = /^[-=_*—–─\s]{2,80}([^-=_*—─].{1,58}?)[-=_*—–─\s:：]{2,80}$/u;

/** "-----Original Message-----", "Begin forwarded message:", in any of the known languages. */
export function isSeparator(line: string): boolean {
  if (line.length > 200) return false;
  if (FORWARD_OPENERS.test(line)) return true;
  const words = DASHED.exec(line)?.[1];
  return words !== undefined && SEPARATORS.has(words.trim().toLowerCase().normalize("NFC"));
}

/** A rule of underscores or dashes, as Outlook draws above its block. */
export function isRule(line: string): boolean {
  return /^[-_=*─—]{3,100}$/.test(line);
}
