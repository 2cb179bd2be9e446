/** The few parts that every page of settings is made of: its title, a section, an honest empty state. */
import type { ReactNode } from "react";

export function PageTitle({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <header className="mb-7 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h1 className="title text-2xl leading-8">{title}</h1>
        {lead ? <p className="mt-1 max-w-prose text-soft">{lead}</p> : null}
      </div>
      {children}
    </header>
  );
}

export function Section({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="mb-8 border-t pt-5">
      <h2 className="title mb-1 text-lg">{title}</h2>
      {lead ? <p className="mb-4 max-w-prose text-soft">{lead}</p> : <div className="mb-3" />}
      {children}
    </section>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="border-t py-8">
      <p className="title mb-1 text-lg">{title}</p>
      {children ? <div className="max-w-prose text-soft">{children}</div> : null}
    </div>
  );
}
