/** What stands in a dialog that asks something: the questions, what went wrong, and below them "Cancel" and what will be done. */
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { Problem } from "./problem.tsx";

interface DialogFormProps {
  readonly children: ReactNode;
  /** What the button says that does it. */
  readonly action: string;
  /** It takes something away for good. */
  readonly grave?: true;
  readonly disabled?: boolean;
  /** Why it was not done; left out where a field says so itself. */
  readonly error?: unknown;
  readonly onCancel: () => void;
  readonly onDo: () => void;
}

export function DialogForm({ children, action, grave, disabled, error, onCancel, onDo }: DialogFormProps): ReactNode {
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onDo();
      }}
    >
      {children}
      <Problem error={error} />
      <div className="flex justify-end gap-2">
        <button type="button" className="btn btn-quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
        <button type="submit" className={`btn ${grave ? "btn-grave" : "btn-do"}`} disabled={disabled ?? false}>
          {action}
        </button>
      </div>
    </form>
  );
}
