/** A list typed one per line; lines that cannot be right are named, and everything else is taken. */
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import { TextField } from "../look/field.tsx";

interface LinesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[];
  readonly isGood: (line: string) => boolean;
  readonly onChange: (lines: string[]) => void;
}

export function LinesField({ label, hint, value, isGood, onChange }: LinesFieldProps): ReactNode {
  const [typed, setTyped] = useState(value.join("\n"));
  const lines = typed
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const bad = lines.filter((line) => !isGood(line));
  return (
    <TextField
      label={label}
      hint={hint}
      rows={Math.max(2, Math.min(6, lines.length + 1))}
      spellCheck={false}
      value={typed}
      problem={bad.length > 0 ? t("lines.bad", { lines: bad.join(", ") }) : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        const all = event.target.value.split(/[\n,;]/).map((line) => line.trim());
        onChange([...new Set(all.filter((line) => line && isGood(line)))]);
      }}
    />
  );
}
