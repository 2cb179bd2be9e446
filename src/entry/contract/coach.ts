/**
 * The coach over a wire: what it is given and what it answers, with every value that may stand in it. One description for the
 * command line (`heard read`, `heard review`, `heard schema`), for HTTP and for OpenAPI. Holds no text of anybody.
 */
import { z } from "zod";
import { ASK_KINDS, FACT_KINDS, FEELINGS, LANGUAGES, SIGNALS, SITUATIONS, UNSAID } from "../../method/reading/index.ts";
import { COMMITMENT_KINDS, LEVELS, MOVE_NAMES, NEEDS, RULES } from "../../method/review/index.ts";
import { PRINCIPLES, STEPS } from "../../method/steps/index.ts";
import type { Route } from "./route.ts";

/** Left out and null mean the same. */
const maybe = <T extends z.ZodType>(shape: T) =>
  shape.nullish().transform((value): z.output<T> | undefined => value ?? undefined);

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const moment = z
  .string()
  .regex(MOMENT, "is no date or time of ISO 8601, such as 2026-11-18T10:00:00Z")
  .describe("ISO 8601, with an offset where the hour matters");

const known = new Map<string, boolean>();
function isZone(name: string): boolean {
  let is = known.get(name);
  if (is === undefined) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      is = true;
    } catch {
      is = false;
    }
    if (known.size < 1_000) known.set(name, is);
  }
  return is;
}
const timeZone = z.string().refine(isZone, "is no time zone, such as Europe/London").describe("IANA name");

const sum = z.union([z.number().nonnegative(), z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/)]).transform(Number);
const from = z.enum(["customer", "agent"]);

const readInput = {
  text: z.string().describe("The customer's message, as plain text"),
  sentAt: maybe(moment).describe("When it was sent; relative dates are reckoned from it"),
  timeZone: maybe(timeZone).describe("Where the customer's calendar is"),
  locale: maybe(z.string().max(40)).describe("BCP 47: whether 3/4 is in March or April"),
  earlier: maybe(z.array(z.object({ from, text: z.string(), at: maybe(moment) }))).describe(
    "The conversation so far, oldest first",
  ),
};

const reviewInput = {
  thread: z.array(z.object({ from, text: z.string(), at: maybe(moment) })).describe("Oldest first"),
  reply: z.string().describe("The reply, as plain text"),
  at: maybe(moment).describe("When it is written; days are reckoned from it"),
  timeZone: maybe(timeZone).describe("Where the writer's calendar is"),
  customer: maybe(z.object({ name: maybe(z.string()) })),
  limits: maybe(
    z.array(z.object({ kind: z.enum(COMMITMENT_KINDS), amount: sum, currency: maybe(z.string()) })),
  ).describe("The most the writer may give away alone; 0 means never without asking"),
  approved: maybe(
    z.array(z.object({ kind: z.enum(COMMITMENT_KINDS), amount: maybe(sum), currency: maybe(z.string()) })),
  ).describe("What somebody who may has allowed for this reply"),
  promises: maybe(
    z.array(
      z.object({
        what: z.string(),
        due: moment,
        state: maybe(z.enum(["open", "kept", "moved", "broken"])),
      }),
    ),
  ).describe("What was promised before in this conversation"),
  rights: maybe(z.object({ jurisdiction: z.string(), orderDate: moment })),
  playbook: maybe(
    z.object({
      phrases: maybe(z.array(z.string())),
      options: maybe(z.array(z.string())),
      hasNoFix: maybe(z.boolean()),
    }),
  ),
  channel: maybe(z.enum(["email", "chat"])),
  seed: maybe(z.string()).describe("Asks for suggestions; the same seed gives the same words"),
};

const id = z.union([z.string(), z.number()]).describe("Yours; the answer carries it");

/** One line in. */
export const ReadLine = z.object({ id, ...readInput });
export const ReviewLine = z.object({ id, ...reviewInput });
export type ReadAsked = Omit<z.output<typeof ReadLine>, "id">;
export type ReviewAsked = Omit<z.output<typeof ReviewLine>, "id">;

const place = z.int().nonnegative();
const span = {
  start: place.describe("In UTF-16 units, as in JavaScript and Java strings"),
  end: place.describe("Exclusive"),
};
const share = z.number().min(0).max(1);

export const Reading = z
  .strictObject({
    language: z.enum(LANGUAGES).optional().describe("Left out when the words do not tell"),
    feelings: z
      .array(z.strictObject({ feeling: z.enum(FEELINGS), intensity: share, spans: z.array(z.strictObject(span)) }))
      .describe("Strongest first; empty when the reading abstains"),
    heat: share.nullable().describe("null when the reading abstains"),
    course: z.array(share.nullable()).describe("Of each of the customer's messages, this one last"),
    situations: z
      .array(z.strictObject({ situation: z.enum(SITUATIONS), confidence: share }))
      .describe("Likeliest first"),
    facts: z.array(
      z.strictObject({
        kind: z.enum(FACT_KINDS),
        ...span,
        text: z.string().describe("As it was written"),
        value: z
          .string()
          .describe(
            "One form: ISO 8601 for dates, times and lengths (its words where it cannot be reckoned), a decimal for amounts",
          ),
        currency: z.string().optional().describe("Of amounts: ISO 4217"),
        isCorrected: z.literal(true).optional().describe("A later value takes its place"),
      }),
    ),
    asks: z.array(z.strictObject({ kind: z.enum(ASK_KINDS), ...span })),
    signals: z.array(z.strictObject({ signal: z.enum(SIGNALS), ...span })),
    unsaid: z.array(z.strictObject({ unsaid: z.enum(UNSAID), ...span })),
  })
  .meta({ id: "Reading" });

const ruleId = z.enum(RULES.map((rule) => rule.id) as [string, ...string[]]);
const finding = z.strictObject({
  rule: ruleId,
  level: z.enum(LEVELS),
  principle: z.enum(PRINCIPLES),
  message: z.string(),
  ...span,
  instead: z.string().optional().describe("Replacement for the words"),
});
const cover = z.strictObject({ covered: z.boolean(), start: place.optional(), end: place.optional() });

export const Review = z
  .strictObject({
    moves: z.array(z.strictObject({ move: z.enum(MOVE_NAMES), ...span, confidence: share })),
    findings: z.array(finding).describe("All of them, most important first"),
    shown: z.array(finding).max(3).describe("Those of them that a person is shown"),
    steps: z.strictObject(
      Object.fromEntries(STEPS.map((step) => [step, cover])) as Record<(typeof STEPS)[number], typeof cover>,
    ),
    promises: z.array(
      z.strictObject({
        text: z.string(),
        what: z.string(),
        who: z.enum(["me", "us", "other"]),
        due: z.string().nullable().describe("ISO 8601; null when no day is said or none can be reckoned without `at`"),
        isDated: z.boolean(),
        ...span,
      }),
    ),
    commitments: z.array(
      z.strictObject({
        kind: z.enum(COMMITMENT_KINDS),
        amount: z.string().nullable().describe("Decimal with a point"),
        currency: z.string().nullable().describe("ISO 4217, or % for a share"),
        ...span,
      }),
    ),
    dates: z.array(z.strictObject({ text: z.string(), value: z.string().nullable(), ...span })),
    mayAskForRating: z.boolean(),
    notJudged: z.array(
      z.strictObject({ rule: ruleId, missing: z.array(z.enum([...NEEDS, "language", "budget"])).min(1) }),
    ),
    suggestions: z
      .array(z.strictObject({ move: z.enum(MOVE_NAMES), text: z.string(), at: place, rests: z.string() }))
      .optional()
      .describe("Only where a seed was given"),
  })
  .meta({ id: "Review" });

const LONGEST_TEXT = 100_000;
const LONGEST_THREAD = 200;
const tooLong = `is longer than ${LONGEST_TEXT.toLocaleString("en")} characters, which is the most that is read at once`;
const text = z.string().max(LONGEST_TEXT, tooLong);
const past = z
  .array(z.object({ from, text, at: maybe(moment) }))
  .max(LONGEST_THREAD, `holds more than ${LONGEST_THREAD} messages; the latest are enough`);

export const coachRoutes = {
  "POST /api/v1/coach/read": {
    summary: "What the coach hears in a customer's message. Nothing is kept",
    who: "agent",
    body: z.object({ ...readInput, text, earlier: maybe(past) }),
    out: Reading,
  },
  "POST /api/v1/coach/review": {
    summary: "What the coach says of a reply. Nothing is kept",
    who: "agent",
    body: z.object({ ...reviewInput, thread: past, reply: text }),
    out: Review,
  },
} as const satisfies Record<string, Route>;
