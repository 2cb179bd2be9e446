/** A button that shows only an icon: it always has a name, and says it (with its key) on hover and focus. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";

export interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string;
  readonly onPress?: () => void;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly popup?: "menu" | "dialog";
  readonly disabled?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Keeps the focus (and the selection) where it is, as toolbars of a text do. */
  readonly keepsFocus?: boolean;
}

export function IconButton(props: IconButtonProps): ReactNode {
  const Icon = props.icon;
  return (
    <button
      ref={props.ref}
      type="button"
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      data-tip={props.label}
      data-tip-keys={props.keys}
      disabled={props.disabled}
      onMouseDown={props.keepsFocus ? (event) => event.preventDefault() : undefined}
      onClick={props.onPress}
      className={`btn btn-quiet btn-icon aria-pressed:bg-accent-soft aria-pressed:text-accent ${props.className ?? ""}`}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
