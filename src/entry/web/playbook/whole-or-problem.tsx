/** Until a playbook is there, and where it is not. */
import type { ReactNode } from "react";
import { sayProblem } from "../look/toasts.tsx";

export function WholeOrProblem({ error }: { error: unknown }): ReactNode {
  return <main className="flex-1 bg-sheet p-10 text-trouble">{error ? sayProblem(error) : null}</main>;
}
