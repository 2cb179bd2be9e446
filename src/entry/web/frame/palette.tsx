/** The command palette: everything that can be done here, and jumping to a conversation by its number. */
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { Pick, type PickItem } from "../look/pick.tsx";
import { sayKeys, useAllCommands } from "./commands.ts";

export default function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const commands = useAllCommands();
  const go = useNavigate();
  const order = [t("group.conversation"), t("group.writing"), t("group.list"), t("group.go"), t("group.everywhere")];
  const items = commands
    .filter((one) => !one.unlisted && !one.isLocal && one.id !== "palette")
    .map(
      (one): PickItem => ({
        key: one.id,
        title: one.title,
        group: one.group,
        ...(one.keys ? { keys: sayKeys(one.keys) } : {}),
        ...(one.also ? { also: one.also } : {}),
        onPick: one.run,
      }),
    )
    .sort((a, b) => order.indexOf(a.group ?? "") - order.indexOf(b.group ?? ""));
  return (
    <Pick
      label={t("palette.label")}
      placeholder={t("palette.placeholder")}
      items={items}
      onClose={onClose}
      otherwise={(query) => {
        const number = /^#?(\d{1,9})$/.exec(query)?.[1];
        return number
          ? {
              key: "open-number",
              title: t("palette.open-number", { number }),
              onPick: () => void go({ to: "/desk/$view/$id", params: { view: "open", id: number } }),
            }
          : {
              key: "search",
              title: t("palette.search", { query }),
              onPick: () => void go({ to: "/search", search: { q: query } }),
            };
      }}
    />
  );
}
