/** To whom a message went: one line, and everything when asked. */
import { type ReactNode, useState } from "react";
import type { Address, Message } from "../../contract/index.ts";
import { sayAddress } from "../address/parse-addresses.ts";
import { t } from "../i18n.ts";

const names = (list: readonly Address[]): string => list.map(sayAddress).join(", ");
const whole = (list: readonly Address[]): string =>
  list.map((one) => (one.name ? `${one.name} <${one.address}>` : one.address)).join(", ");

export function Recipients({ message }: { message: Message }): ReactNode {
  const [open, setOpen] = useState(false);
  const all = [...message.to, ...message.cc, ...message.bcc];
  if (message.kind === "note" || all.length === 0) return null;
  if (!open)
    return (
      <button
        type="button"
        aria-expanded={false}
        className="block min-h-6 max-w-full truncate rounded-sm text-left text-soft text-sm print-hidden"
        onClick={() => setOpen(true)}
      >
        {t("message.to", { names: names(all) })}
      </button>
    );
  const lines: readonly [string, readonly Address[]][] = [
    [t("message.from-line"), [message.from]],
    [t("message.reply-to-line"), message.replyTo],
    [t("message.to-line"), message.to],
    [t("message.cc-line"), message.cc],
    [t("message.bcc-line"), message.bcc],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-soft text-sm">
      {lines
        .filter(([, list]) => list.length > 0)
        .map(([label, list]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="break-words text-ink">{whole(list)}</dd>
          </div>
        ))}
      {message.subject ? (
        <>
          <dt>{t("message.subject-line")}</dt>
          <dd className="break-words text-ink">{message.subject}</dd>
        </>
      ) : null}
    </dl>
  );
}
