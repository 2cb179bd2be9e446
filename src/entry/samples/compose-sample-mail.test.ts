/** Every mail of every story, as raw bytes, parses to what its author meant. */
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { originalSenderOfForward, parseMail } from "../../platform/mail/index.ts";
import { composeSampleMail } from "./compose-sample-mail.ts";
import { picturesAsText } from "./mail-program.ts";
import { fillIn } from "./placeholders.ts";
import { mailsOf, readSampleWorld } from "./read-stories.ts";
import type { Story } from "./story.ts";
import { OPENING, readMark, type Turn } from "./turn.ts";

const world = await readSampleWorld();
const began = new Date("2026-03-04T21:30:00Z");
const mailboxAddress = (name: string): string => `${name}@desk.test`;
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

function turnAt(place: string): Turn {
  if (place === "opening") return OPENING;
  const numbers = place
    .split(".")
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
  return place.startsWith("chasers") ? { path: [], chaser: (numbers[0] ?? 0) + 1 } : { path: numbers };
}

function customerOf(story: Story) {
  const customer = world.customers.get(story.customer);
  if (customer === undefined) throw new Error(story.customer);
  return customer;
}

describe.each(world.stories.map((story) => [story.id, story] as const))("%s", (_, story) => {
  test.each(mailsOf(story).map(({ place, mail }) => [place, mail] as const))("%s", async (place, mail) => {
    const customer = customerOf(story);
    const language = story.language ?? customer.language;
    const turn = turnAt(place);
    const answers = mail.text.includes("{{answers}}") ? story.knows : [];
    const isFirst = turn.path.length === 0;
    const threading = isFirst
      ? { began, chance: "x7f" }
      : {
          began,
          chance: "x7f",
          inReplyTo: "<77.token@desk.test>",
          references: ["<66.token@desk.test>", "<77.token@desk.test>"],
          subject: "Re: The first subject",
          replyTo: "help+token@desk.test",
          quoted: {
            name: "Mara",
            address: "help@desk.test",
            date: began,
            text: "A quoted answer.\n\n> older",
            to: "x@mail.example",
            subject: "S",
          },
          answers,
        };
    const composed = await composeSampleMail(story, turn, {
      customer,
      mail,
      now: began,
      mailboxAddress,
      attachment: world.attachment,
      threading,
    });
    const parsed = await PostalMime.parse(composed.raw);
    const filling = {
      began,
      timeZone: customer.timeZone,
      language,
      mailboxAddress,
      answers: answers.map(({ says }) => says).join("\n\n"),
    };
    const meant = plain(picturesAsText(fillIn(fillIn(mail.text, filling), filling)));

    expect(plain(parsed.text ?? "").startsWith(meant), parsed.text).toBe(true);
    expect(`${parsed.text}${parsed.html ?? ""}${parsed.subject}`).not.toMatch(/\{\{|undefined|Invalid/);
    expect(readMark(parsed.messageId ?? "")).toEqual({ storyId: story.id, turn, began });
    expect(new Date(parsed.date ?? "").getTime()).toBe(began.getTime());
    expect(parsed.from?.address?.endsWith(".example")).toBe(true);
    expect(composed.envelope.to).toEqual(
      isFirst ? expect.arrayContaining([mailboxAddress(story.mailbox)]) : ["help+token@desk.test"],
    );
    for (const { file, name } of mail.attachments) {
      const found = parsed.attachments.find(({ filename }) => filename === (name ?? file));
      expect(Buffer.from(found?.content as ArrayBuffer).equals(world.attachment(file)), file).toBe(true);
    }
    const wanted = [...(parsed.html ?? "").matchAll(/cid:([^"]+)/g)].map((match) => `<${match[1]}>`);
    const ids = parsed.attachments.map(({ contentId }) => contentId);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    if (!isFirst && mail.kind === "person") {
      expect(parsed.inReplyTo).toBe("<77.token@desk.test>");
      expect(parsed.text).toContain("A quoted answer.");
    }
  });
});

test("no picture or paper is larger than forty kilobytes", () => {
  const files = new Set(
    world.stories.flatMap((story) => mailsOf(story).flatMap(({ mail }) => mail.attachments.map(({ file }) => file))),
  );
  expect(files.size).toBeGreaterThan(8);
  for (const file of files) expect(world.attachment(file).length, file).toBeLessThan(40_000);
});

async function composeOpening(story: Story): Promise<{ raw: Buffer; envelope: { from: string }; meant: string }> {
  const customer = customerOf(story);
  const { timeZone } = customer;
  const threading = { began, chance: "x" };
  const mail = story.opening;
  const composed = await composeSampleMail(story, OPENING, {
    customer,
    mail,
    now: began,
    mailboxAddress,
    attachment: world.attachment,
    threading,
  });
  const filling = { began, timeZone, language: story.language ?? customer.language, mailboxAddress };
  return { ...composed, meant: plain(picturesAsText(fillIn(mail.text, filling))) };
}

const storyOf = (id: string): Story => {
  const story = world.stories.find((one) => one.id === id);
  if (story === undefined) throw new Error(id);
  return story;
};

const CLASSES = new Map([
  ["ausser-haus", "automatic"],
  ["shelf-and-socket-weekly", "list"],
  ["returned-to-sender", "bounce"],
]);

test("the desk's own reader hears every person as a person, and every machine as what it is", async () => {
  for (const story of world.stories.filter(({ opening }) => opening.kind !== "spam")) {
    const read = await parseMail((await composeOpening(story)).raw);
    expect(read.class, story.id).toBe(CLASSES.get(story.id) ?? "human");
  }
});

test("the desk's own reader keeps the words and folds what stands below a marked signature", async () => {
  const marked = new Set(["gmail", "thunderbird", "webmail", "android", "iphone"]);
  for (const story of world.stories) {
    if (story.opening.kind !== "person" || !marked.has(customerOf(story).program)) continue;
    const { raw, meant } = await composeOpening(story);
    expect(plain((await parseMail(raw)).reply), story.id).toBe(meant);
  }
});

test("what a colleague forwards still names the customer", async () => {
  const { raw } = await composeOpening(storyOf("from-the-counter"));
  const sender = originalSenderOfForward(await parseMail(raw), ["jo@lumen-and-loom.example"]);
  expect(sender?.from.address).toBe("anselm.brandt@mail.example");
});

test("a bounce has no return path, and an invitation carries its event", async () => {
  const bounce = await composeOpening(storyOf("returned-to-sender"));
  expect(bounce.envelope.from).toBe("");
  expect((await parseMail(bounce.raw)).bounce).toMatchObject({
    verdict: "hard",
    recipients: ["w.achterbreg@post.example"],
  });
  expect((await composeOpening(storyOf("walk-through-at-the-pump-house"))).raw.toString()).toContain("METHOD:REQUEST");
});
