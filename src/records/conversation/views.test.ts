import fc from "fast-check";
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { changeConversation, countOpenByMailbox, countViews, listConversations, type ViewName } from "./index.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada");
const bo = await desk.person("Bo");
const help = await desk.mailbox({ address: "help@shop.test" });
const board = await desk.mailbox({ address: "board@shop.test", people: [bo] });
const { db } = desk.desk.database;
const HOUR = 3_600_000;
const now = new Date("2026-11-23T12:00:00Z");

const state = fc.record({
  status: fc.constantFrom("open", "waiting", "resolved", "spam", "trash"),
  assignee: fc.constantFrom(null, ada.id, bo.id),
  snoozed: fc.constantFrom(null, -HOUR, HOUR),
  promised: fc.constantFrom(null, HOUR),
  mailbox: fc.constantFrom(help, board),
});
type State = typeof state extends fc.Arbitrary<infer T> ? T : never;

const ids = await Promise.all(Array.from({ length: 12 }, async () => (await desk.arrive(letter())).conversation_id));
const VIEWS = ["mine", "unassigned", "open", "waiting", "promised", "snoozed", "resolved", "spam", "trash"] as const;

/** What the words of each view say, told once more and otherwise. */
function belongs(view: ViewName, { status, assignee, snoozed, promised }: State, who: number): boolean {
  const active = status === "open" || status === "waiting";
  const asleep = snoozed !== null && snoozed > 0;
  if (view === "mine") return active && !asleep && assignee === who;
  if (view === "unassigned") return status === "open" && !asleep && assignee === null;
  if (view === "promised") return active && promised !== null;
  if (view === "snoozed") return active && asleep;
  if (view === "open" || view === "waiting") return status === view && !asleep;
  return status === view;
}

test("each conversation is in exactly the views that its state says, for whoever may see it, and the counts are the lists' lengths", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: ids.length, maxLength: ids.length }), async (states) => {
      for (const [at, { status, assignee, snoozed, promised, mailbox }] of states.entries())
        await changeConversation(db, ids[at] as never, {
          status: status as never,
          ending: status === "resolved" ? "closed" : null,
          assignee_id: assignee,
          snoozed_until: snoozed === null ? null : new Date(now.getTime() + snoozed),
          next_update_due_at: promised === null ? null : new Date(now.getTime() + promised),
          mailbox_ids: [mailbox],
        });
      for (const [who, mailboxes] of [
        [ada, [help]],
        [bo, [help, board]],
      ] as const) {
        const counts = await countViews(db, { person: who.id, mailboxes }, now);
        for (const view of VIEWS) {
          const rows = await listConversations(db, { person: who.id, mailboxes, view, limit: 100, now });
          const wanted = ids.filter((_, at) => {
            const each = states[at] as State;
            return (mailboxes as readonly number[]).includes(each.mailbox) && belongs(view, each, who.id);
          });
          expect(rows.map((row) => row.id).sort()).toEqual([...wanted].sort());
          if (view !== "resolved" && view !== "trash") expect(counts[view]).toBe(wanted.length);
        }
        for (const { id, open } of await countOpenByMailbox(db, mailboxes, now))
          expect(open).toBe(states.filter((each) => each.mailbox === id && belongs("open", each, who.id)).length);
      }
    }),
    { numRuns: 15 },
  );
});

test("pages put together are the whole view, each conversation once", async () => {
  const seen = [];
  const request = { person: bo.id, mailboxes: [help, board], view: "open" as const, now };
  for (const id of ids) await changeConversation(db, id, { status: "open", ending: null, snoozed_until: null });
  for (let after: { at: Date; id: number } | undefined; ; ) {
    const page = await listConversations(db, { ...request, after, limit: 5 });
    seen.push(...page.map((row) => row.id));
    const last = page.at(-1);
    if (!last) break;
    after = { at: last.last_activity_at, id: last.id };
  }
  expect([...seen].sort()).toEqual([...ids].sort());
});
