/** The keys of the margin, offered to the keyboard, the palette and the help sheet while a letter with a coach is on screen. */
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";

export const MARGIN_KEYS = "mod+.";

/** @param go brings the focus into the margin. The other keys are handled there, where the focus is; here they are told. */
export function useMarginCommands(go: () => void): void {
  const group = t("group.coach");
  const told = (id: string, title: string, keys: string) =>
    ({ id: `coach-${id}`, title, group, keys, isLocal: true, run: () => undefined }) as const;
  useCommands([
    { id: "coach", title: t("coach.command"), group, keys: MARGIN_KEYS, whileTyping: true, run: go },
    told("next", t("coach.key-next"), "j"),
    told("previous", t("coach.key-previous"), "k"),
    told("follow", t("coach.key-follow"), "enter"),
    told("why", t("coach.key-why"), "w"),
    told("dismiss", t("coach.dismiss"), "x"),
    told("mute", t("coach.mute"), "m"),
    told("back", t("coach.key-back"), "escape"),
  ]);
}
