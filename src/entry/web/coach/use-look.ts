/**
 * What the coach says of the letter as it stands: every change goes to the worker within a frame, and what comes back is shown
 * when the writer pauses. Says nothing to the screen while what stands there is still true. Decides nothing.
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

/** A letter, its text, and what was said of exactly that. */
export interface Looked {
  readonly doc: Node;
  readonly text: DraftText;
  readonly openings: readonly (Opening & { readonly key: string })[];
}

/** What may be on screen. */
export interface Shown {
  readonly hints: readonly Hint[];
  readonly openings: readonly { readonly key: string; readonly text: string }[];
  readonly covered: readonly Step[];
  readonly silence: Look["silence"];
  readonly isBlank: boolean;
}
const NOTHING: Shown = { hints: [], openings: [], covered: [], silence: null, isBlank: true };

interface Watched {
  readonly view: RefObject<EditorView | null>;
  readonly doc: Node | undefined;
  readonly matter: Matter;
  readonly muted: readonly string[];
  readonly letterKey: string;
  readonly isOn: boolean;
  /** Gets the newest that was looked at; not what is on the sheet while the writer is faster. */
  readonly looked: RefObject<Looked | null>;
  /** After every look, also where nothing new is to be shown. */
  readonly onLooked: (hints: readonly Hint[]) => void;
}

export interface Looking {
  readonly shown: Shown;
  readonly isAbsent: boolean;
  /** After something else than the letter has changed. */
  readonly lookAgain: () => void;
}

export function useLook({ view, doc, matter, muted, letterKey, isOn, looked, onLooked }: Watched): Looking {
  const [shown, setShown] = useState(NOTHING);
  const [isAbsent, setIsAbsent] = useState(false);
  const talk = useRef<CoachTalk | null>(null);
  const sheets = useRef(new WeakMap<LookAsked, { readonly doc: Node; readonly text: DraftText }>());
  const newest = useRef<Look | null>(null);
  const onScreen = useRef(NOTHING);
  const isPause = useRef(false);
  const tellLooked = useRef(onLooked);
  useEffect(() => {
    tellLooked.current = onLooked;
  });

  const show = useCallback((): void => {
    const look = newest.current;
    const openings = looked.current?.openings.map(({ key, text }) => ({ key, text })) ?? [];
    if (!look) return;
    const before = onScreen.current;
    const keys = new Set([...before.hints, ...before.openings].map(({ key }) => key));
    const now: Shown = {
      hints: settled(keys, look.hints, isPause.current),
      openings: settled(keys, openings, isPause.current),
      covered: look.covered,
      silence: look.silence,
      isBlank: looked.current?.text.text.trim() === "",
    };
    if (JSON.stringify(now) !== JSON.stringify(before)) {
      onScreen.current = now;
      setShown(now);
    }
    tellLooked.current(onScreen.current.hints);
  }, [looked]);

  useEffect(() => {
    if (!isOn) return;
    const begun = talkToCoach(
      (look, asked) => {
        const sheet = sheets.current.get(asked);
        if (!sheet) return;
        const openings = look.openings.map((one, index) => ({ ...one, key: `opening ${one.move} ${index}` }));
        looked.current = { ...sheet, openings };
        newest.current = look;
        setIsAbsent(false);
        show();
      },
      () => setIsAbsent(true),
    );
    talk.current = begun;
    return () => {
      talk.current = null;
      newest.current = null;
      begun.end();
      onScreen.current = NOTHING;
      setShown(NOTHING);
    };
  }, [isOn, show, looked]);

  useEffect(() => {
    if (isOn) talk.current?.begin(matter);
  }, [isOn, matter]);

  const mutedNames = muted.join(" ");
  const lookAgain = useCallback((): void => {
    const now = view.current?.state.doc;
    if (!now || !talk.current) return;
    const text = draftText(now);
    const asked: LookAsked = {
      reply: text.text,
      at: new Date().toISOString(),
      muted: mutedNames.split(" "),
      dismissed: dismissedIn(letterKey),
    };
    sheets.current.set(asked, { doc: now, text });
    talk.current.look(asked);
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

  return { shown, isAbsent, lookAgain };
}
