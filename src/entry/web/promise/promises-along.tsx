/**
 * Along with a letter: each promise of the conversation that is still owed, in one line, and what this letter says of it: nothing, that
 * it is kept with it, or moved by it. The choice is the writer's and is sent with the letter; nothing is guessed.
 */

import type { EditorView } from "prosemirror-view";
import { type ReactNode, type RefObject, useCallback, useMemo, useState } from "react";
import { calledBy } from "../../../kit/index.ts";
import type { ConversationWhole, StandingPromise } from "../../contract/index.ts";
import { isBlank, letterText, writeParagraphs } from "../composer/editor.ts";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { Due } from "./due.tsx";
import { useMoveWish } from "./move-wish.ts";
import { greeting, isOwed, moveWords } from "./move-words.ts";

const CHOICES = ["open", "kept", "moved"] as const;
type Choice = (typeof CHOICES)[number];

export interface Along {
  readonly owed: readonly StandingPromise[];
  readonly choiceOf: (id: number) => Choice;
  readonly choose: (id: number, choice: Choice) => void;
  /** As it is sent. */
  readonly settled: readonly { readonly id: number; readonly outcome: "kept" | "moved" }[];
}

/** @param isReady the sheet is there, and is a reply. */
export function usePromisesAlong(
  whole: ConversationWhole,
  view: RefObject<EditorView | null>,
  isReady: boolean,
): Along {
  const { promises, conversation } = whole;
  const owed = useMemo(() => promises.filter(isOwed), [promises]);
  const [chosen, setChosen] = useState<Readonly<Record<number, Choice>>>({});
  const choose = useCallback((id: number, choice: Choice) => setChosen((before) => ({ ...before, [id]: choice })), []);
  const choiceOf = (id: number): Choice => chosen[id] ?? "open";
  const grant = useCallback(
    (id: number): boolean => {
      const sheet = view.current;
      const promise = owed.find((one) => one.id === id);
      if (!isReady || !sheet || !promise) return false;
      choose(id, "moved");
      const words = moveWords(promise, new Date());
      if (letterText(sheet.state).includes(words[0] ?? "")) return true;
      const { name } = conversation.customer;
      writeParagraphs(
        sheet,
        isBlank(sheet.state) ? [greeting(name.includes("@") ? "" : calledBy(name)), ...words] : words,
      );
      return true;
    },
    [view, owed, isReady, choose, conversation],
  );
  useMoveWish(conversation.id, grant);
  const first = owed[0];
  useCommands(
    isReady && first
      ? [
          {
            id: "promise-along",
            title: t("promises.along.next"),
            group: t("group.writing"),
            keys: "mod+shift+l",
            whileTyping: true,
            run: () => choose(first.id, CHOICES[(CHOICES.indexOf(choiceOf(first.id)) + 1) % CHOICES.length] ?? "open"),
          },
        ]
      : [],
  );
  return {
    owed,
    choiceOf,
    choose,
    settled: owed.flatMap(({ id }) => {
      const outcome = choiceOf(id);
      return outcome === "open" ? [] : [{ id, outcome }];
    }),
  };
}

export function PromisesAlong({ owed, choiceOf, choose }: Along): ReactNode {
  if (owed.length === 0) return null;
  return (
    <ul aria-label={t("promises.along")} className="flex max-h-28 flex-col gap-1 overflow-y-auto text-sm">
      {owed.map(({ id, what, due, isDay }) => (
        <li key={id}>
          <fieldset className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
            <legend className="float-left contents min-w-0">
              <span className="min-w-0 max-w-full truncate font-serif sm:max-w-72">“{what}”</span>
              <Due due={due} isDay={isDay} />
            </legend>
            {CHOICES.map((choice) => (
              <label key={choice} className="flex min-h-6 items-center gap-1 whitespace-nowrap text-soft">
                <input
                  type="radio"
                  name={`promise-${id}`}
                  checked={choiceOf(id) === choice}
                  onChange={() => choose(id, choice)}
                />
                {t(`promises.along.${choice}`)}
              </label>
            ))}
          </fieldset>
        </li>
      ))}
    </ul>
  );
}
