/** Every key that works on this screen, read from the same list that the keyboard uses. */
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { Modal } from "../look/modal.tsx";
import { sayKeys, useAllCommands } from "./commands.ts";

export default function HelpSheet({ onClose }: { onClose: () => void }): ReactNode {
  const commands = useAllCommands().filter((one) => one.keys);
  const groups = [...new Set(commands.map((one) => one.group))];
  return (
    <Modal title={t("help.title")} onClose={onClose} wide>
      <div className="gap-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="eyebrow mb-1">{group}</h3>
            <dl>
              {commands
                .filter((one) => one.group === group)
                .map((one) => (
                  <div key={one.id} className="flex items-baseline justify-between gap-4 border-b py-1.5">
                    <dt>{one.title}</dt>
                    <dd>
                      <kbd>{sayKeys(one.keys ?? "")}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-soft text-sm">{t("help.letters")}</p>
    </Modal>
  );
}
