/** How long one message takes, on the machine that prints the table: whole readings beside what the peers do with the same text. */
import type { Models } from "../../src/method/models/index.ts";
import { read } from "../../src/method/reading/index.ts";
import { review } from "../../src/method/review/index.ts";
import { ownConversations } from "../../training/own-conversations.ts";
import { layOut } from "../../training/train-moves.ts";
import { chrono, SOUND_PEERS, SOUNDS } from "./peers.ts";
import type { Row } from "./row.ts";

const WORDS = 80;
const ENOUGH_MS = 1_000;

export function measureSpeed(models: Models): Row[] {
  const messages = messagesOf(WORDS);
  const reference = new Date("2026-11-18T10:00:00Z");
  const sentAt = reference.toISOString();
  const replies = ownConversations().flatMap(({ message, replies: all }) =>
    all.map(({ sentences }) => ({
      thread: [{ from: "customer" as const, text: message }],
      reply: layOut(sentences).text,
    })),
  );
  const reading = (one: string) => read(one, { sentAt });
  const learned = (one: string) => read(one, { sentAt, scorers: models.reading });
  return [
    {
      on: `own messages of ${WORDS} words`,
      n: messages.length,
      measure: "µs a message, median of rounds (peers: their one task)",
      cues: micros(messages, reading),
      heard: micros(messages, learned),
      peers: {
        ...Object.fromEntries(SOUND_PEERS.map((peer) => [peer, micros(messages, SOUNDS[peer])])),
        "chrono-node": micros(messages, (text) => chrono.parse(text, reference)),
      },
    },
    {
      on: "own replies, each with its message",
      n: replies.length,
      measure: "µs a review, median of rounds",
      cues: micros(replies, (input) => review({ ...input, thread: [...input.thread] })),
      heard: micros(replies, (input) => review({ ...input, thread: [...input.thread] }, models)),
      peers: {},
    },
  ];
}

/** Our messages one after another, cut into pieces of so many words. */
function messagesOf(words: number): string[] {
  const all = ownConversations().flatMap(({ message }) => message.split(/(?<=\s)/));
  return Array.from({ length: Math.floor(all.length / words) }, (_, at) =>
    all.slice(at * words, (at + 1) * words).join(""),
  );
}

function micros<One>(all: readonly One[], work: (one: One) => unknown): string {
  const rounds: number[] = [];
  const round = () => {
    const begun = performance.now();
    for (const one of all) work(one);
    return ((performance.now() - begun) * 1_000) / all.length;
  };
  round();
  const end = performance.now() + ENOUGH_MS;
  while (performance.now() < end || rounds.length < 3) rounds.push(round());
  rounds.sort((a, b) => a - b);
  return (rounds[Math.floor(rounds.length / 2)] as number).toFixed(1);
}
