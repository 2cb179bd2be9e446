/**
 * Lets the sample customers live: they all write once, and each writes back when the desk has answered. Where a dialogue stands
 * is read from the mail itself (see turn.ts); in memory is only what is about to be sent. Clock, waiting and chance come in.
 */
import { createHash } from "node:crypto";
import { Unavailable } from "../../kit/index.ts";
import { answersTo, chooseBranch } from "./choose-branch.ts";
import { type ComposedMail, composeSampleMail, type Threading } from "./compose-sample-mail.ts";
import { asReply, firstMails, openedAt, threadingOfFirst } from "./first-mails.ts";
import { type HeardReply, hearReply, storyBySubject } from "./hear-reply.ts";
import { type Judgement, judgeReply } from "./judge-reply.ts";
import { fillIn } from "./placeholders.ts";
import type { SampleWorld } from "./read-stories.ts";
import { openSmtp, type SmtpAddress, type SmtpWay, sendThroughSmtp } from "./send-through-smtp.ts";
import type { SampleCustomer, SampleMail, Story } from "./story.ts";
import { branchesAt, type Mark, OPENING, type Turn } from "./turn.ts";

export interface SampleCustomersOptions {
  readonly world: SampleWorld;
  /** The desk's own SMTP listener. */
  readonly smtp: SmtpAddress;
  /** The desk's address for "help" or "billing"; both may be the same. */
  readonly mailboxAddress: (name: string) => string;
  readonly now: () => Date;
  /** Runs something later; the returned function takes it back. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  readonly onSent?: (sent: { readonly storyId: string; readonly turn: Turn; readonly messageId: string }) => void;
  /** A mail that could not be sent after several tries. */
  readonly onFailed?: (failed: { readonly storyId: string; readonly why: string }) => void;
}

/** What became of a mail the desk sent to a sample customer. */
type Happened =
  | {
      readonly what: "writes-back" | "stays-silent";
      readonly storyId: string;
      readonly turn: Turn;
      readonly judgement: Judgement;
    }
  | { readonly what: "story-over" | "automatic" | "seen-before"; readonly storyId: string }
  | { readonly what: "unknown" };

export interface SampleCustomers {
  /** Sends the opening mails (the `count` newest when given), oldest first. `sent` counts conversations. */
  readonly arrive: (count?: number) => Promise<{ readonly sent: number; readonly failed: readonly string[] }>;
  /** To be called with every mail the built-in sink caught. */
  readonly receive: (raw: Uint8Array) => Promise<Happened>;
  /** Takes back whatever was about to be sent. */
  readonly stop: () => void;
}

type HandOver = SmtpWay["send"];

const TRIES = 5;
const BETWEEN_TRIES = 3_000;

export function startSampleCustomers(options: SampleCustomersOptions): SampleCustomers {
  const { world, smtp, mailboxAddress, now, after, random, onSent, onFailed } = options;
  const stories = new Map(world.stories.map((story) => [story.id, story]));
  const pending = new Map<string, () => void>();
  /** The furthest mark of each story that this process has seen: the fallback for replies that bring no id back. */
  const furthest = new Map<string, Mark>();
  const heard = new Set<string>();
  let stopped = false;
  const alone: HandOver = (raw, envelope) => sendThroughSmtp(raw, envelope, smtp);

  function customerOf(story: Story): SampleCustomer {
    const customer = world.customers.get(story.customer);
    if (customer === undefined) throw new Error(`No sample customer ${story.customer}.`);
    return customer;
  }

  async function compose(
    story: Story,
    turn: Turn,
    mail: SampleMail,
    at: Date,
    threading: Threading,
  ): Promise<ComposedMail> {
    const customer = customerOf(story);
    return composeSampleMail(story, turn, {
      customer,
      mail,
      now: at,
      mailboxAddress,
      attachment: world.attachment,
      threading,
    });
  }

  async function send(hand: HandOver, story: Story, turn: Turn, began: Date, mail: ComposedMail): Promise<void> {
    await hand(mail.raw, mail.envelope);
    furthest.set(story.id, { storyId: story.id, turn, began });
    onSent?.({ storyId: story.id, turn, messageId: mail.messageId });
  }

  async function arrive(count = stories.size): Promise<{ sent: number; failed: string[] }> {
    const chosen = [...stories.values()].sort((a, b) => a.hoursAgo - b.hoursAgo).slice(0, count);
    const start = now();
    const timeZoneOf = (story: Story): string => customerOf(story).timeZone;
    const chance = Math.floor(random() * 36 ** 6).toString(36);
    const failed: string[] = [];
    let sent = 0;
    const way = openSmtp(smtp);
    try {
      for (const first of firstMails(chosen, start, timeZoneOf)) {
        if (stopped) break;
        const { story, turn, mail, writtenAt } = first;
        const began = openedAt(story, start, timeZoneOf(story));
        const address = customerOf(story).addresses[story.opening.from] ?? "";
        const threading = threadingOfFirst(first, { began, chance, address, subject: subjectOf(story, began) });
        try {
          const written = await compose(story, turn, mail, writtenAt, threading);
          await send(way.send, story, turn, began, written);
          if (turn.chaser === undefined) sent += 1;
        } catch (error) {
          if (!(error instanceof Unavailable)) throw error;
          failed.push(`${story.id}: ${error.message}`);
        }
      }
    } finally {
      way.close();
    }
    return { sent, failed };
  }

  function subjectOf(story: Story, began: Date): string {
    const { timeZone, language } = customerOf(story);
    return fillIn(story.subject, { began, timeZone, language: story.language ?? language, mailboxAddress });
  }

  function whichStory(mail: HeardReply): Mark | undefined {
    if (mail.mark !== undefined && stories.has(mail.mark.storyId)) {
      const known = furthest.get(mail.mark.storyId);
      const isOlder = known !== undefined && known.turn.path.length > mail.mark.turn.path.length;
      return isOlder && known.began.getTime() === mail.mark.began.getTime() ? known : mail.mark;
    }
    const candidates = [...stories.values()].map((story) => {
      const began = furthest.get(story.id)?.began ?? now();
      return { story, addresses: customerOf(story).addresses, subject: subjectOf(story, began) };
    });
    const story = storyBySubject(candidates, mail);
    if (story === undefined) return undefined;
    return (
      furthest.get(story.id) ?? {
        storyId: story.id,
        turn: OPENING,
        began: openedAt(story, now(), customerOf(story).timeZone),
      }
    );
  }

  async function receive(raw: Uint8Array): Promise<Happened> {
    const mail = await hearReply(raw);
    const mark = whichStory(mail);
    const story = mark === undefined ? undefined : stories.get(mark.storyId);
    if (mark === undefined || story === undefined) return { what: "unknown" };
    const storyId = story.id;
    if (mail.automatic) return { what: "automatic", storyId };
    if (mail.messageId !== "" && heard.has(mail.messageId)) return { what: "seen-before", storyId };
    heard.add(mail.messageId);

    const customer = customerOf(story);
    const judgement = judgeReply(mail.newWords, story.language ?? customer.language);
    const chosen = chooseBranch(branchesAt(story, mark.turn.path), judgement, mail.newWords);
    if (chosen === undefined) return { what: "story-over", storyId };
    const turn: Turn = { path: [...mark.turn.path, chosen.at] };
    pending.get(storyId)?.();
    pending.delete(storyId);
    if (chosen.branch.says === null) return { what: "stays-silent", storyId, turn, judgement };

    const says = chosen.branch.says;
    const threading: Threading = {
      began: mark.began,
      chance: createHash("sha256").update(mail.messageId).digest("hex").slice(0, 8),
      inReplyTo: mail.messageId,
      references: [...mail.references, mail.messageId],
      subject: says.subject ?? asReply(mail.subject),
      replyTo: mail.replyTo,
      quoted: {
        ...mail.from,
        date: mail.date ?? now(),
        text: mail.text,
        to: customer.addresses[0] ?? "",
        subject: mail.subject,
      },
      answers: says.text.includes("{{answers}}") ? answersTo(judgement.questions, story.knows) : [],
    };
    pending.set(
      storyId,
      after(chosen.branch.afterSeconds * 1000, () => void writeBack(story, turn, says, threading)),
    );
    return { what: "writes-back", storyId, turn, judgement };
  }

  /** Sends one answer; while the desk's listener does not take it, tries again a few times, more slowly each time. */
  async function writeBack(story: Story, turn: Turn, says: SampleMail, threading: Threading): Promise<void> {
    for (let attempt = 1; !stopped; attempt++) {
      pending.delete(story.id);
      try {
        return await send(alone, story, turn, threading.began, await compose(story, turn, says, now(), threading));
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        if (attempt === TRIES) return onFailed?.({ storyId: story.id, why: error.message });
      }
      await new Promise<void>((resolve) => pending.set(story.id, after(BETWEEN_TRIES * attempt, resolve)));
    }
  }

  function stop(): void {
    stopped = true;
    for (const takeBack of pending.values()) takeBack();
    pending.clear();
  }

  return { arrive, receive, stop };
}
