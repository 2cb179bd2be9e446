/** Every story of this repository: loads, covers what DESIGN lists, and every branch can be reached by some reply. */
import { describe, expect, test } from "vitest";
import { chooseBranch } from "./choose-branch.ts";
import { judgeReply } from "./judge-reply.ts";
import { fillIn } from "./placeholders.ts";
import { mailsOf, readSampleWorld } from "./read-stories.ts";
import { EXAMPLES } from "./reply-examples.fixture.ts";
import { isSampleAddress } from "./sample-address.ts";
import { SIGNALS, SITUATIONS } from "./situations.ts";
import { type Branch, LANGUAGES, MAIL_KINDS, type Story } from "./story.ts";

const world = await readSampleWorld();
const began = new Date("2026-03-04T09:00:00Z");

function customerOf(story: Story) {
  const customer = world.customers.get(story.customer);
  if (customer === undefined) throw new Error(story.customer);
  return customer;
}

function filled(story: Story, text: string): string {
  const { timeZone, language } = customerOf(story);
  return fillIn(text, {
    began,
    timeZone,
    language: story.language ?? language,
    mailboxAddress: (name) => `${name}@desk.test`,
  });
}

test("there are at least twelve customers and forty-two conversations", () => {
  expect([...world.customers.values()].filter(({ role }) => role === "customer").length).toBeGreaterThanOrEqual(12);
  expect(world.stories.length).toBeGreaterThanOrEqual(42);
});

test("every customer has a story, and a story's customer lives in a place nobody can reach by mail", () => {
  const used = new Set(world.stories.map(({ customer }) => customer));
  expect([...world.customers.keys()].filter((id) => !used.has(id))).toEqual([]);
  for (const { addresses } of world.customers.values()) expect(addresses.every(isSampleAddress)).toBe(true);
});

test("every situation, signal, language and kind of mail appears", () => {
  const situations = new Set(world.stories.map(({ situation }) => situation));
  const signals = new Set(world.stories.flatMap((story) => story.signals));
  const languages = new Set(world.stories.map((story) => story.language ?? customerOf(story).language));
  const kinds = new Set(world.stories.flatMap((story) => mailsOf(story).map(({ mail }) => mail.kind)));
  expect(SITUATIONS.filter((one) => !situations.has(one))).toEqual([]);
  expect(SIGNALS.filter((one) => !signals.has(one))).toEqual([]);
  expect(LANGUAGES.filter((one) => !languages.has(one))).toEqual([]);
  expect(MAIL_KINDS.filter((one) => !kinds.has(one))).toEqual([]);
});

test("half of the stories go on for at least two answers", () => {
  const deep = world.stories.filter(({ next }) => next.some((branch) => branch.next.length > 0));
  expect(deep.length * 2).toBeGreaterThanOrEqual(world.stories.length);
});

test("lengths run from a line or two to some six hundred words", () => {
  const words = world.stories.map(({ opening }) => opening.text.split(/\s+/).length);
  expect(Math.min(...words)).toBeLessThan(12);
  expect(Math.max(...words)).toBeGreaterThan(480);
});

describe.each(world.stories.map((story) => [story.id, story] as const))("%s", (_, story) => {
  test("its facts stand in its mails in the very words", () => {
    const opening = [story.opening, ...story.chasers.map(({ mail }) => mail)].map(({ text }) => text).join("\n");
    const later = [...story.knows.map(({ says }) => says), ...mailsOf(story).map(({ mail }) => mail.text)].join("\n");
    for (const { words, told } of story.facts) {
      const where =
        told === "opening" ? `${filled(story, story.subject)}\n${filled(story, opening)}` : filled(story, later);
      expect(where, words).toContain(filled(story, words));
    }
  });

  test("every branch is taken by some reply", () => {
    const language = story.language ?? customerOf(story).language;
    const visit = (branches: readonly Branch[]): void => {
      for (const [at, branch] of branches.entries()) {
        const example =
          typeof branch.when === "string"
            ? EXAMPLES[language][branch.when]
            : `Please think of this: ${branch.when.mentions[0]}.`;
        const chosen = chooseBranch(branches, judgeReply(example, language), example);
        // "otherwise" is taken when nothing else holds; with enough branches before it another one may catch its example.
        if (branch.when === "otherwise") expect(chosen).toBeDefined();
        else expect(chosen?.at, `${story.id}: ${JSON.stringify(branch.when)}: ${example}`).toBe(at);
        visit(branch.next);
      }
    };
    visit(story.next);
  });
});
