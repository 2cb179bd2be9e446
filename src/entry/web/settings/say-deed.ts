/** Events as deeds in words. A kind without words of its own is said by its name, so that nothing in the log is hidden. */
import { t } from "../i18n.ts";

export interface Deed {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** How ids and moments in a deed are said. */
export interface Naming {
  readonly person: (id: number) => string;
  readonly mailbox: (id: number) => string;
  readonly when: (at: string) => string;
}

const number = (value: unknown): number => (typeof value === "number" ? value : Number(value) || 0);
const text = (value: unknown): string => (typeof value === "string" ? value : String(value ?? ""));
const STATUSES = ["open", "waiting", "resolved", "spam", "trash"] as const;
const ROLES = ["agent", "lead", "admin"] as const;

function sayStatus(value: unknown): string {
  const status = STATUSES.find((one) => one === value);
  return status ? t(`status.${status}`) : text(value);
}
function sayRole(value: unknown): string {
  const role = ROLES.find((one) => one === value);
  return role ? t(`role.${role}`) : text(value);
}

const PLAIN: Readonly<Record<string, () => string>> = {
  "reply.sent": () => t("deed.reply-sent"),
  "reply.scheduled": () => t("deed.reply-scheduled"),
  "reply.taken-back": () => t("deed.reply-taken-back"),
  "message.received": () => t("deed.message-received"),
  "message.taken-in": () => t("deed.message-taken-in"),
  "message.bounced": () => t("deed.message-bounced"),
  "message.delayed": () => t("deed.message-delayed"),
  "message.acknowledged": () => t("deed.message-acknowledged"),
  "message.retried": () => t("deed.message-retried"),
  "message.sent": () => t("deed.message-sent"),
  "message.failed": () => t("deed.message-failed"),
  "note.added": () => t("deed.note-added"),
  "conversation.woken": () => t("deed.woken"),
  "conversation.renamed": () => t("deed.renamed"),
  "promise.kept": () => t("deed.promise-kept"),
  "promise.moved": () => t("deed.promise-moved"),
  "promise.withdrawn": () => t("deed.promise-withdrawn"),
  "promise.reopened": () => t("deed.promise-reopened"),
  "fact.noted": () => t("deed.fact-noted"),
  "fact.corrected": () => t("deed.fact-corrected"),
  "fact.dropped": () => t("deed.fact-dropped"),
  "reading.corrected": () => t("deed.reading-corrected"),
  "reading.restored": () => t("deed.reading-restored"),
  "customer.changed": () => t("deed.customer-changed"),
  "customer.merged": () => t("deed.customer-merged"),
  "organisation.changed": () => t("deed.organisation-changed"),
  "organisation.merged": () => t("deed.organisation-merged"),
  "customer.address-added": () => t("deed.customer-address"),
  "person.signed-in": () => t("deed.signed-in"),
  "person.signed-out": () => t("deed.signed-out"),
  "sign-in.slowed": () => t("deed.sign-in-slowed"),
  "session.ended": () => t("deed.session-ended"),
  "person.created": () => t("deed.created"),
  "person.joined": () => t("deed.joined"),
  "person.changed": () => t("deed.person-changed"),
  "person.settings-changed": () => t("deed.settings-changed"),
  "person.password-changed": () => t("deed.password-changed"),
  "person.password-reset": () => t("deed.password-reset"),
  "person.reset-asked": () => t("deed.reset-asked"),
  "mail.quarantined": () => t("deed.quarantined"),
  "mail.tried-again": () => t("deed.tried-again"),
  "mail.put-aside": () => t("deed.put-aside"),
  "playbook.shipped": () => t("deed.playbook-shipped"),
  "samples.prepared": () => t("deed.samples-prepared"),
  "samples.removed": () => t("deed.samples-removed"),
};

const DETAILED: Readonly<Record<string, (data: Deed["data"], say: Naming) => string>> = {
  "conversation.assigned": ({ to }, say) =>
    to ? t("deed.assigned", { name: say.person(number(to)) }) : t("deed.unassigned"),
  "conversation.status": ({ to }) => t("deed.status", { status: sayStatus(to) }),
  "conversation.snoozed": ({ until }, say) => t("deed.snoozed", { when: say.when(text(until)) }),
  "conversation.merged": ({ from, into }) =>
    into ? t("deed.merged-into", { number: text(into) }) : t("deed.merged-from", { number: text(from) }),
  "conversation.unmerged": ({ from, into }) => t("deed.unmerged", { number: text(from ?? into) }),
  "conversation.split": ({ from, into }) =>
    into ? t("deed.split-into", { number: text(into) }) : t("deed.split-from", { number: text(from) }),
  "conversation.moved": ({ mailboxId }, say) => t("deed.moved", { name: say.mailbox(number(mailboxId)) }),
  "conversation.tagged": ({ tags }) =>
    Array.isArray(tags) && tags.length > 0 ? t("deed.tagged", { tags: tags.join(", ") }) : t("deed.untagged"),
  "conversation.next-update": ({ at }, say) =>
    at ? t("deed.next-update", { when: say.when(text(at)) }) : t("deed.next-update-done"),
  "person.invited": ({ role }) => t("deed.invited", { role: sayRole(role) }),
  "sender.blocked": ({ pattern }) => t("deed.blocked", { pattern: text(pattern) }),
  "sender.unblocked": ({ pattern }) => t("deed.unblocked", { pattern: text(pattern) }),
  "snippet.added": ({ name }) => t("deed.snippet-added", { name: text(name) }),
  "snippet.changed": ({ name }) => t("deed.snippet-changed", { name: text(name) }),
  "snippet.removed": ({ name }) => t("deed.snippet-removed", { name: text(name) }),
  "playbook.added": ({ name }) => t("deed.playbook-added", { name: text(name) }),
  "playbook.changed": ({ name }) => t("deed.playbook-changed", { name: text(name) }),
  "playbook.archived": ({ name }) => t("deed.playbook-archived", { name: text(name) }),
  "playbook.restored": ({ name }) => t("deed.playbook-restored", { name: text(name) }),
  "playbook.taken-back": ({ name, version }) =>
    t("deed.playbook-taken-back", { name: text(name), version: number(version) }),
  "playbook.shipped-taken": ({ name }) => t("deed.playbook-shipped-taken", { name: text(name) }),
  "playbook.shipped-declined": ({ name }) => t("deed.playbook-shipped-declined", { name: text(name) }),
  "mailbox.removed": ({ name }) => t("deed.mailbox-removed", { name: text(name) }),
  "mailbox.added": ({ mailboxId }, say) => t("deed.mailbox-added", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.changed": ({ mailboxId }, say) => t("deed.mailbox-changed", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.connected": ({ mailboxId }, say) => t("deed.mailbox-connected", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.in-broken": ({ mailboxId }, say) => t("deed.in-broken", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.in-works": ({ mailboxId }, say) => t("deed.in-works", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.out-broken": ({ mailboxId }, say) => t("deed.out-broken", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.admins-told": ({ mailboxId }, say) => t("deed.admins-told", { name: say.mailbox(number(mailboxId)) }),
  "mailbox.out-works": ({ mailboxId }, say) => t("deed.out-works", { name: say.mailbox(number(mailboxId)) }),
};

export function sayDeed(deed: Deed, say: Naming): string {
  return PLAIN[deed.kind]?.() ?? DETAILED[deed.kind]?.(deed.data, say) ?? deed.kind.replace(/[.-]/g, " ");
}
