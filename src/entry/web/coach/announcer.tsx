/** Tells people who hear the page what has changed in the margin: politely, once it has settled, and never while they type. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { sayKeys } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import type { Hint } from "./look-at-draft.ts";
import { MARGIN_KEYS } from "./use-margin-commands.ts";

const SETTLED_MS = 1_200;

export function Announcer({ hints }: { hints: readonly Hint[] }): ReactNode {
  const [words, setWords] = useState("");
  const told = useRef("");
  const now = hints
    .filter(({ level }) => level !== "praise")
    .map(({ key }) => key)
    .join("\n");
  const first = hints[0];
  const see = first ? (first.level === "gate" ? `${t("coach.stop")} ${first.see}` : first.see) : "";
  useEffect(() => {
    const timer = setTimeout(() => {
      if (now === told.current) return;
      told.current = now;
      const count = now === "" ? 0 : now.split("\n").length;
      setWords(count === 0 ? t("coach.told-none") : t("coach.told", { count, first: see, keys: sayKeys(MARGIN_KEYS) }));
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [now, see]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
