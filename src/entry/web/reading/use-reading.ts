/** The engine's reading of one message, once it is there. All messages of a conversation are read in one go, and once. */
import { useEffect, useState } from "react";
import type { Reading } from "../../../method/reading/index.ts";
import type { Message } from "../../contract/index.ts";
import { isListenedTo } from "./hear.ts";
import { keptAnswers } from "./kept-answers.ts";
import { askReader } from "./talk-to-reader.ts";

/** Of one message no more is read than this many characters; more is a log or a flood. */
const LONGEST = 20_000;

const kept = keptAnswers<ReadonlyMap<number, Reading>>();

export function readingsOf(messages: readonly Message[], timeZone: string): Promise<ReadonlyMap<number, Reading>> {
  return kept(`${messages.map(({ id }) => id).join(",")}|${timeZone}`, async () => {
    const letters = messages.map(({ replyText, sentAt, at }) => ({
      from: "customer" as const,
      text: replyText.slice(0, LONGEST),
      at: sentAt ?? at,
    }));
    const all = await askReader(letters, timeZone);
    return new Map(messages.map(({ id }, index) => [id, all[index] as Reading]));
  });
}

/** @param thread oldest first. @returns undefined until it is read, and where the coach cannot be had. */
export function useReading(message: Message, thread: readonly Message[], timeZone: string): Reading | undefined {
  const [reading, setReading] = useState<Reading>();
  useEffect(() => {
    let isWanted = true;
    readingsOf(thread.filter(isListenedTo), timeZone).then(
      (all) => isWanted && setReading(all.get(message.id)),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [message.id, thread, timeZone]);
  return reading;
}
