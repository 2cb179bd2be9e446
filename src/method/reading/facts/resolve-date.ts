/** Chooses the day that is meant by a date without a year, or a weekday without a pointer, from the verbs around it. */
import { dateOf, dayOf, isRealDate } from "./calendar.ts";
import type { FactScene } from "./fact.ts";

export interface DateFound {
  /** Index after the last token. */
  readonly to: number;
  readonly day?: number;
  /** Of a stretch: its last day. */
  readonly endDay?: number;
  readonly month?: { readonly year: number; readonly month: number };
  /** When the words themselves give an hour: "in 2 hours". */
  readonly minutes?: number;
  readonly part?: string;
}

const BACK = new Set(
  "since seit depuis desde was were had did came went arrived ordered bought called received got happened fell paid wrote sent said told stopped broke died happened meant waited spoke promised emailed placed have've been last ago war hatte kam habe haben ist kaufte bestellte étais avais ai commandé acheté pedí compré llegó fue yesterday left returned booked tried delivered failed started cancelled canceled reported asked rang phoned missed".split(
    " ",
  ),
);
const AHEAD = new Set(
  "by until till before need needs will won't i'll we'll going next is on wedding please can could would want bis brauche werde wird avant jusqu para antes hasta necesito open opens leave leaves arrive deliver party deadline when".split(
    " ",
  ),
);

/** -1 when the words around speak of what has been, 1 of what is to come, 0 when they do not tell. */
type Tense = -1 | 0 | 1;

/** The nearest telling word before a date, or else just after it, decides. */
export function tenseAround(scene: FactScene, at: number): Tense {
  const { tokens } = scene.segmentation;
  for (let step = 1; step <= 9; step += 1) {
    const before = tokens[at - step];
    if (before === undefined || (before.kind === "mark" && /[.!?;\n]/.test(before.norm))) break;
    if (before.norm === "on" || before.norm === "is") continue;
    if (BACK.has(before.norm)) return -1;
    if (AHEAD.has(before.norm)) return 1;
  }
  for (let step = 1; step <= 6; step += 1) {
    const after = tokens[at + step];
    // The dot of "3. März" ends nothing.
    if (after === undefined || (after.kind === "mark" && (step > 2 ? /[.!?;]/ : /[!?;]/).test(after.norm))) break;
    if ((after.norm !== "last" && BACK.has(after.norm)) || /ました|でした|った/.test(after.norm)) return -1;
    if (after.norm !== "is" && AHEAD.has(after.norm)) return 1;
  }
  return 0;
}

/** A date without a year is the nearest one the verbs allow. */
export function resolved(
  scene: FactScene,
  at: number,
  to: number,
  year: number | undefined,
  month: number,
  date: number,
): DateFound | undefined {
  if (year !== undefined) return isRealDate(year, month, date) ? { to, day: dayOf(year, month, date) } : undefined;
  if (date > 31 || !isRealDate(2024, month, date)) return undefined;
  if (scene.sent === undefined) return { to };
  const now = dateOf(scene.sent.day).year;
  const days = [now - 1, now, now + 1]
    .filter((one) => isRealDate(one, month, date))
    .map((one) => dayOf(one, month, date));
  const sent = scene.sent.day;
  const tense = tenseAround(scene, at);
  const best = days.reduce((a, b) => (cost(b - sent, tense) < cost(a - sent, tense) ? b : a), days[0] ?? sent);
  return { to, day: best };
}

/** How far away a day is, when what points the other way is much farther. */
export function cost(days: number, tense: Tense): number {
  if (tense === 0) return Math.abs(days) * 2 + (days < 0 ? 1 : 0);
  const ahead = days * tense;
  return ahead >= 0 ? ahead : 400 - ahead;
}
