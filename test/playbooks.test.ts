/**
 * The shipped playbooks (playbooks/*.md) are held to more than the format asks: whole, each made for its own trouble alone, and with an
 * example conversation that really goes as the method and the coach want it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadModels } from "../src/entry/models/index.ts";
import { limitsOf, matchPlaybooks, type Playbook, reviewedBy } from "../src/method/playbook/index.ts";
import { read } from "../src/method/reading/index.ts";
import { limitPassed, type ReviewInput, review } from "../src/method/review/index.ts";
import { STEPS } from "../src/method/steps/index.ts";
import { readPlaybook } from "../src/records/playbook/index.ts";

const FOLDER = new URL("../playbooks/", import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
const playbooks: Playbook[] = files.map((name) => {
  const { playbook, problems } = readPlaybook(readFileSync(new URL(name, FOLDER), "utf8"));
  if (playbook === undefined) throw new Error(`${name}: ${problems[0]?.line}: ${problems[0]?.sentence}`);
  return playbook;
});
const models = loadModels();

test("at least sixteen playbooks are shipped, each in a file of its name", () => {
  expect(playbooks.length).toBeGreaterThanOrEqual(16);
  expect(playbooks.map(({ id }) => `${id}.md`)).toEqual(files);
});

/** Variables as the first mail fills them in, and where it does not, somehow. */
function filled(text: string, first: string): string {
  const { facts } = read(first);
  return text.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const kind = name.replace("fact.", "").replace("_", "-");
    return facts.find((fact) => fact.kind === kind)?.text ?? FILLED[name] ?? name;
  });
}
const FILLED: Readonly<Record<string, string>> = {
  "customer.first_name": "Marta",
  "agent.first_name": "Jonas",
  "fact.order": "the order",
  "fact.product": "kettle",
  "fact.amount": "the whole sum",
  "fact.date": "that day",
  "fact.address": "Lindenweg",
  "fact.tracking": "the parcel",
  "fact.error_code": "that error",
  "fact.device": "your phone",
  "fact.version": "the newest",
  "fact.invoice": "the invoice",
};

interface Letter {
  readonly text: string;
  /** Rules that look for what stands elsewhere in a letter, or in what this one customer had said. */
  readonly unasked: ReadonlySet<string>;
}
const PARTLY = new Set(["apology-alone", "cause-missing"]);
const QUESTION = new Set([...PARTLY, "asks-what-was-said"]);

/**
 * Its words as they may stand in a letter: all phrases in the order of the steps; and behind the acknowledging ones each question, each
 * offer, the refusal with what can be done instead, and the ending without a fix.
 */
function lettersOf({ ask, options, refusal, noFix, phrases }: Playbook): Letter[] {
  const by = (step: string) => phrases.filter((one) => one.step === step).map(({ say }) => say);
  const part = (said: string, unasked = PARTLY) => ({ text: [...by("acknowledge"), said].join("\n\n"), unasked });
  return [
    { text: STEPS.flatMap(by).join("\n\n"), unasked: new Set() },
    ...ask.map(({ question }) => part(question, QUESTION)),
    ...options.map(({ offer }) => part(offer)),
    ...(refusal ? [part(`${refusal.say} ${refusal.instead}`)] : []),
    ...(noFix ? [part(noFix.say)] : []),
  ];
}

describe.each(playbooks.map((playbook) => [playbook.id, playbook] as const))("%s", (_, playbook) => {
  const { ask, options, refusal, noFix, never, phrases, policy, example, thinking, confirm } = playbook;

  test("is whole: questions with reasons, options with limits and needs, dated timelines, a refusal, an ending without a fix", () => {
    expect(ask.length).toBeGreaterThanOrEqual(4);
    for (const { question, why } of ask) {
      expect(question).toMatch(/\?/);
      expect(why.length).toBeGreaterThan(20);
    }
    const firstOptional = ask.findIndex(({ required }) => !required);
    expect(firstOptional < 0 || ask.slice(firstOptional).every(({ required }) => !required)).toBe(true);
    expect(confirm.length).toBeGreaterThan(0);
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options.filter(({ recommended }) => recommended)).toHaveLength(1);
    for (const { id, needs, promise, checkAfter } of options) {
      expect(needs.length, id).toBeGreaterThan(0);
      expect(promise, id).toBeDefined();
      expect(checkAfter, id).toBeDefined();
    }
    expect(refusal?.instead).toBeTruthy();
    expect(noFix?.say).toBeTruthy();
    expect(never.length).toBeGreaterThanOrEqual(3);
    expect(new Set(phrases.map(({ step }) => step))).toEqual(new Set(STEPS));
    expect(policy.length).toBeGreaterThan(100);
    expect(thinking.split("\n\n").length).toBeGreaterThanOrEqual(2);
  });

  test("gives away no more than each option's own limit", () => {
    for (const { id, commits, limit } of options) {
      if (commits?.amount === undefined || limit.amount === undefined) continue;
      expect(limit.currency, id).toBe(commits.currency);
      expect(Number(commits.amount), id).toBeLessThanOrEqual(Number(limit.amount));
    }
  });

  test("puts no words into anybody's mouth that the coach would hold against them", () => {
    const first = example?.turns[0]?.text ?? "";
    const faults = lettersOf(playbook).flatMap(({ text, unasked }) => {
      const reply = filled(text, first);
      return (
        review({ thread: [{ from: "customer", text: first }], reply }, models)
          // An empty span marks what a whole reply would lack.
          .findings.filter(({ level, start, end }) => (level === "gate" || level === "nudge") && end > start)
          .filter(({ rule }) => !unasked.has(rule))
          .map(({ rule, start, end }) => `${rule}: “${reply.slice(start, end)}” in “${reply}”`)
      );
    });
    expect(faults).toEqual([]);
  });

  const turns = example?.turns ?? [];
  const agentTurns = turns.flatMap((turn, at) => {
    if (turn.from !== "agent") return [];
    const input: ReviewInput = {
      thread: turns.slice(0, at),
      reply: turn.text,
      at: turn.at,
      customer: { name: example?.customer },
      limits: limitsOf(playbook),
      playbook: reviewedBy(playbook),
    };
    return [{ input, found: review(input, models) }];
  });

  test("is the first to be proposed for the first mail of its example", () => {
    const [first] = turns;
    const reading = read(first?.text ?? "", { sentAt: first?.at, scorers: models.reading });
    const proposed = matchPlaybooks(reading, playbooks);
    expect(proposed[0]?.playbook.id, proposed.map(({ reason, playbook: of }) => `${of.id}: ${reason}`).join("\n")).toBe(
      playbook.id,
    );
  });

  test("goes through all six steps in its example, and the coach has nothing against a single answer", () => {
    const faults = agentTurns.flatMap(({ input, found }) =>
      found.findings
        .filter(({ level }) => level === "gate" || level === "nudge")
        .map(({ rule, start, end, message }) => `${input.at} ${rule}: “${input.reply.slice(start, end)}” ${message}`),
    );
    expect(faults).toEqual([]);
    expect(STEPS.filter((step) => !agentTurns.some(({ found }) => found.steps[step].covered))).toEqual([]);
  });

  test("stays within its own limits in its example", () => {
    const beyond = agentTurns.flatMap(({ input, found }) =>
      found.commitments
        .filter((commitment) => limitPassed(commitment, input.limits ?? [], []) !== undefined)
        .map(({ start, end }) => input.reply.slice(start, end)),
    );
    expect(beyond).toEqual([]);
  });

  test("lets the customer write first and last, on days that follow each other", () => {
    expect(turns.length).toBeGreaterThanOrEqual(4);
    expect([turns[0]?.from, turns.at(-1)?.from]).toEqual(["customer", "customer"]);
    for (const { text, at } of turns) expect(wrongWeekdays(text, at)).toEqual([]);
  });
});

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");
const DATED = new RegExp(
  `\\b(${DAYS.join("|")}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS.join("|")})\\b`,
  "g",
);

function wrongWeekdays(text: string, at: string): string[] {
  return [...text.matchAll(DATED)].flatMap(([words, day, date, month = ""]) => {
    const year = new Date(at).getUTCFullYear();
    const right = DAYS[new Date(Date.UTC(year, MONTHS.indexOf(month), Number(date))).getUTCDay()];
    return right === day ? [] : [`${words} is a ${right}`];
  });
}

interface Line {
  readonly of: string;
  readonly text: string;
  readonly plain: string;
  readonly content: ReadonlySet<string>;
}

/** Words that stand in every letter and say nothing of its matter. */
const EMPTY_WORDS = new Set(
  `a about after all also am an and any are as at be been before but by can cannot could did do does for from get
  had has have he her here hers him his how i if in into is it its just like me more my no nor not now of off on one or our out own
  please she so some than that the their them then there these they this those to too until up us was we were what when where
  which who why will with would yes yet you your yours i'm i'll i've it's that's we'll we've you're don't isn't`.split(
    /\s+/,
  ),
);

function linesOf(playbook: Playbook): Line[] {
  const { summary, ask, options, refusal, noFix, never, phrases, policy, example, thinking } = playbook;
  const texts = [
    summary,
    ...ask.flatMap(({ question, why }) => [question, why]),
    ...options.flatMap(({ title, when, offer, promise }) => [title, when, offer, promise?.what ?? ""]),
    ...Object.values(refusal ?? {}),
    ...Object.values(noFix ?? {}),
    ...phrases.map(({ say }) => say),
    ...never.flatMap(({ say, because }) => [say, because]),
    policy,
    ...(example?.turns ?? []).map(({ text }) => text),
    thinking,
  ];
  return texts.flatMap((text) =>
    text
      .replace(/\n(?!\n)/g, " ")
      .split(/(?<=[.!?:])\s+|\n+/)
      .map((sentence) => {
        const plain = sentence
          .toLowerCase()
          .replace(/[^\p{L}\p{N}{}.' -]/gu, " ")
          .replace(/\s+/g, " ")
          .replace(/[. ]+$/, "")
          .trim();
        return {
          of: playbook.id,
          text: sentence,
          plain,
          content: new Set(plain.split(" ").filter((word) => !EMPTY_WORDS.has(word))),
        };
      })
      // "Good morning." and a name may stand anywhere.
      .filter(({ plain }) => plain.split(" ").length >= 4),
  );
}

test("no sentence could stand in another playbook: none is there twice, none shares more than four fifths of its words", () => {
  const lines = playbooks.flatMap(linesOf);
  expect(lines.length).toBeGreaterThan(playbooks.length * 60);
  const alike: string[] = [];
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      if (one.of === other.of) continue;
      const shared = [...one.content].filter((word) => other.content.has(word)).length;
      const share = shared / Math.max(one.content.size, other.content.size);
      if (one.plain === other.plain || (one.content.size >= 3 && share > 0.8))
        alike.push(`${one.of}: ${one.text}\n${other.of}: ${other.text}`);
    }
  expect(alike).toEqual([]);
});
