/** Marking as spam, and whether mail from there should go there by itself from now on. */
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
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
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onDone(blocks);
        }}
      >
        <p className="text-soft">{t("spam.lead")}</p>
        <Tick label={t("spam.block", { address })} checked={blocks} onChange={setBlocks} />
        <div className="flex justify-end gap-2">
          <button type="button" className="btn btn-quiet" onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="submit" className="btn btn-do">
            {t("spam.do")}
          </button>
        </div>
      </form>
    </Modal>
  );
}
