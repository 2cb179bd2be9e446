/** The kinds of events as deeds in words; a kind without words of its own is said by its name. Pure. */
import { t } from "../i18n.ts";

const DEEDS: Readonly<Record<string, string>> = {
  "reply.sent": t("deed.reply-sent"),
  "reply.scheduled": t("deed.reply-scheduled"),
  "reply.undone": t("deed.reply-undone"),
  "note.added": t("deed.note-added"),
  "conversation.assigned": t("deed.assigned"),
  "conversation.status": t("deed.status"),
  "conversation.snoozed": t("deed.snoozed"),
  "conversation.merged": t("deed.merged"),
  "conversation.split": t("deed.split"),
  "conversation.moved": t("deed.moved"),
  "conversation.tagged": t("deed.tagged"),
  "session.started": t("deed.signed-in"),
  "session.ended": t("deed.signed-out"),
  "mailbox.added": t("deed.mailbox-added"),
  "mailbox.changed": t("deed.mailbox-changed"),
  "person.invited": t("deed.invited"),
  "person.changed": t("deed.person-changed"),
};

export const sayDeed = (kind: string): string => DEEDS[kind] ?? kind.replace(/[.-]/g, " ");
