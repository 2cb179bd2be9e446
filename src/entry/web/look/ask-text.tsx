/** Asks for one line or a few, in a dialog, and says what went wrong in the same place. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { DialogForm } from "./dialog-form.tsx";
import { Field, TextField } from "./field.tsx";
import { Modal } from "./modal.tsx";
import { sayProblem } from "./toasts.tsx";

interface AskTextProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly label: string;
  readonly initial?: string;
  readonly action: string;
  readonly mayBeEmpty?: boolean;
  readonly lines?: number;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onDone: (text: string) => Promise<void>;
}

export function AskText(props: AskTextProps): ReactNode {
  const [text, setText] = useState(props.initial ?? "");
  const send = useMutation({ mutationFn: () => props.onDone(text.trim()), onSuccess: props.onClose });
  const problem = send.error ? sayProblem(send.error) : undefined;
  return (
    <Modal title={props.title} onClose={props.onClose}>
      <DialogForm
        action={props.action}
        disabled={send.isPending || !(props.mayBeEmpty || text.trim())}
        onCancel={props.onClose}
        onDo={() => send.mutate()}
      >
        {props.lead ? <p className="text-soft">{props.lead}</p> : null}
        {props.lines ? (
          <TextField
            label={props.label}
            rows={props.lines}
            value={text}
            problem={problem}
            autoFocus
            onChange={(event) => setText(event.target.value)}
          />
        ) : (
          <Field
            label={props.label}
            value={text}
            problem={problem}
            autoFocus
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {props.children}
      </DialogForm>
    </Modal>
  );
}
