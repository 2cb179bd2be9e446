/** A small field for formatted text: signatures and snippets. The same sheet as letters are written on, loaded when needed. */
import { lazy, type ReactNode, Suspense, useId } from "react";

const RichText = lazy(() => import("../composer/rich-text.tsx"));

interface RichFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly html: string;
  readonly onChange: (html: string) => void;
}

export function RichField({ label, hint, html, onChange }: RichFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="font-medium">
        {label}
      </span>
      <Suspense fallback={<div className="field min-h-32" />}>
        <RichText label={label} html={html} onChange={onChange} />
      </Suspense>
      {hint ? <p className="text-soft text-sm">{hint}</p> : null}
    </div>
  );
}
