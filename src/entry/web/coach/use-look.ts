/**
 * What the coach says of the letter as it stands: every change goes to the worker within a frame, and what comes back is shown
 * when the writer pauses. Decides nothing.
 */
import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Step } from "../../../method/steps/index.ts";
import { dismissedIn } from "./dismissed.ts";
import { type DraftText, draftText } from "./draft-text.ts";
import type { Opening } from "./letter-edits.ts";
import type { Hint, Look, LookAsked, Matter } from "./look-at-draft.ts";
import { PAUSE_MS, settled } from "./settle.ts";
import { type CoachTalk, talkToCoach } from "./talk-to-coach.ts";

export interface KeyedOpening extends Opening {
  readonly key: string;
}

/** A letter and its text, as they were when somebody looked. */
interface Sheet {
  readonly doc: Node;
  readonly text: DraftText;
}

export interface Shown extends Sheet {
  readonly hints: readonly Hint[];
  readonly openings: readonly KeyedOpening[];
  readonly covered: readonly Step[];
  readonly silence: Look["silence"];
}

interface Watched {
  readonly view: RefObject<EditorView | null>;
  readonly doc: Node | undefined;
  readonly matter: Matter;
  readonly muted: readonly string[];
  readonly letterKey: string;
  readonly isOn: boolean;
}

export interface Looking {
  readonly shown: Shown | null;
  readonly isAbsent: boolean;
  /** After something else than the letter has changed. */
  readonly lookAgain: () => void;
}

export function useLook({ view, doc, matter, muted, letterKey, isOn }: Watched): Looking {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isAbsent, setIsAbsent] = useState(false);
  const talk = useRef<CoachTalk | null>(null);
  const sheets = useRef(new WeakMap<LookAsked, Sheet>());
  const newest = useRef<{ readonly look: Look; readonly sheet: Sheet } | null>(null);
  const isPause = useRef(false);

  const show = useCallback((): void => {
    const now = newest.current;
    if (!now) return;
    const openings = now.look.openings.map((one, index) => ({ ...one, key: `opening ${one.move} ${index}` }));
    setShown((before) => {
      const keys = new Set([...(before?.hints ?? []), ...(before?.openings ?? [])].map(({ key }) => key));
      return {
        ...now.sheet,
        hints: settled(keys, now.look.hints, isPause.current),
        openings: settled(keys, openings, isPause.current),
        covered: now.look.covered,
        silence: now.look.silence,
      };
    });
  }, []);

  useEffect(() => {
    if (!isOn) return;
    const begun = talkToCoach(
      (look, asked) => {
        const sheet = sheets.current.get(asked);
        if (!sheet) return;
        newest.current = { look, sheet };
        setIsAbsent(false);
        show();
      },
      () => setIsAbsent(true),
    );
    talk.current = begun;
    return () => {
      talk.current = null;
      begun.end();
    };
  }, [isOn, show]);

  useEffect(() => {
    if (isOn) talk.current?.begin(matter);
  }, [isOn, matter]);

  const mutedNames = muted.join(" ");
  const lookAgain = useCallback((): void => {
    const now = view.current?.state.doc;
    if (!now) return;
    const text = draftText(now);
    const asked: LookAsked = {
      reply: text.text,
      at: new Date().toISOString(),
      muted: mutedNames.split(" "),
      dismissed: dismissedIn(letterKey),
    };
    sheets.current.set(asked, { doc: now, text });
    talk.current?.look(asked);
  }, [view, letterKey, mutedNames]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the letter and what it answers are read when the frame comes
  useEffect(() => {
    if (!isOn) return;
    const frame = requestAnimationFrame(lookAgain);
    return () => cancelAnimationFrame(frame);
  }, [isOn, doc, matter, lookAgain]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause begins anew with every change of the letter
  useEffect(() => {
    isPause.current = false;
    const timer = setTimeout(() => {
      isPause.current = true;
      show();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [doc, show]);

  return { shown: isOn ? shown : null, isAbsent, lookAgain };
}
