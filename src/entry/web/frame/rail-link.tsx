/** One place in the rail, with how many conversations wait there. */
import { Link, type LinkProps } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface RailLinkProps {
  readonly to: Pick<LinkProps, "to" | "params" | "search">;
  readonly label: string;
  readonly narrow: boolean;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly tip?: string;
  readonly count?: number;
  readonly inTrouble?: boolean;
}

export function RailLink(props: RailLinkProps): ReactNode {
  const { icon: Icon, label, narrow, count = 0 } = props;
  return (
    <Link
      {...props.to}
      search={(props.to.search ?? {}) as never}
      activeOptions={{ includeSearch: true }}
      aria-label={narrow ? (count > 0 ? `${label} ${count}` : label) : undefined}
      data-tip={narrow ? label : props.tip}
      data-tip-keys={narrow ? props.keys : undefined}
      className={`flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1 hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] aria-[current=page]:bg-sheet aria-[current=page]:font-medium aria-[current=page]:shadow-[0_0_0_1px_var(--hair)] ${narrow ? "relative justify-center" : ""}`}
    >
      {Icon ? <Icon size={17} strokeWidth={1.6} aria-hidden="true" className="shrink-0 text-soft" /> : null}
      {narrow ? null : (
        <span className={`min-w-0 flex-1 truncate ${props.inTrouble ? "text-trouble" : ""}`}>{label}</span>
      )}
      {count > 0 && !narrow ? <span className="text-soft text-sm tabular-nums">{count}</span> : null}
    </Link>
  );
}
