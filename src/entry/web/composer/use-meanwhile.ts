/**
 * What was written while somebody was writing: everything newer than what stood on the screen when the composer opened, until
 * the writer has looked. An answer of one's own from another window counts; one's own notes, our automatic mail and servers that are
 * late do not.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ConversationWhole, Message } from "../../contract/index.ts";
import { useMe } from "../viewer.ts";

export interface Meanwhile {
  readonly arrived: readonly Message[];
  readonly seenMessageId: () => number | null;
  /** The writer has looked at everything that is on screen now. */
  readonly look: () => void;
}

export function useMeanwhile(whole: ConversationWhole): Meanwhile {
  const me = useMe();
  const newest = whole.messages.at(-1)?.id ?? null;
  const [seen, setSeen] = useState(newest);
  const latest = useRef(seen);
  const counts = (one: Message): boolean =>
    (one.kind === "outbound" ? !one.isAutomatic : one.personId !== me.id) && !one.isDelayNotice;
  const after = whole.messages.filter((one) => one.id > (seen ?? 0));
  const arrived = after.filter(counts);
  const onlyOurs = after.length > 0 && arrived.length === 0;
  useEffect(() => {
    if (onlyOurs) setSeen(newest);
  }, [onlyOurs, newest]);
  useEffect(() => {
    latest.current = seen;
  }, [seen]);
  return {
    arrived,
    seenMessageId: useCallback(() => latest.current, []),
    look: useCallback(() => {
      latest.current = newest;
      setSeen(newest);
    }, [newest]),
  };
}
