/** A labelled input with its hint and its problem, wired for screen readers. */
import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from "react";

interface Around {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
}

function Frame({ label, hint, problem, id, children }: Around & { id: string; children: ReactNode }): ReactNode {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-soft text-sm">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="text-sm text-trouble">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

const describedBy = (id: string, around: Around): string | undefined =>
  [around.hint ? `${id}-hint` : "", around.problem ? `${id}-problem` : ""].filter(Boolean).join(" ") || undefined;

export function Field({ label, hint, problem, ...input }: Around & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  const id = useId();
  return (
    <Frame label={label} hint={hint} problem={problem} id={id}>
      <input
        id={id}
        className="field"
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, problem })}
        {...input}
      />
    </Frame>
  );
}

export function TextField({
  label,
  hint,
  problem,
  ...input
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  const id = useId();
  return (
    <Frame label={label} hint={hint} problem={problem} id={id}>
      <textarea
        id={id}
        className="field min-h-20"
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, problem })}
        {...input}
      />
    </Frame>
  );
}

interface SelectProps extends Around {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly disabled?: boolean;
}

export function SelectField({ label, hint, problem, value, onChange, options, disabled }: SelectProps): ReactNode {
  const id = useId();
  return (
    <Frame label={label} hint={hint} problem={problem} id={id}>
      <select
        id={id}
        className="field"
        value={value}
        disabled={disabled}
        aria-describedby={describedBy(id, { label, hint, problem })}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Tick({ label, hint, checked, onChange }: TickProps): ReactNode {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4.5"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id} className="block py-px">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-soft text-sm">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
