/** The signed-in person at the foot of the rail: settings, light and dark, the keyboard, signing out. */

import { Link } from "@tanstack/react-router";
import { Command as CommandIcon, LogOut, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { initialsOf, useMe } from "../viewer.ts";
import { sayKeys } from "./commands.ts";
import { signOut } from "./sign-out.ts";
import { setTheme, useIsDark } from "./theme.ts";

export function AccountCorner({ narrow, onPalette }: { narrow: boolean; onPalette: () => void }): ReactNode {
  const me = useMe();
  const isDark = useIsDark();
  return (
    <div className={`flex items-center border-t pt-3 ${narrow ? "flex-col gap-1" : "gap-1"}`}>
      <Link
        to="/settings/me"
        data-tip={`${me.name} · ${me.email}`}
        className={`flex min-h-8 min-w-0 items-center gap-2 rounded-md ${narrow ? "" : "flex-1 px-1"}`}
      >
        <span
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-full border bg-sheet font-medium text-[0.6875rem]"
        >
          {initialsOf(me.name)}
        </span>
        <span className={narrow ? "sr-only" : "truncate"}>
          {me.name}
          <span className="sr-only">, {t("me.title")}</span>
        </span>
      </Link>
      <IconButton icon={CommandIcon} label={t("command.palette")} keys={sayKeys("mod+k")} onPress={onPalette} />
      <IconButton
        icon={isDark ? Sun : Moon}
        label={isDark ? t("theme.to-light") : t("theme.to-dark")}
        onPress={() => setTheme(isDark ? "light" : "dark")}
      />
      <IconButton icon={LogOut} label={t("sign-out")} onPress={() => void signOut()} />
    </div>
  );
}
