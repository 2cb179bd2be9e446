/** The guide of a conversation, once the coach has heard its letters; before that, and without the coach, what the records tell. */
import { useEffect, useMemo, useState } from "react";
import { deriveGuide, type Guide, type Step } from "../../../method/steps/index.ts";
import type { ConversationWhole, Message } from "../../contract/index.ts";
import type { LetterSent } from "../coach/coach-worker.ts";
import { threadOf } from "../coach/matter-of.ts";
import { useAfterPaint } from "../look/after-paint.ts";
import { useNow } from "../look/when.tsx";
import { isListenedTo } from "../reading/hear.ts";
import { keptAnswers } from "../reading/kept-answers.ts";
import { askWhatLettersDid } from "../reading/talk-to-reader.ts";
import { readingsOf } from "../reading/use-reading.ts";
import { useMailboxes, useZone } from "../viewer.ts";
import { type Heard, isOurLetter, matterKnown } from "./matter-known.ts";

const NOTHING_HEARD: Heard = { readings: new Map(), covered: new Map() };
/** A promise due within this time is spoken of before what can wait. */
const SOON_MS = 4 * 3_600_000;
/** Of so many of our letters, the newest, it is asked what they did. */
const MOST_LETTERS = 12;

const kept = keptAnswers<ReadonlyMap<number, readonly Step[]>>();

function whatLettersDid(messages: readonly Message[]): Promise<ReadonlyMap<number, readonly Step[]>> {
  return kept(messages.map(({ id }) => id).join(","), async () => {
    const ours = messages.filter(isOurLetter).slice(-MOST_LETTERS);
    const letters = ours.map(
      (letter): LetterSent => ({
        thread: threadOf(messages.slice(0, messages.indexOf(letter))),
        reply: letter.replyText,
        at: letter.sentAt ?? letter.at,
      }),
    );
    const all = await askWhatLettersDid(letters);
    return new Map(ours.map(({ id }, at) => [id, all[at] ?? []]));
  });
}

export function useGuide(whole: ConversationWhole): Guide {
  const isPainted = useAfterPaint();
  const ownZone = useZone();
  const { messages } = whole;
  const mailboxes = useMailboxes();
  const timeZone = mailboxes.find(({ id }) => id === messages.at(-1)?.mailboxId)?.timeZone ?? ownZone;
  const [heard, setHeard] = useState(NOTHING_HEARD);
  useEffect(() => {
    if (!isPainted) return;
    let isWanted = true;
    const all = [readingsOf(messages.filter(isListenedTo), timeZone), whatLettersDid(messages)] as const;
    Promise.all(all).then(
      ([readings, covered]) => isWanted && setHeard({ readings, covered }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [isPainted, messages, timeZone]);
  const now = useNow().getTime();
  return useMemo(() => deriveGuide(matterKnown(whole, heard, now), now, SOON_MS), [whole, heard, now]);
}
