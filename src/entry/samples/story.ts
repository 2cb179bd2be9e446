/**
 * What a story is: one customer, one matter, how it begins and how the customer writes back, as data with a schema.
 * `samples/stories/*.ts` hold them, `docs/samples.md` says how to write one. Nothing here sends, judges or composes.
 */
import { IANAZone } from "luxon";
import { z } from "zod";
import { asTyped } from "./letter-text.ts";
import { placeholderProblems } from "./placeholders.ts";
import { isSampleAddress } from "./sample-address.ts";
import { SIGNALS, SITUATIONS } from "./situations.ts";

/** Languages with words for the judge and for mail programs. */
export const LANGUAGES = ["en", "de", "fr", "es", "pl", "ja", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the customer writes with; it decides on headers, on HTML or plain text and on how an answer is quoted. */
const MAIL_PROGRAMS = ["gmail", "iphone", "outlook", "thunderbird", "apple-mail", "android", "webmail"] as const;
export type MailProgram = (typeof MAIL_PROGRAMS)[number];

/** Who or what wrote: a person, or one of the machines that write to every mailbox. */
export const MAIL_KINDS = [
  "person",
  "forwarded",
  "out-of-office",
  "newsletter",
  "bounce",
  "invitation",
  "spam",
] as const;

/** When a branch is taken. Each is explained in `judge-reply.ts`; the first branch whose condition holds is taken. */
export const CONDITIONS = [
  "made-right",
  "answered",
  "asked",
  "checked",
  "apologised",
  "refused",
  "refused-with-alternative",
  "boilerplate",
  "blamed",
  "otherwise",
] as const;
export type Condition = (typeof CONDITIONS)[number];

const letter = z
  .string()
  .transform(asTyped)
  .superRefine((text, context) => {
    if (text === "") context.addIssue({ code: "custom", message: "The letter is empty." });
    for (const message of placeholderProblems(text)) context.addIssue({ code: "custom", message });
  });
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+){0,12}$/, "Use small letters, digits and single hyphens.");
const sampleAddress = z.string().refine(isSampleAddress, "A sample address has to end in .example (RFC 2606).");

const attachmentSchema = z.strictObject({
  /** A file in samples/attachments. */
  file: z.string(),
  /** The name the customer's mail shows; by default the file's own. */
  name: z.string().optional(),
});

const mailSchema = z.strictObject({
  kind: z.enum(MAIL_KINDS).default("person"),
  /** What was typed. `{{image NAME}}` puts an attached picture into the running text. */
  text: letter,
  /** A hand-made HTML body, for newsletters and the like; otherwise HTML is made of the text where the program writes it. */
  html: z.string().transform(asTyped).optional(),
  subject: z.string().optional(),
  /** Which of the customer's addresses (0 is the first). */
  from: z.int().nonnegative().default(0),
  program: z.enum(MAIL_PROGRAMS).optional(),
  attachments: z.array(attachmentSchema).default([]),
  /** Older correspondence below the text, newest first, as it would be quoted in a first mail to a new desk. */
  earlier: z
    .array(z.strictObject({ name: z.string(), address: z.string(), daysAgo: z.number().positive(), text: letter }))
    .default([]),
  /** Lines the machine kinds need: a calendar event, or the address that bounced. */
  event: z
    .strictObject({ summary: z.string(), location: z.string(), inDays: z.int(), hour: z.int(), minutes: z.int() })
    .optional(),
  bounced: z.strictObject({ address: sampleAddress, status: z.string(), diagnostic: z.string() }).optional(),
  /** Extra header lines, such as those of an upstream spam filter. */
  headers: z.record(z.string(), z.string()).default({}),
});
export type SampleMail = z.output<typeof mailSchema>;

const justText = letter.transform((text): SampleMail => mailSchema.parse({ text }));
const mail = z.union([justText, mailSchema]);

const condition = z.union([
  z.enum(CONDITIONS),
  /** The reply contains one of these words, in any case. */
  z.strictObject({ mentions: z.array(z.string().min(2)).min(1) }),
]);
export type BranchCondition = z.output<typeof condition>;

export interface Branch {
  readonly when: BranchCondition;
  /** What the customer writes; null when they read the reply and say nothing. */
  readonly says: SampleMail | null;
  /** How long they take, in seconds of the demonstration. */
  readonly afterSeconds: number;
  readonly next: readonly Branch[];
}
/** A branch as an author writes it: a bare string is a mail of only text. */
interface BranchDraft {
  readonly when: z.input<typeof condition>;
  readonly says: string | z.input<typeof mailSchema> | null;
  readonly afterSeconds?: number | undefined;
  readonly next?: readonly BranchDraft[] | undefined;
}
const branch: z.ZodType<Branch, BranchDraft> = z.strictObject({
  when: condition,
  says: z.union([z.null(), mail]),
  afterSeconds: z.number().positive().default(20),
  next: z.lazy(() => branches),
});
const branches: z.ZodType<readonly Branch[], readonly BranchDraft[] | undefined> = z
  .array(z.lazy(() => branch))
  .default([])
  .superRefine((list, context) => {
    const names = list.map((one) => JSON.stringify(one.when));
    if (list.length > 0 && list.at(-1)?.when !== "otherwise")
      context.addIssue({
        code: "custom",
        message: 'The last branch has to be "otherwise", so that no reply is left open.',
      });
    for (const [at, name] of names.entries())
      if (names.indexOf(name) !== at)
        context.addIssue({
          code: "custom",
          path: [at, "when"],
          message: `${name} stands twice; the second is never taken.`,
        });
  });

const factSchema = z.strictObject({
  kind: z.enum(["order", "product", "amount", "date", "person", "address", "version", "tried", "wish", "other"]),
  /** The very words of the story, placeholders included. */
  words: z.string().min(1),
  /** Whether the first mail says it, or only an answer to the right question. */
  told: z.enum(["opening", "later"]).default("opening"),
});

export const storySchema = z
  .strictObject({
    id: slug,
    customer: slug,
    situation: z.enum(SITUATIONS),
    signals: z.array(z.enum(SIGNALS)).default([]),
    /** By default the customer's own language. */
    language: z.enum(LANGUAGES).optional(),
    mailbox: z.enum(["help", "billing"]).default("help"),
    /** True where the other mailbox is written to as well, as worried people do. */
    alsoTo: z.enum(["help", "billing"]).optional(),
    subject: z.string(),
    hoursAgo: z
      .number()
      .positive()
      .max(24 * 14),
    /** Where the time of day matters: the opening is then written at the last such hour before, in the customer's zone. */
    atHour: z.int().min(0).max(23).optional(),
    opening: mail,
    /** What the customer wrote afterwards, before anybody answered. */
    chasers: z.array(z.strictObject({ hoursAgo: z.number().positive(), mail })).default([]),
    /** What the customer can tell when asked: `about` are words a question about it contains. The first is the most needed. */
    knows: z
      .array(
        z.strictObject({
          about: z.array(z.string().min(1)).min(1),
          says: letter,
          attachments: z.array(attachmentSchema).default([]),
        }),
      )
      .default([]),
    facts: z.array(factSchema).default([]),
    next: branches,
  })
  .superRefine((story, context) => {
    for (const [at, chaser] of story.chasers.entries())
      if (chaser.hoursAgo >= story.hoursAgo)
        context.addIssue({
          code: "custom",
          path: ["chasers", at],
          message: "A chaser is written after the opening mail.",
        });
    const answersSomewhere = JSON.stringify(story.next).includes("{{answers}}");
    if (answersSomewhere && story.knows.length === 0)
      context.addIssue({
        code: "custom",
        path: ["knows"],
        message: "{{answers}} is used, but the customer knows nothing.",
      });
  });
export type Story = z.output<typeof storySchema>;
/** A story as an author writes it: `export default { … } satisfies StoryDraft`. */
export type StoryDraft = Omit<z.input<typeof storySchema>, "next"> & { readonly next?: readonly BranchDraft[] };

export const customerSchema = z.strictObject({
  id: slug,
  name: z.string().min(2),
  addresses: z.array(sampleAddress).min(1),
  language: z.enum(LANGUAGES),
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), "This time zone is not known."),
  /** A customer, a colleague of the shop, or a machine. */
  role: z.enum(["customer", "colleague", "machine"]).default("customer"),
  background: z.string().min(10),
  tone: z.string().min(3),
  program: z.enum(MAIL_PROGRAMS),
  signature: letter.optional(),
  /** A picture in the signature, from samples/attachments. */
  signatureImage: z.string().optional(),
});
export type SampleCustomer = z.output<typeof customerSchema>;
export type SampleCustomerDraft = z.input<typeof customerSchema>;
