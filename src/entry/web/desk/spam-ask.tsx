/** Marking as spam, and whether mail from there should go there by itself from now on. */
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import { DialogForm } from "../look/dialog-form.tsx";
import { Tick } from "../look/field.tsx";
import { Modal } from "../look/modal.tsx";

interface SpamAskProps {
  readonly address: string;
  readonly onClose: () => void;
  readonly onDone: (blockSender: boolean) => void;
}

export function SpamAsk({ address, onClose, onDone }: SpamAskProps): ReactNode {
  const [blocks, setBlocks] = useState(false);
  return (
    <Modal title={t("spam.title")} onClose={onClose}>
      <DialogForm
        action={t("spam.do")}
        onCancel={onClose}
        onDo={() => {
          onClose();
          onDone(blocks);
        }}
      >
        <p className="text-soft">{t("spam.lead")}</p>
        <Tick label={t("spam.block", { address })} checked={blocks} onChange={setBlocks} />
      </DialogForm>
    </Modal>
  );
}
