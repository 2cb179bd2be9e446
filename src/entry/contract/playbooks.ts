/** Routes about playbooks: the prepared protocols. Everybody reads them; leads and admins write them. */
import { z } from "zod";
import { type Playbook as Prepared, TIME_UNITS } from "../../method/playbook/index.ts";
import { FACT_KINDS, SIGNALS, SITUATIONS } from "../../method/reading/index.ts";
import { COMMITMENT_KINDS } from "../../method/review/index.ts";
import { STEPS } from "../../method/steps/index.ts";
import type { Route } from "./route.ts";
import { byId, id, none, when } from "./shapes.ts";

const words = z.string().max(20_000);
const fact = z.enum(FACT_KINDS);
const money = { amount: z.string().optional(), currency: z.string().optional() };
const span = z.object({ count: z.int(), unit: z.enum(TIME_UNITS) });

/** As the desk works with it. `heard schema playbook` describes how the same is written in a file. */
export const Playbook = z
  .object({
    id: z.string(),
    title: words,
    summary: words,
    situations: z.array(z.enum(SITUATIONS)),
    signals: z.array(z.enum(SIGNALS)),
    ask: z
      .array(z.object({ id: z.string(), question: words, why: words, fact: fact.optional(), required: z.boolean() }))
      .max(100),
    confirm: z.array(fact),
    options: z
      .array(
        z.object({
          id: z.string(),
          title: words,
          recommended: z.boolean(),
          when: words,
          offer: words,
          commits: z.object({ kind: z.enum(COMMITMENT_KINDS), ...money }).optional(),
          limit: z.object({ ...money, count: z.int().optional() }),
          needs: z.array(fact),
          promise: z.object({ what: words, within: span }).optional(),
          checkAfter: span.optional(),
        }),
      )
      .max(100),
    refusal: z.object({ what: words, say: words, instead: words }).optional(),
    noFix: z.object({ when: words, say: words }).optional(),
    never: z.array(z.object({ say: words, because: words })).max(100),
    phrases: z.array(z.object({ step: z.enum(STEPS), say: words })).max(100),
    policy: words,
    example: z
      .object({
        customer: words,
        turns: z.array(z.object({ from: z.enum(["customer", "agent"]), at: z.string(), text: words })).max(100),
      })
      .optional(),
    thinking: z.string().max(200_000),
  })
  .meta({ id: "Playbook" }) satisfies z.ZodType<Prepared>;
export type Playbook = z.infer<typeof Playbook>;

export const PlaybookLine = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    situations: z.array(z.enum(SITUATIONS)),
    signals: z.array(z.enum(SIGNALS)),
    version: z.int(),
    isShipped: z.boolean().describe("It came with Heard"),
    isEdited: z.boolean().describe("The team has rewritten one that came with Heard"),
    hasNewerShipped: z.boolean().describe("A newer one came after that, and nobody has decided about it yet"),
    archivedAt: when.nullable(),
    changedAt: when,
    changedBy: z.string().nullable().describe("null: it came with Heard, or by the command line"),
  })
  .meta({ id: "PlaybookLine" });
export type PlaybookLine = z.infer<typeof PlaybookLine>;

const PlaybookWhole = z.object({
  ...PlaybookLine.shape,
  source: z.string().describe("The Markdown file"),
  playbook: Playbook.nullable().describe("null when it was written for another format and cannot be read any more"),
  versions: z.array(z.object({ version: z.int(), at: when, by: z.string().nullable() })).describe("Newest first"),
  shippedSource: z.string().nullable().describe("What came with Heard, where it is another than this"),
});
export type PlaybookWhole = z.infer<typeof PlaybookWhole>;

const Problem = z.object({
  line: z.int().nullable().describe("Counted from 1"),
  sentence: z.string(),
  about: z
    .object({ path: z.array(z.union([z.string(), z.int()])), says: z.string() })
    .optional()
    .describe("What it is about, and the sentence without its subject"),
});
/** The source, what was read from it, and everything that is wrong with it. */
const Looked = z.object({ source: z.string(), playbook: Playbook.nullable(), problems: z.array(Problem) });
export type LookedPlaybook = z.infer<typeof Looked>;

const source = z.string().min(1).max(200_000);

export const playbookRoutes = {
  "GET /api/v1/playbooks": {
    summary: "The playbooks by title, those in the archive, too",
    who: "agent",
    out: z.object({ items: z.array(PlaybookLine) }),
  },
  "GET /api/v1/playbooks/:id": {
    summary: "A playbook with its source and its versions",
    who: "agent",
    params: byId,
    out: PlaybookWhole,
  },
  "GET /api/v1/playbooks/:id/versions/:version": {
    summary: "One of its versions, as it was",
    who: "agent",
    params: z.object({ ...byId.shape, version: z.coerce.number().int().positive() }),
    out: Looked,
  },
  "POST /api/v1/playbooks/look": {
    summary: "Read a source, or write down what a form holds, and say what is wrong; nothing is kept",
    who: "agent",
    body: z.object({ source: z.string().max(200_000).optional(), playbook: Playbook.optional() }),
    out: Looked,
  },
  "POST /api/v1/playbooks": {
    summary: "Add a playbook",
    who: "lead",
    body: z.object({ source }),
    out: PlaybookWhole,
  },
  "PUT /api/v1/playbooks/:id": {
    summary: "Save the next version; `version` is the one that was changed",
    who: "lead",
    params: byId,
    body: z.object({ source, version: z.int() }),
    out: PlaybookWhole,
  },
  "POST /api/v1/playbooks/:id/archive": {
    summary: "Put it into the archive, or into use again",
    who: "lead",
    params: byId,
    body: z.object({ to: z.enum(["archive", "use"]) }),
    out: none,
  },
  "POST /api/v1/playbooks/:id/take-back": {
    summary: "Make an older version the newest one",
    who: "lead",
    params: byId,
    body: z.object({ version: z.int().positive() }),
    out: PlaybookWhole,
  },
  "POST /api/v1/playbooks/:id/shipped": {
    summary: "Take what came with Heard, or keep our own",
    who: "lead",
    params: byId,
    body: z.object({ choice: z.enum(["shipped", "ours"]) }),
    out: none,
  },
} as const satisfies Record<string, Route>;
