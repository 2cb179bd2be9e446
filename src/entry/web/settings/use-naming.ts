/** How a deed says people, mailboxes and moments, from what this viewer may see. */
import { locale, t } from "../i18n.ts";
import { useNow } from "../look/when.tsx";
import { sayMoment } from "../time/say-when.ts";
import { useMailboxes, usePeople, useZone } from "../viewer.ts";
import type { Naming } from "./say-deed.ts";

export function useNaming(): Naming {
  const people = usePeople();
  const mailboxes = useMailboxes();
  const zone = useZone();
  const now = useNow();
  return {
    person: (id) => people.find((one) => one.id === id)?.name ?? t("people.someone"),
    mailbox: (id) => mailboxes.find((one) => one.id === id)?.name ?? t("mailboxes.one"),
    when: (at) => (Number.isNaN(Date.parse(at)) ? at : sayMoment(new Date(at), now, zone, locale)),
  };
}
