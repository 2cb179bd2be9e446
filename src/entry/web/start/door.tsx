/** The quiet page around signing in, resetting and being invited: one column, the name of the house, one thing to do. */
import type { ReactNode } from "react";
import { SixDots } from "../look/step-dot.tsx";
import { TipHost } from "../look/tip.tsx";
import { Toasts } from "../look/toasts.tsx";

interface DoorProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

export function Door({ title, lead, children, wide = false }: DoorProps): ReactNode {
  return (
    <main className="flex min-h-dvh flex-col items-center bg-paper px-5 py-[min(14vh,8rem)]">
      <div className={`w-full ${wide ? "max-w-2xl" : "max-w-sm"}`}>
        <div className="mb-10 flex items-center gap-3">
          <span className="title text-xl">Heard</span>
          <SixDots size={9} />
        </div>
        <h1 className="title mb-2 text-3xl leading-10">{title}</h1>
        {lead ? <p className="mb-8 max-w-prose text-soft text-lg">{lead}</p> : <div className="mb-6" />}
        {children}
      </div>
      <Toasts />
      <TipHost />
    </main>
  );
}

/** What went wrong with a form, read out at once. */
export function Problem({ children }: { children: ReactNode }): ReactNode {
  return (
    <p role="alert" className="rounded-md bg-trouble-soft px-3 py-2 text-trouble">
      {children}
    </p>
  );
}
