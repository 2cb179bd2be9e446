/** A few lines that save themselves when one leaves the field. */
import { type ReactNode, useEffect, useState } from "react";
import { t } from "../i18n.ts";
import { TextField } from "../look/field.tsx";
import { sayProblem } from "../look/toasts.tsx";

interface SavedTextProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
}

export function SavedText({ label, hint, value, onSave }: SavedTextProps): ReactNode {
  const [text, setText] = useState(value);
  const [state, setState] = useState<"" | "saved">("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => setText(value), [value]);
  const save = async (): Promise<void> => {
    if (text.trim() === value.trim()) return;
    try {
      await onSave(text.trim());
      setState("saved");
      setProblem(undefined);
    } catch (failure) {
      setProblem(sayProblem(failure));
    }
  };
  return (
    <TextField
      label={label}
      hint={state === "saved" ? <span role="status">{t("saved")}</span> : hint}
      rows={3}
      value={text}
      problem={problem}
      onChange={(event) => {
        setText(event.target.value);
        setState("");
      }}
      onBlur={() => void save()}
    />
  );
}
