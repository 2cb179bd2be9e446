/**
 * Which day belongs to which of the customer's doings, and where a reply puts it on another: "delivered 6 May" told back as "delivered
 * on 9 May", "since 2 April" as "since 12 April". Only what is told back as theirs and past; what our records say may be better.
 */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { type Day, figuresIn } from "./figures.ts";
import { pattern, plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";

/** Verbs that tell of the same thing happening. A word of one class is never of another. */
const DOINGS: readonly (readonly [doing: string, words: RegExp])[] = [
  ["came", /\b(?:arriv(?:ed|al|e|es)|delivered|delivery|received|got here|came(?! (?:out|from|up))|turned up)\b/g],
  [
    "bought",
    /\b(?:bought|ordered|booked|purchased|purchase|took out|signed up|subscribed|subscription|you started|joined|you placed|took the|taken out|yearly plan|order of)\b/g,
  ],
  ["sent", /\b(?:returned|posted|sent (?:it|them|you)|handed in|brought back|gave back|dropped off)\b/g],
  ["paid", /\b(?:paid|charged|debited|payment|collected)\b/g],
  ["wrote", /\b(?:wrote|written|told|said)\b/g],
  ["ended", /\b(?:expired?|expires|ran out|lapsed|deadline|due|cut-off)\b/g],
  ["since", /\bsince(?= )/g],
];
/** Whoever looks it up may know better; what is moved, another or still to come is no slip. */
const KNOWS_BETTER = pattern(
  "scan(?:s|ned)?|records?|tracking|logs?|system|according|shows?|(?:i|we) (?:can )?(?:see|saw|found|checked)|carrier|courier|signed|stamped|actually|in fact|moved|extended|postponed|also|too|instead|rather|changed|corrected",
);
/** In front of the day: a plan, a term, a condition. */
const IS_PLAN = pattern(
  "new|second|another|next|other|rest|latest|last|replacement|will|would|can|could|if|by|until|before|between|should|not|from|'ll",
);
/** Their matter, or the very thing. */
const TOLD_BACK = /\b(?:you(?:r|'ve|'d)?|the|which|it|since|as)\b/;

interface Said {
  readonly doing: string;
  readonly verb: string;
  readonly day: Day;
}

const cache = new WeakMap<object, readonly Said[]>();
const MOST_MESSAGES = 20;
const MOST_TEXT = 8_000;
const MOST = 40;
const FARTHEST = 44;

function saidIn(thread: readonly ThreadMessage[]): readonly Said[] {
  const known = cache.get(thread);
  if (known !== undefined) return known;
  const said = thread
    .slice(-MOST_MESSAGES)
    .flatMap(({ text }) => doingsIn(plain(text.slice(0, MOST_TEXT))))
    .slice(0, MOST);
  cache.set(thread, said);
  return said;
}

/** Every date with the nearest doing of the same clause. */
function doingsIn(words: string): Said[] {
  const found: Said[] = [];
  for (const clause of words.split(/[;:()!?\n]|\.(?= |$)|, (?=[a-z])| and (?=\w+ (?:was|is|on|came|you))/)) {
    if (!/\d/.test(clause)) continue;
    const days = figuresIn(clause).filter(
      (figure): figure is Day => figure.kind === "day" && figure.date !== undefined && figure.month !== undefined,
    );
    if (days.length !== 1) {
      for (const day of days) found.push({ doing: "?", verb: "", day });
      continue;
    }
    const [day] = days as [Day];
    const nearest = nearestDoing(clause, day);
    found.push({ doing: nearest?.doing ?? "?", verb: nearest?.verb ?? "", day });
  }
  return found;
}

function nearestDoing(clause: string, day: Day): { readonly doing: string; readonly verb: string } | undefined {
  let best: { readonly doing: string; readonly verb: string } | undefined;
  let least = FARTHEST;
  for (const [doing, words] of DOINGS)
    for (const { 0: verb, index } of clause.matchAll(words)) {
      const distance = index < day.start ? day.start - index - verb.length : index - day.end + 6;
      // "Since" is said of the date right behind it.
      if (distance >= least || (doing === "since" && (index > day.start || distance > 12))) continue;
      best = { doing, verb };
      least = distance;
    }
  return best;
}

const isSame = (one: Day, other: Day): boolean => one.date === other.date && one.month === other.month;
const spoken = ({ date, month }: Day): string => `${date}/${month}`;

export function* eventDaysOff(draft: Draft): Generator<Contradiction> {
  const said = saidIn(draft.input.thread);
  if (said.every(({ doing }) => doing === "?")) return;
  for (const sentence of draft.body.slice(0, 80)) {
    if (!/\d/.test(sentence.plain)) continue;
    for (const here of draft.figuresOf(sentence)) {
      if (here.kind !== "day" || here.date === undefined || here.month === undefined) continue;
      if (isAhead(draft, here) || isDayOfMail(draft, here)) continue;
      const { clause, from } = clauseOf(sentence.plain, here.start - sentence.start, here.end - sentence.start);
      const lead = sentence.plain.slice(from, Math.max(from, here.start - sentence.start));
      if (KNOWS_BETTER.test(clause) || IS_PLAN.test(lead) || !TOLD_BACK.test(clause)) continue;
      const at = { ...here, start: here.start - sentence.start - from, end: here.end - sentence.start - from };
      const doing = nearestDoing(clause, at);
      if (doing === undefined) continue;
      const theirs = said.filter((one) => one.doing === doing.doing);
      const [meant] = theirs;
      if (meant === undefined || theirs.some(({ day }) => !isSame(day, meant.day) || isSame(day, here))) continue;
      const isElsewhere = said.some(({ day }) => isSame(day, here));
      // Two of their own days changed about: only by the very same word.
      if (isElsewhere && meant.verb !== doing.verb) continue;
      // Mails that do not stand here may have been written on any day, unless it is a slip of the hand.
      if (doing.doing === "wrote" && !isNear(String(meant.day.date), String(here.date))) continue;
      if (
        draft.figures.some(
          (other) => other.kind === "day" && other.date === meant.day.date && other.month === meant.day.month,
        )
      )
        continue;
      yield { start: here.start, end: here.end, said: spoken(meant.day) };
    }
  }
}

const isNear = (one: string, other: string): boolean =>
  one.length === other.length && [...one].filter((digit, at) => digit !== other[at]).length === 1;

const isDayOfMail = ({ input }: Draft, { date, month }: Day): boolean =>
  [input.at, ...input.thread.map(({ at }) => at)].some(
    (moment) => moment !== undefined && Number(moment.slice(5, 7)) === month && Number(moment.slice(8, 10)) === date,
  );

/** After the day of writing: a plan, and ours. */
function isAhead({ input: { at } }: Draft, { date = 1, month = 1, year }: Day): boolean {
  if (at === undefined) return false;
  const now = Date.parse(at);
  const day = Date.UTC(year ?? new Date(now).getUTCFullYear(), month - 1, date);
  return day > now && day - now < 200 * 86_400_000;
}

function clauseOf(words: string, start: number, end: number): { readonly clause: string; readonly from: number } {
  const before = /(?:[;:()]|, |^)[^;:()]*?$/.exec(words.slice(0, start));
  const from = Math.max(before?.index ?? 0, words.lastIndexOf(", ", start) + 1, 0);
  const behind = words.slice(end).search(/[;:()!?]|, |\.(?: |$)/);
  return { clause: words.slice(from, behind < 0 ? undefined : end + behind), from };
}
