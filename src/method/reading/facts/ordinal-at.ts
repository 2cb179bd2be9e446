/** Ordinals up to 31: "3rd", "third", "twenty-first". Numbers only; whether a day is meant is for the caller to see. */
import type { Token } from "../scan-words.ts";

const FIRST_NINETEEN =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const ORDINALS: ReadonlyMap<string, number> = new Map<string, number>([
  ...FIRST_NINETEEN.map((word, index) => [word, index + 1] as const),
  ["twentieth", 20],
  ["thirtieth", 30],
]);

/** Every word a spelled ordinal may begin with. */
export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys(), "twenty", "thirty"];

export interface OrdinalFound {
  readonly to: number;
  readonly value: number;
  /** Written with a figure, which is rarely anything but a day. */
  readonly isFigure: boolean;
}

export function ordinalAt(tokens: readonly Token[], at: number, last: number): OrdinalFound | undefined {
  const norm = at < last ? (tokens[at] as Token).norm : "";
  const figure = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(norm);
  if (figure !== null) {
    const value = Number(figure[1]);
    return value >= 1 && value <= 31 ? { to: at + 1, value, isFigure: true } : undefined;
  }
  const plain = ORDINALS.get(norm);
  if (plain !== undefined) return { to: at + 1, value: plain, isFigure: false };
  if (norm !== "twenty" && norm !== "thirty") return undefined;
  const next = tokens[at + 1]?.norm === "-" ? at + 2 : at + 1;
  const ones = next < last ? ORDINALS.get(tokens[next]?.norm ?? "") : undefined;
  const value = ones === undefined ? 0 : (norm === "twenty" ? 20 : 30) + ones;
  return ones === undefined || ones > 9 || value > 31 ? undefined : { to: next + 1, value, isFigure: false };
}
