/** What went wrong, said where it went wrong; nothing while all is well. */
import type { ReactNode } from "react";
import { sayProblem } from "./toasts.tsx";

export function Problem({ error }: { error: unknown }): ReactNode {
  return error ? (
    <p role="alert" className="text-trouble">
      {sayProblem(error)}
    </p>
  ) : null;
}
