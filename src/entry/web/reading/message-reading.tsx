/**
 * What the coach hears in one customer's message, put beside it: the feeling by the name, dangers above the letter, facts
 * underlined in it, the rest below. Fetched after the first screen; the engine reads in a worker of this browser.
 */
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Span } from "../../../kit/index.ts";
import type { Reading } from "../../../method/reading/index.ts";
import type { Message } from "../../contract/index.ts";
import { useCommands } from "../frame/commands.ts";
import { useStored } from "../frame/stored.ts";
import { t } from "../i18n.ts";
import { useMailboxes, useZone } from "../viewer.ts";
import { Card } from "./card.tsx";
import { FactCard } from "./fact-card.tsx";
import { FeelingMark, FeelingNotes } from "./feeling-mark.tsx";
import { hear, isListenedTo } from "./hear.ts";
import { HeardNotes } from "./heard-notes.tsx";
import { markWords } from "./letter-marks.ts";
import { letterPlaces, placeOnScreen } from "./letter-places.ts";
import { type Listening, type ShownFact, shownFacts, type Thread } from "./listening.ts";
import { noteFact, putRight } from "./put-right.ts";
import { GraveSignals } from "./signal-lines.tsx";
import { touchWords } from "./touch-words.ts";
import { useReading } from "./use-reading.ts";

/** Where the parts stand in the message. */
export interface ReadingSlots {
  readonly feeling: HTMLElement | null;
  readonly signals: HTMLElement | null;
  readonly notes: HTMLElement | null;
  /** What holds the letter, once it is drawn. */
  readonly letter: HTMLElement | null;
}

interface ReadingProps {
  readonly message: Message;
  readonly thread: Thread;
  readonly slots: ReadingSlots;
}

/** The card that is open, and what it stands beside. */
interface OpenFact {
  readonly at: number;
  readonly anchor: () => DOMRect;
}

const NO_WORDS: readonly Span[] = [];

/** Nothing is shown until the coach has read, and nothing where it cannot be had. */
export default function MessageReading(props: ReadingProps): ReactNode {
  const { message, thread } = props;
  const ownZone = useZone();
  // Days are reckoned on the calendar of the mailbox, so that everybody reads the same.
  const timeZone = useMailboxes().find((one) => one.id === message.mailboxId)?.timeZone ?? ownZone;
  const reading = useReading(message, thread.messages, timeZone);
  return reading ? <ReadMessage {...props} reading={reading} /> : null;
}

function ReadMessage({ message, thread, slots, reading }: ReadingProps & { reading: Reading }): ReactNode {
  const heard = useMemo(
    () => hear(message, reading, thread.messages, thread.corrections),
    [message, reading, thread.messages, thread.corrections],
  );
  const facts = useMemo(() => shownFacts({ heard, message }, thread.facts), [heard, message, thread.facts]);
  const [words, setWords] = useState(NO_WORDS);
  const [isFeelingOpen, setFeelingOpen] = useState(false);
  const [openFact, setOpenFact] = useState<OpenFact | null>(null);
  const isLast = thread.messages.findLast(isListenedTo)?.id === message.id;
  const [opensLast, setOpensLast] = useStored("heard-open", false);
  const [isOpen, setOpen] = useState(isLast && opensLast);
  const stand = useRef<HTMLSpanElement>(null);

  const { letter } = slots;
  const placeOf = useMemo(() => letter && letterPlaces(letter, message.replyText), [letter, message.replyText]);
  const ranges = useMemo(() => facts.map(({ fact }) => placeOf?.(fact)), [facts, placeOf]);
  useEffect(() => {
    const where = (isNoted: boolean): Range[] =>
      ranges.flatMap((range, index) => (range && facts[index]?.isNoted === isNoted ? [range] : []));
    const undo = [markWords("fact", where(false)), markWords("noted", where(true))];
    return () => {
      for (const each of undo) each();
    };
  }, [ranges, facts]);
  useEffect(
    () =>
      markWords(
        "evidence",
        words.flatMap((span) => placeOf?.(span) ?? []),
      ),
    [words, placeOf],
  );
  useEffect(() => {
    if (!letter || !stand.current) return;
    const spots = ranges.flatMap((range, index) => {
      const shown = facts[index];
      if (!range || !shown) return [];
      const tip = t("heard-fact.tip", { kind: shown.label, value: shown.value });
      const onOpen = (): void => setOpenFact({ at: shown.fact.start, anchor: () => placeOnScreen(range) });
      return [{ range, tip, onOpen }];
    });
    return touchWords(letter, spots, stand.current, () => setOpenFact(null));
  }, [letter, ranges, facts]);

  const isShown = (spans: readonly Span[]): boolean =>
    spans.length > 0 &&
    spans.length === words.length &&
    spans.every(({ start }, index) => words[index]?.start === start);
  const show = (spans: readonly Span[]): void => {
    const isOff = isShown(spans);
    setWords(isOff ? NO_WORDS : spans);
    if (isOff) return;
    const first = spans[0] && placeOf?.(spans[0]);
    first?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  };
  const listening: Listening = {
    message,
    heard,
    point: setWords,
    show,
    isShown,
    correct: (correcting) => void putRight(thread.conversationId, message.id, correcting),
  };
  const feeling = { ...listening, isOpen: isFeelingOpen, onOpen: setFeelingOpen };
  const note = ({ label, value }: ShownFact): void =>
    void noteFact(thread.conversationId, message.id, label, value.slice(0, 2000));
  const toggle = (next: boolean): void => {
    setOpen(next);
    setWords(NO_WORDS);
    if (isLast) setOpensLast(next);
  };
  useCommands(
    isLast
      ? [
          {
            id: "heard",
            title: t("heard.command"),
            group: t("group.conversation"),
            run: () => {
              toggle(true);
              slots.notes?.scrollIntoView({ block: "nearest" });
            },
          },
        ]
      : [],
  );
  const openShown = openFact && facts.find(({ fact }) => fact.start === openFact.at);
  return (
    <>
      <span ref={stand} aria-hidden="true" className="pointer-events-none fixed" />
      {slots.feeling && createPortal(<FeelingMark {...feeling} isLast={isLast} />, slots.feeling)}
      {slots.signals &&
        createPortal(
          <>
            <FeelingNotes {...feeling} conversationId={thread.conversationId} />
            <GraveSignals {...listening} />
          </>,
          slots.signals,
        )}
      {slots.notes &&
        createPortal(
          <HeardNotes
            {...listening}
            conversationId={thread.conversationId}
            facts={facts}
            isOpen={isOpen}
            onOpen={toggle}
            onNote={note}
            onFact={({ fact }, button) => setOpenFact({ at: fact.start, anchor: () => button.getBoundingClientRect() })}
          />,
          slots.notes,
        )}
      {openFact && openShown ? (
        <Card
          key={openFact.at}
          label={t("heard-fact.tip", { kind: openShown.label, value: openShown.value })}
          anchor={openFact.anchor}
          onClose={() => setOpenFact((now) => (now === openFact ? null : now))}
        >
          <FactCard
            shown={openShown}
            correct={listening.correct}
            onNote={() => note(openShown)}
            onDone={() => setOpenFact(null)}
          />
        </Card>
      ) : null}
    </>
  );
}
