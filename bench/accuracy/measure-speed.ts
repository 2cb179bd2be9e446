/**
 * How many messages are read a second on one core, beside what the peers do with the same text, in this process and on the
 * command line: in time that the one thread is really given, so that what else runs on the machine counts less. How long a review
 * takes: by the clock, one call at a time, because a thread's own time ticks too coarsely for it; a machine that others use makes it worse.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Models } from "../../src/method/models/index.ts";
import { read } from "../../src/method/reading/index.ts";
import { type Learned, type ReviewInput, review } from "../../src/method/review/index.ts";
import { ownConversations } from "../../training/own-conversations.ts";
import { layOut } from "../../training/train-moves.ts";
import { chrono, SOUND_PEERS, SOUNDS } from "./peers.ts";
import type { Row } from "./row.ts";

/** Half are shorter than 80 words. */
const LENGTHS = [30, 45, 60, 70, 80, 80, 90, 110, 140, 200];
const ENOUGH_MS = 1_500;
const LINES = 60_000;
const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

export async function measureSpeed(models: Models): Promise<Row[]> {
  const messages = messagesOf(400);
  const reference = new Date("2026-11-18T10:00:00Z");
  const sentAt = reference.toISOString();
  const reviewed = reviews(models);
  const { perSecond, megabytes } = await onTheCommandLine(sentAt);
  return [
    {
      on: "own messages, median 80 words",
      n: messages.length,
      measure: "messages a second, one core (peers: their one task)",
      cues: perSecondOf(messages, (one) => read(one, { sentAt })),
      heard: perSecondOf(messages, (one) => read(one, { sentAt, scorers: models.reading })),
      peers: {
        ...Object.fromEntries(SOUND_PEERS.map((peer) => [peer, perSecondOf(messages, SOUNDS[peer])])),
        "chrono-node": perSecondOf(messages, (text) => chrono.parse(text, reference)),
      },
    },
    {
      on: "the same as lines, `heard read --jsonl`",
      n: LINES,
      measure: "lines a second, JSON in and out",
      heard: perSecond,
      peers: {},
    },
    ...(megabytes === undefined
      ? []
      : [
          {
            on: "the same as lines, `heard read --jsonl`",
            n: LINES,
            measure: "most memory after a quarter and at the end, MB",
            heard: megabytes,
            peers: {},
          },
        ]),
    ...reviewed,
  ];
}

/** Our messages one after another, cut anew and anew at other places. */
function messagesOf(many: number): string[] {
  const all = ownConversations().flatMap(({ message }) => message.split(/(?<=\s)/));
  let from = 0;
  return Array.from({ length: many }, (_, at) => {
    const words = LENGTHS[(at * 7) % LENGTHS.length] as number;
    const piece = Array.from({ length: words }, (_word, next) => all[(from + next) % all.length]);
    from = (from + words + (at % 13)) % all.length;
    return piece.join("");
  });
}

function perSecondOf<One>(all: readonly One[], work: (one: One) => unknown): string {
  const rounds: number[] = [];
  const round = () => {
    const begun = micros();
    for (const one of all) work(one);
    return (all.length * 1_000_000) / (micros() - begun);
  };
  round();
  round();
  const end = performance.now() + ENOUGH_MS;
  while (performance.now() < end || rounds.length < 3) rounds.push(round());
  return at(rounds, 0.5).toFixed(0);
}

/** Processor time of this thread so far. */
function micros(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;

/** A process of its own reads as many lines; starting it does not count. */
async function onTheCommandLine(sentAt: string): Promise<{ perSecond: string; megabytes: string | undefined }> {
  const child = spawn(process.execPath, [MAIN, "read", "--jsonl"], { stdio: ["pipe", "pipe", "inherit"] });
  const messages = messagesOf(4_000);
  const reading = { lines: 0, begun: 0, before: 0, aQuarter: 0 };
  child.stdout.on("data", (bytes: Buffer) => {
    for (let from = bytes.indexOf(10); from >= 0; from = bytes.indexOf(10, from + 1)) reading.lines += 1;
    if (reading.begun === 0) Object.assign(reading, { begun: seconds(child.pid ?? 0), before: reading.lines });
    if (reading.aQuarter === 0 && reading.lines >= LINES / 4) reading.aQuarter = mostMemory(child.pid ?? 0);
  });
  let atTheEnd = 0;
  let spent = 0;
  for (let line = 0; line < LINES; line += 1) {
    // No two are the same: a number of its own stands at the end of each.
    const text = `${messages[line % messages.length]} ${line}`;
    if (!child.stdin.write(`${JSON.stringify({ id: line, text, sentAt })}\n`)) await once(child.stdin, "drain");
    if (line % 500 !== 499) continue;
    atTheEnd = mostMemory(child.pid ?? 0);
    spent = seconds(child.pid ?? 0) - reading.begun;
  }
  // What is under way in pipes is a small part of so many lines.
  const perSecond = ((reading.lines - reading.before) / spent).toFixed(0);
  child.stdin.end();
  await once(child, "close");
  return {
    perSecond,
    megabytes: atTheEnd === 0 ? undefined : `${reading.aQuarter.toFixed(0)}, ${atTheEnd.toFixed(0)}`,
  };
}

/** Processor time of a process's first thread, where the system tells (Linux); by the clock elsewhere. */
function seconds(pid: number): number {
  const path = `/proc/${pid}/task/${pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, "utf8").split(" ")[0]) / 1e9 : performance.now() / 1_000;
}

/** The most that a process has had so far; 0 where the system does not tell. */
function mostMemory(pid: number): number {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(path, "utf8"))?.[1] ?? 0) / 1024 : 0;
}

const KILOBYTE = 1_000;

/** Our replies one after another, cut where they are that long, each to one of the messages. */
function repliesOf(length: number): ReviewInput[] {
  const inputs: ReviewInput[] = [];
  let reply = "";
  for (const { message, replies } of ownConversations())
    for (const { sentences } of replies) {
      reply += `${reply === "" ? "" : "\n\n"}${layOut(sentences).text}`;
      if (reply.length < length) continue;
      inputs.push({ thread: [{ from: "customer", text: message }], reply: reply.slice(0, length) });
      reply = "";
    }
  return inputs;
}

/** By the clock, µs for each, after a third of them for warming up. */
function timed(inputs: readonly ReviewInput[], learned: Learned): number[] {
  return inputs
    .map((input): number => {
      const begun = performance.now();
      review(input, learned);
      return (performance.now() - begun) * 1_000;
    })
    .slice(Math.floor(inputs.length / 3));
}

const TIMES = 6;
const LETTERS_TYPED = 60;

/** What a review is asked for, from the least that is known already to the most. */
const ASKED: Readonly<Record<string, (inputs: readonly ReviewInput[]) => ReviewInput[]>> = {
  "a reply and a letter never met": (inputs) =>
    often(inputs, (input, time) => ({
      thread: input.thread.map((one) => asNew(one, time)),
      reply: anew(input.reply, time),
    })),
  "a reply never met, to a letter that is open": (inputs) => {
    const { thread } = inputs[0] as ReviewInput;
    return often(inputs, (input, time) => ({ thread, reply: anew(input.reply, time) }));
  },
  "a letter typed into a draft": (inputs) =>
    inputs.slice(0, TIMES * 3).flatMap((input) =>
      Array.from({ length: LETTERS_TYPED }, (_, typed) => ({
        ...input,
        reply: `${input.reply.slice(0, KILOBYTE / 2 + typed)} ${input.reply.slice(KILOBYTE / 2 + LETTERS_TYPED)}`,
      })),
    ),
  "the same reply again": (inputs) =>
    inputs.slice(0, TIMES * 3).flatMap((input) => Array<ReviewInput>(LETTERS_TYPED).fill(input)),
};

const often = (inputs: readonly ReviewInput[], one: (input: ReviewInput, time: string) => ReviewInput): ReviewInput[] =>
  Array.from({ length: TIMES }, (_, time) => inputs.map((input) => one(input, `${time}`))).flat();

/** Another process would be needed to forget a wording; a word of its own makes each sentence a new one. */
let madeNew = 0;
const anew = (text: string, time: string): string => {
  madeNew += 1;
  return text.replace(/([.?!])(?=\s|$)/g, ` so${madeNew.toString(36)}${time}$1`);
};
const asNew = <One extends { readonly text: string }>(one: One, time: string): One => ({
  ...one,
  text: anew(one.text, time),
});

/** As every caller sends it: nothing of an earlier call is the same object. */
const sent = (inputs: readonly ReviewInput[]): ReviewInput[] => inputs.map((input) => structuredClone(input));

function reviews(models: Models): Row[] {
  const inputs = repliesOf(KILOBYTE);
  return Object.entries(ASKED).flatMap(([name, ask]) => {
    timed(sent(ask(inputs)), models);
    const plain = timed(sent(ask(inputs)), {});
    const learned = timed(sent(ask(inputs)), models);
    return ([0.5, 0.99] as const).map(
      (share): Row => ({
        on: `own replies of 1 kB: ${name}`,
        n: learned.length,
        measure: share === 0.5 ? "µs a review, median" : "µs a review, 99 of 100 are faster",
        cues: at(plain, share).toFixed(0),
        heard: at(learned, share).toFixed(0),
        peers: {},
      }),
    );
  });
}
