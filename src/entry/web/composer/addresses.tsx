/** To whom and about what: the address lines of a letter, copies only when somebody wants them. */
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import type { DraftFields } from "./draft-fields.ts";
import { Recipients } from "./recipients.tsx";

interface AddressesProps {
  readonly fields: DraftFields;
  readonly onChange: (patch: Partial<DraftFields>) => void;
  readonly autoFocus: boolean;
}

export function Addresses({ fields, onChange, autoFocus }: AddressesProps): ReactNode {
  const [copies, setCopies] = useState(fields.cc.length + fields.bcc.length > 0);
  return (
    <div>
      <div className="flex items-start">
        <div className="min-w-0 flex-1">
          <Recipients
            label={t("message.to-line")}
            value={fields.to}
            onChange={(to) => onChange({ to })}
            autoFocus={autoFocus}
          />
        </div>
        {copies ? null : (
          <button type="button" className="btn btn-small btn-quiet" onClick={() => setCopies(true)}>
            {t("composer.copies")}
          </button>
        )}
      </div>
      {copies ? (
        <>
          <Recipients label={t("message.cc-line")} value={fields.cc} onChange={(cc) => onChange({ cc })} />
          <Recipients label={t("message.bcc-line")} value={fields.bcc} onChange={(bcc) => onChange({ bcc })} />
        </>
      ) : null}
      <label className="flex items-baseline gap-2 border-b py-1">
        <span className="w-12 shrink-0 text-soft text-sm">{t("message.subject-line")}</span>
        <input
          className="min-h-7 flex-1 bg-transparent outline-none"
          value={fields.subject}
          maxLength={998}
          onChange={(event) => onChange({ subject: event.target.value })}
        />
      </label>
    </div>
  );
}
