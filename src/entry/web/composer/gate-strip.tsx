/**
 * A letter was held where the coach asks to stop: what was found, the way to the words, and a field for the reason to send it as it is.
 * Stands below the letter, in the place of the buttons, and takes nothing from it: one may go on writing, and what is changed closes it.
 */
import type { EditorView } from "prosemirror-view";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { sayKeys } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { TextField } from "../look/field.tsx";
import { goToWords } from "./go-to-words.ts";
import type { HeldAtGate, Sending } from "./use-send.ts";

interface GateProps {
  readonly sending: Sending;
  readonly view: RefObject<EditorView | null>;
}

/** The reason as it is typed outlives the strip: who mends one thing and is held at another need not write it again. */
export function Gate({ sending, view }: GateProps): ReactNode {
  const [why, setWhy] = useState("");
  const { gate } = sending;
  if (!gate) return null;
  const rules = [...new Set(gate.about.map(({ rule }) => rule))];
  return (
    <GateStrip
      held={gate}
      isSending={sending.isSending}
      why={why}
      onWhy={setWhy}
      onShow={(words) => view.current && goToWords(view.current, words)}
      onSend={() =>
        void sending.send({ ...gate.options, reasons: rules.map((rule) => ({ rule, reason: why.trim() })) })
      }
      onBack={() => {
        sending.forget();
        view.current?.focus();
      }}
    />
  );
}

interface StripProps {
  readonly held: HeldAtGate;
  readonly isSending: boolean;
  readonly why: string;
  readonly onWhy: (why: string) => void;
  readonly onShow: (words: HeldAtGate["about"][number]) => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

function GateStrip({ held, isSending, why, onWhy, onShow, onSend, onBack }: StripProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  const id = useId();
  // Sending was asked for, with keys or with a click; what came of it is where the next key goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is held
  useEffect(() => box.current?.focus(), [held]);

  const onKey = (event: KeyboardEvent): void => {
    const isChord = event.metaKey || event.ctrlKey;
    const isSend = event.key === "Enter" && isChord;
    if (isSend) onSend();
    else if (event.key === "Escape") onBack();
    if (isSend || event.key === "Escape") event.preventDefault();
    // A letter that is typed here is no command of the desk.
    if (!isChord) event.stopPropagation();
  };

  return (
    <section
      ref={box}
      role="dialog"
      aria-modal="false"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-found`}
      tabIndex={-1}
      onKeyDown={onKey}
      className="gate max-h-[45vh] shrink-0 overflow-y-auto border-t bg-note px-5 py-3 outline-none sm:px-8"
    >
      <div className="mx-auto flex max-w-[42rem] flex-col gap-2">
        <h2 id={`${id}-title`} className="font-semibold">
          {t("gate.title")}
        </h2>
        <ul id={`${id}-found`} className="flex flex-col gap-1.5">
          {held.about.map((one) => (
            <li key={`${one.rule} ${one.start}`} className="flex flex-wrap items-start gap-x-3 gap-y-1">
              <span className="min-w-0 flex-[1_1_16rem] break-words">
                {one.message}
                {one.words ? <span className="block truncate font-serif text-soft italic">“{one.words}”</span> : null}
              </span>
              <button type="button" className="btn btn-small btn-plain" onClick={() => onShow(one)}>
                {t("coach.go")}
              </button>
            </li>
          ))}
        </ul>
        <TextField
          label={t("gate.reason")}
          hint={held.wayOut}
          rows={1}
          maxLength={1_000}
          value={why}
          onChange={(event) => onWhy(event.target.value)}
          className="field !min-h-9 resize-y"
        />
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            className="btn btn-small btn-plain"
            disabled={isSending}
            data-tip={sayKeys("mod+enter")}
            onClick={onSend}
          >
            {t("gate.send")}
          </button>
          <button type="button" className="btn btn-small btn-quiet" onClick={onBack}>
            {t("gate.back")}
          </button>
          <p className="min-w-0 flex-[1_1_12rem] text-faint text-xs">{t("gate.kept")}</p>
        </div>
      </div>
    </section>
  );
}
