/**
 * The coach beside one letter: what it says, which hint is open, and what the writer can do about it. What it says stays in
 * this window; only the muting of a hint is kept, with the person's own settings.
 */
import { useQuery } from "@tanstack/react-query";
import { closeHistory } from "prosemirror-history";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Step } from "../../../method/steps/index.ts";
import type { ConversationWhole } from "../../contract/index.ts";
import { letterFrom } from "../composer/editor.ts";
import { useBeginWish, useTellGuide } from "../desk/guide-and-draft.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { useMe } from "../viewer.ts";
import { dismissedIn, keepDismissed } from "./dismissed.ts";
import { draftText } from "./draft-text.ts";
import { replaceWords, writeOpening } from "./letter-edits.ts";
import type { Hint } from "./look-at-draft.ts";
import { drawMarks } from "./marks.ts";
import { matterOf } from "./matter-of.ts";
import { keepMuted, mutedRules, wantsCoach } from "./muted.ts";
import { type Looked, type Shown, useLook } from "./use-look.ts";

export interface Coach extends Shown {
  readonly isAbsent: boolean;
  /** The hint that is open: the one that was picked, or the first. */
  readonly current: string | null;
  readonly pick: (key: string) => void;
  /** Writes other words for those the hint is about, or, where it has none to offer, chooses them in the letter. */
  readonly follow: (hint: Hint) => void;
  readonly goTo: (hint: Hint) => void;
  readonly dismiss: (hint: Hint) => void;
  readonly mute: (hint: Hint) => void;
  /** Writes this opening. */
  readonly begin: (key: string) => void;
  readonly backToText: () => void;
}

export interface Beside {
  readonly view: RefObject<EditorView | null>;
  readonly state: EditorState | null;
  readonly whole: ConversationWhole;
  readonly letterKey: string;
  readonly isReply: boolean;
}

/** Where there is none, in notes and forwards and for people who do not want one, undefined. */
export function useCoach({ view, state, whole, letterKey, isReply }: Beside): Coach | undefined {
  const me = useMe();
  const isOn = isReply && wantsCoach(me);
  const snippets = useQuery({ ...ask.snippets(), enabled: isOn }).data?.items;
  const { messages, promises } = whole;
  const conversationId = whole.conversation.id;
  const customerName = whole.conversation.customer.name;
  const { timeZone } = me;
  const matter = useMemo(() => {
    const phrases = (snippets ?? []).map(({ html }) => draftText(letterFrom(html)).text);
    return matterOf({ conversationId, customerName, messages, timeZone, promises, phrases });
  }, [conversationId, customerName, messages, timeZone, promises, snippets]);
  const muted = mutedRules(me);
  const [picked, pick] = useState<string | null>(null);
  const looked = useRef<Looked | null>(null);
  const draw = useCallback(
    (hints: readonly Hint[]): void => {
      const sheet = view.current;
      // While a newer letter is being looked at, the marks of the last one move along with it; a word that is being put together
      // from several keys must not be touched.
      if (!sheet || !looked.current || sheet.state.doc !== looked.current.doc || sheet.composing) return;
      drawMarks(sheet, { hints, text: looked.current.text, current: picked, onPick: pick });
    },
    [view, picked],
  );
  const watched = { view, doc: state?.doc, matter, muted, letterKey, isOn, looked, onLooked: draw };
  const { shown, isAbsent, lookAgain } = useLook(watched);
  useEffect(() => draw(shown.hints), [draw, shown]);

  const mutedNames = muted.join(" ");
  const coach = useMemo((): Coach | undefined => {
    if (!isOn) return undefined;
    const write = (make: (now: EditorState, from: Looked) => Transaction | undefined): void => {
      const sheet = view.current;
      const from = looked.current;
      if (!sheet || !from || sheet.state.doc !== from.doc) return;
      const change = make(sheet.state, from);
      if (!change) return;
      sheet.dispatch(change);
      // What is typed next is a step of its own to undo.
      sheet.dispatch(closeHistory(sheet.state.tr));
    };
    const goTo = (hint: Hint): void => {
      pick(hint.key);
      write(({ tr }, { text }) => {
        const places = text.placesOf(hint);
        const from = places[0]?.from ?? text.placeAt(hint.start);
        return tr.setSelection(TextSelection.create(tr.doc, from, places.at(-1)?.to ?? from)).scrollIntoView();
      });
      view.current?.focus();
    };
    const before = mutedNames.split(" ").filter((rule) => rule !== "");
    return {
      ...shown,
      isAbsent,
      current: shown.hints.some(({ key }) => key === picked) ? picked : (shown.hints[0]?.key ?? null),
      pick,
      goTo,
      follow: (hint) => {
        const { instead } = hint;
        if (instead === undefined) goTo(hint);
        else write((now, { text }) => replaceWords(now, text, hint, instead));
      },
      dismiss: ({ rule, words }) => {
        keepDismissed(letterKey, [...dismissedIn(letterKey), { rule, words }]);
        lookAgain();
      },
      mute: ({ rule }) => {
        keepMuted([...new Set([...before, rule])]).catch(tellProblem);
        const undo = (): void => void keepMuted(before).catch(tellProblem);
        tell(t("coach.muted"), { action: { label: t("undo"), run: undo } });
      },
      begin: (key) => {
        write((now, { text, openings }) => {
          const opening = openings.find((one) => one.key === key);
          return opening && writeOpening(now, text, opening);
        });
        view.current?.focus();
      },
      backToText: () => view.current?.focus(),
    };
  }, [isOn, shown, isAbsent, picked, mutedNames, letterKey, lookAgain, view]);

  useTellGuide(conversationId, isOn && !shown.isBlank ? shown.covered : undefined);
  const beginWith = useCallback(
    (step: Step): boolean => {
      const opening = coach?.openings.find(({ key }) => key.startsWith(`opening ${OPENS[step]} `));
      if (opening) coach?.begin(opening.key);
      // Without words for it the letter is open, and the writer finds their own.
      return opening !== undefined || shown.covered.includes(step);
    },
    [coach, shown],
  );
  useBeginWish(conversationId, shown.isBlank, beginWith);
  return coach;
}

/** The opening that takes a step. */
const OPENS: Readonly<Record<Step, string>> = {
  listen: "reflect",
  acknowledge: "reflect",
  question: "answer",
  confirm: "read-back",
  provide: "answer",
  check: "check",
};
