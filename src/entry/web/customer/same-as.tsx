/** Saying that two entries are one and the same: find the other, then confirm, because it cannot be undone by a click. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { DialogForm } from "../look/dialog-form.tsx";
import { Modal } from "../look/modal.tsx";
import { Pick } from "../look/pick.tsx";

export interface Candidate {
  readonly id: number;
  readonly title: string;
  readonly detail: string;
}

interface SameAsProps<T> {
  readonly label: string;
  readonly placeholder: string;
  readonly candidates: readonly Candidate[];
  readonly onQuery: (typed: string) => void;
  /** The question and what will happen, once somebody was chosen. */
  readonly ask: (other: Candidate) => { readonly title: string; readonly what: string; readonly yes: string };
  readonly onMerge: (otherId: number) => Promise<T>;
  readonly onClose: () => void;
  readonly onDone: (merged: T) => void;
}

export function SameAs<T>({
  label,
  placeholder,
  candidates,
  onQuery,
  ask,
  onMerge,
  onClose,
  onDone,
}: SameAsProps<T>): ReactNode {
  const [other, setOther] = useState<Candidate | null>(null);
  const [picking, setPicking] = useState(true);
  const chosen = useRef(false);
  const merge = useMutation({
    mutationFn: () => onMerge(other?.id ?? 0),
    onSuccess: (merged) => {
      onClose();
      onDone(merged);
    },
  });
  if (picking)
    return (
      <Pick
        label={label}
        placeholder={placeholder}
        items={candidates.map((one) => ({
          key: String(one.id),
          title: one.title,
          detail: one.detail,
          onPick: () => {
            chosen.current = true;
            setOther(one);
          },
        }))}
        onQuery={onQuery}
        onClose={() => {
          setPicking(false);
          // Closed without a choice: nothing to confirm.
          setTimeout(() => {
            if (!chosen.current) onClose();
          }, 20);
        }}
      />
    );
  if (!other) return null;
  const { title, what, yes } = ask(other);
  return (
    <Modal title={title} onClose={onClose}>
      <DialogForm
        action={yes}
        disabled={merge.isPending}
        error={merge.error}
        onCancel={onClose}
        onDo={() => merge.mutate()}
      >
        <p>{what}</p>
      </DialogForm>
    </Modal>
  );
}
