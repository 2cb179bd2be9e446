/**
 * A playbook as it is written down: the front matter of a Markdown file (YAML 1.2), described once. What people may leave out may be
 * left out here; that the shipped ones hold more is a test of the shipped ones. Does not read text: that is read-playbook.ts.
 */
import { z } from "zod";
import { PLAYBOOK_VARIABLES, type Playbook, TIME_UNITS, type TimeSpan } from "../../method/playbook/index.ts";
import { FACT_KINDS, SIGNALS, SITUATIONS } from "../../method/reading/index.ts";
import { COMMITMENT_KINDS } from "../../method/review/index.ts";
import { STEPS } from "../../method/steps/index.ts";

const VARIABLES: ReadonlySet<string> = new Set(PLAYBOOK_VARIABLES);
const BRACED = /\{([^{}\n]{0,80})\}/g;

const words = z.string().trim().min(1).max(2_000);
/** Said to a customer: its variables must be ones that can be filled in. */
const said = words
  .superRefine((text, context) => {
    for (const [, name = ""] of text.matchAll(BRACED))
      if (!VARIABLES.has(name))
        context.addIssue({ code: "custom", message: `knows no variable {${name}}; there are ${listed(VARIABLES)}` });
  })
  .describe(`Words to the customer. Variables: ${PLAYBOOK_VARIABLES.map((name) => `{${name}}`).join(" ")}`);
const text = z.string().trim().max(20_000);
const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be small letters, figures and hyphens, such as wrong-item");
const sum = z
  .union([z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/), z.number().nonnegative().max(1e12)], {
    error: 'must be a sum such as "60.00"',
  })
  .transform(String);
const currency = z
  .string()
  .regex(/^(?:[A-Z]{3}|%)$/, "must be a currency of three letters, such as EUR, or % for a share of the price");
const fact = z.enum(FACT_KINDS);
const several = <T extends z.ZodType>(shape: T, most: number) => z.array(shape).max(most);

const count = z.int().min(1).max(1_000);
const span = z
  .strictObject({ hours: count.optional(), "working-days": count.optional(), days: count.optional() })
  .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
    error: "must name one of hours, working-days and days, such as { working-days: 2 }",
  })
  .transform((given): TimeSpan => {
    const unit = TIME_UNITS.find((one) => given[one] !== undefined) ?? "days";
    return { count: given[unit] ?? 1, unit };
  });

const money = { amount: sum.optional(), currency: currency.optional() };
const hasBoth = ({ amount, currency: of }: { amount?: unknown; currency?: unknown }) =>
  (amount === undefined) === (of === undefined);
const NEED_BOTH = { error: "must name the amount and the currency, or neither" };

const question = z.strictObject({
  id,
  question: said,
  why: words.describe("For the agent: why it is worth the customer's time"),
  fact: fact.optional().describe("The kind of fact that answers it"),
  required: z.boolean().default(false).describe("Nothing is offered before this is known"),
});

const option = z
  .strictObject({
    id,
    title: words,
    recommended: z.boolean().default(false),
    when: words.describe("For the agent: when it fits"),
    offer: said,
    commits: z
      .strictObject({ kind: z.enum(COMMITMENT_KINDS), ...money })
      .refine(hasBoth, NEED_BOTH)
      .optional(),
    limit: z
      .strictObject({ ...money, count: z.int().min(0).max(1_000).optional() })
      .refine(hasBoth, NEED_BOTH)
      .default({})
      .describe("Up to where an agent decides alone; {} where nothing is given away"),
    needs: several(fact, 20).default([]).describe("What must be confirmed before it is offered"),
    promise: z.strictObject({ what: words, within: span }).optional(),
    "check-after": span
      .optional()
      .describe("Time to work, after the promise was due, before we ask whether it is solved"),
  })
  .superRefine(({ commits, limit }, context) => {
    if (commits !== undefined && limit.amount === undefined && limit.count === undefined)
      context.addIssue({
        code: "custom",
        path: ["limit"],
        message: "must say up to where an agent gives this away alone",
      });
  })
  .transform(({ "check-after": checkAfter, ...rest }) => ({ ...rest, checkAfter }));

const turn = z.strictObject({
  from: z.enum(["customer", "agent"]),
  at: z.iso.datetime({ offset: true, error: "must be a moment of ISO 8601, such as 2026-03-03T09:12:00Z" }),
  text: text.min(1),
});

/** The front matter. It gives a playbook without the text that stands under it. */
export const FrontMatter = z
  .strictObject({
    id: id.describe("The name of the file, without .md"),
    title: words.max(120),
    summary: words,
    situations: several(z.enum(SITUATIONS), 21).default([]),
    signals: several(z.enum(SIGNALS), 21).default([]),
    ask: several(question, 30).default([]),
    confirm: several(fact, 20).default([]).describe("Kinds of facts that are read back before anything is done"),
    options: several(option, 12).default([]),
    refusal: z.strictObject({ what: words, say: said, instead: said }).optional(),
    "no-fix": z.strictObject({ when: words, say: said }).optional(),
    never: several(z.strictObject({ say: words, because: words }), 30).default([]),
    phrases: several(z.strictObject({ step: z.enum(STEPS), say: said }), 60).default([]),
    policy: text.default("").describe("The rule in plain words, as it may be cited to a customer"),
    example: z
      .strictObject({ customer: words, turns: several(turn, 40).min(2) })
      .optional()
      .describe("A whole conversation, from the first mail to the customer's answer"),
  })
  .superRefine((front, context) => {
    const wrong = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: "custom", path, message });
    if (front.situations.length + front.signals.length === 0)
      wrong("must name at least one, or `signals` must: otherwise it is never proposed", "situations");
    const recommended = front.options.filter((one) => one.recommended).length;
    if (front.options.length > 0 && recommended !== 1)
      wrong(`must recommend exactly one; ${recommended === 0 ? "none is" : `${recommended} are`}`, "options");
    for (const list of ["ask", "options"] as const)
      for (const [at, { id: name }] of front[list].entries())
        if (front[list].findIndex((one) => one.id === name) !== at) wrong(`is there twice: ${name}`, list, at, "id");
    const turns = front.example?.turns ?? [];
    if (turns.length > 0 && turns[0]?.from !== "customer") wrong("must begin with the customer", "example", "turns", 0);
    for (const [at, { at: moment }] of turns.entries())
      if (at > 0 && Date.parse(moment) < Date.parse(turns[at - 1]?.at ?? moment))
        wrong("is before the turn above it", "example", "turns", at, "at");
  })
  .transform(({ "no-fix": noFix, ...rest }): Omit<Playbook, "thinking"> => ({ ...rest, noFix }));

function listed(names: Iterable<string>): string {
  return [...names].map((name) => `{${name}}`).join(", ");
}

/** JSON Schema 2020-12 of the front matter, for editors and other programs. */
export function playbookSchema(): object {
  return { title: "The front matter of a playbook", ...z.toJSONSchema(FrontMatter, { io: "input" }) };
}
