/** The frame around every screen of a signed-in person: rail, banner, the screen itself, palette, help, toasts. */
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { t } from "../i18n.ts";
import { TipHost } from "../look/tip.tsx";
import { Toasts } from "../look/toasts.tsx";
import { useMay, useMe } from "../viewer.ts";
import { Banner } from "./banner.tsx";
import { listenForKeys, useCommands } from "./commands.ts";
import { useLive } from "./live.ts";
import { Rail } from "./rail.tsx";
import { signOut } from "./sign-out.ts";
import { setTheme, useIsDark } from "./theme.ts";
import { VIEWS } from "./views.ts";

const Palette = lazy(() => import("./palette.tsx"));
const HelpSheet = lazy(() => import("./help-sheet.tsx"));

export function Shell(): ReactNode {
  useLive();
  const me = useMe();
  const go = useNavigate();
  const isLead = useMay("lead");
  const isDark = useIsDark();
  const [over, setOver] = useState<"palette" | "help" | null>(null);
  const letters = me.preferences["letterKeys"] !== false;
  useEffect(() => listenForKeys(() => letters), [letters]);

  useCommands([
    {
      id: "palette",
      title: t("command.palette"),
      group: t("group.everywhere"),
      keys: "mod+k",
      whileTyping: true,
      run: () => setOver("palette"),
    },
    { id: "help", title: t("command.help"), group: t("group.everywhere"), keys: "?", run: () => setOver("help") },
    {
      id: "search",
      title: t("command.search"),
      group: t("group.everywhere"),
      keys: "/",
      run: () => void go({ to: "/search" }),
    },
    {
      id: "write",
      title: t("command.write"),
      group: t("group.everywhere"),
      keys: "c",
      run: () => void go({ to: "/write" }),
    },
    ...VIEWS.map((view) => ({
      id: `go-${view.view}`,
      title: t(`view.${view.view}`),
      group: t("group.go"),
      keys: view.keys,
      run: () => void go({ to: "/desk/$view", params: { view: view.view } }),
    })),
    {
      id: "go-promises",
      title: t("promises.title"),
      group: t("group.go"),
      keys: "g o",
      run: () => void go({ to: "/promises" }),
    },
    {
      id: "go-customers",
      title: t("customers.title"),
      group: t("group.go"),
      keys: "g c",
      run: () => void go({ to: "/customers" }),
    },
    {
      id: "go-playbooks",
      title: t("playbooks.title"),
      group: t("group.go"),
      keys: "g b",
      run: () => void go({ to: "/playbooks" }),
    },
    {
      id: "go-quarantine",
      title: t("quarantine.title"),
      group: t("group.go"),
      keys: "g q",
      run: () => void go({ to: "/quarantine" }),
    },
    {
      id: "go-settings",
      title: t("settings.title"),
      group: t("group.go"),
      keys: "g ,",
      run: () => void go({ to: "/settings" }),
    },
    ...(isLead
      ? [{ id: "go-log", title: t("log.title"), group: t("group.go"), run: () => void go({ to: "/settings/log" }) }]
      : []),
    {
      id: "theme",
      title: isDark ? t("theme.to-light") : t("theme.to-dark"),
      group: t("group.everywhere"),
      run: () => setTheme(isDark ? "light" : "dark"),
    },
    { id: "sign-out", title: t("sign-out"), group: t("group.everywhere"), run: () => void signOut() },
  ]);

  return (
    <div className="relative flex h-dvh flex-col overflow-clip">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:p-2"
      >
        {t("skip")}
      </a>
      <Banner />
      <div className="print-flow flex min-h-0 flex-1 max-md:flex-col-reverse">
        <Rail onPalette={() => setOver("palette")} />
        <div id="main" tabIndex={-1} className="print-flow flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <Outlet />
        </div>
      </div>
      <Suspense fallback={null}>
        {over === "palette" ? <Palette onClose={() => setOver(null)} /> : null}
        {over === "help" ? <HelpSheet onClose={() => setOver(null)} /> : null}
      </Suspense>
      <Toasts />
      <TipHost />
    </div>
  );
}
