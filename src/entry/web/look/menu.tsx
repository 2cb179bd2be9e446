/** A button with a menu. The menu itself (React Aria) is loaded when it is first wanted; the button is there from the start. */
import type { LucideIcon } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";

export interface MenuEntry {
  readonly key: string;
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly grave?: boolean;
  /** Opens or saves this instead of doing something. */
  readonly href?: string;
  readonly onPick?: () => void;
}
export interface MenuProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly entries: readonly MenuEntry[];
  readonly className?: string;
}

const OpenMenu = lazy(() => import("./menu-open.tsx"));

export function MenuButton(props: MenuProps): ReactNode {
  const [wanted, setWanted] = useState(false);
  const Icon = props.icon;
  const waiting = (
    <button
      type="button"
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      data-tip={props.label}
      className={`btn btn-quiet btn-icon print-hidden ${props.className ?? ""}`}
      onClick={() => setWanted(true)}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
  return wanted ? (
    <Suspense fallback={waiting}>
      <OpenMenu {...props} />
    </Suspense>
  ) : (
    waiting
  );
}
