/** A dialog over the page: native, so the focus is kept inside and goes back to where it came from. */
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { t } from "../i18n.ts";
import { IconButton } from "./icon-button.tsx";

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

export function Modal({ title, onClose, children, wide = false }: ModalProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const returnTo = document.activeElement;
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    // The browser would begin at the button that closes it, where the first space throws everything away.
    shown?.querySelector<HTMLElement>("form :is(input:not([type=hidden]), textarea, select)")?.focus();
    return () => {
      shown?.close();
      if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={`floating ${wide ? "!w-[min(46rem,calc(100vw-2rem))]" : ""}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="p-6">
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={heading} className="title text-xl leading-8">
            {title}
          </h2>
          <IconButton icon={X} label={t("close")} onPress={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
