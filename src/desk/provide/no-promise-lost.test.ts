/**
 * Whatever the order of writing, leaving, taking back, coming back and settling: each promise whose letter has left is either owed, and
 * then in the ledger once, or settled; and the shares of the kept rate add up. A model that knows only letters and what they said is
 * walked beside the real database.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { aReply, filingDesk, letter } from "../../../test/filing-desk.ts";
import { type ConversationId, isRefusal, type MessageId, type PromiseId } from "../../kit/index.ts";
import { setDelivery } from "../../records/conversation/index.ts";
import { keptRate, openPromises, promisesOf } from "../../records/promise/index.ts";
import { reopenPromise, sendReply, settlePromise, undoReply } from "./index.ts";

const desk = await filingDesk({ HEARD_UNDO_SECONDS: "10" });
const { db } = desk.desk.database;
const ada = await desk.person("Ada");
const help = await desk.mailbox({ address: "help@shop.test", isSample: true });
const HOUR = 3_600_000;

type Act =
  | { readonly do: "write"; readonly hours: number; readonly says: "nothing" | "kept" | "moved"; readonly pick: number }
  | { readonly do: "settle"; readonly as: "kept" | "withdrawn"; readonly pick: number }
  | { readonly do: "undo"; readonly pick: number }
  | { readonly do: "reopen"; readonly pick: number }
  | { readonly do: "bounce"; readonly pick: number }
  | { readonly do: "wait"; readonly hours: number };

const pick = fc.nat(20);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      hours: fc.integer({ min: 1, max: 6 }),
      says: fc.constantFrom("nothing", "kept", "moved"),
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("settle" as const), as: fc.constantFrom("kept", "withdrawn"), pick }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("undo", "reopen", "bounce"), pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 0, max: 4 }) }) },
) as fc.Arbitrary<Act>;

interface Outcome {
  readonly as: "kept" | "moved" | "withdrawn";
  readonly at: number;
  readonly by: Letter | null;
}
interface Letter {
  readonly id: MessageId;
  state: "waiting" | "sent" | "bounced" | "gone";
  leftAt: number;
  readonly due: number;
  promise: PromiseId | undefined;
  outcome: Outcome | null;
}

const now = (): number => desk.desk.now().getTime();
const said = (at: number): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "medium", timeZone: "Europe/Berlin" })
    .format(at)
    .replace(/:\d\d$/, "");
const counts = ({ outcome }: Letter): boolean =>
  outcome !== null && (outcome.by === null || outcome.by.state === "sent");
const isLate = ({ outcome, due }: Letter): boolean => ((outcome?.by?.leftAt ?? outcome?.at) as number) > due;

/** Whether a new word may be said of it. */
const isFree = ({ outcome }: Letter): boolean => outcome === null || outcome.by?.state === "bounced";

async function walk(id: ConversationId, acts: readonly Act[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  const at = (n: number, among: readonly Letter[]): Letter | undefined => among[n % Math.max(1, among.length)];
  const left = () => letters.filter(({ state }) => state === "sent");
  for (const one of acts) {
    desk.wait(1_000);
    if (one.do === "write") {
      // To the minute, as it is said.
      const due = Math.ceil((now() + one.hours * HOUR) / 60_000) * 60_000;
      const about = one.says === "nothing" ? undefined : at(one.pick, left());
      const reply = aReply({
        to: [{ name: "Ana", address: "ana@customers.test" }],
        quotesHistory: false,
        html: `<p>I will call you on ${said(due)}.</p>`,
        promises: about?.promise ? [{ id: about.promise, outcome: one.says as "kept" | "moved" }] : [],
      });
      const sent = await sendReply(desk.desk, ada, id, reply);
      expect(isRefusal(sent), JSON.stringify(sent)).toBe(about !== undefined && !isFree(about));
      if (isRefusal(sent)) continue;
      const written: Letter = {
        id: sent.messageId,
        state: "waiting",
        leftAt: 0,
        due,
        promise: undefined,
        outcome: null,
      };
      letters.push(written);
      if (about) about.outcome = { as: one.says as "kept" | "moved", at: now(), by: written };
    } else if (one.do === "settle") {
      const about = at(one.pick, left());
      if (!about?.promise) continue;
      const refused = await settlePromise(desk.desk, ada, about.promise, {
        outcome: one.as,
        reason: "No longer needed",
      });
      expect(refused === undefined).toBe(isFree(about));
      if (!refused) about.outcome = { as: one.as, at: now(), by: null };
    } else if (one.do === "reopen") {
      const about = at(one.pick, left());
      if (!about?.promise) continue;
      expect((await reopenPromise(desk.desk, ada, about.promise)) === undefined).toBe(about.outcome !== null);
      about.outcome = null;
    } else if (one.do === "undo") {
      const written = at(
        one.pick,
        letters.filter(({ state }) => state === "waiting"),
      );
      if (!written) continue;
      expect(isRefusal(await undoReply(desk.desk, ada, written.id))).toBe(false);
      written.state = "gone";
      for (const other of letters) if (other.outcome?.by === written) other.outcome = null;
    } else if (one.do === "bounce") {
      const written = at(one.pick, left());
      if (!written) continue;
      await setDelivery(db, written.id, "bounced", "Nobody lives here.");
      written.state = "bounced";
    } else {
      desk.wait(11_000);
      await desk.send();
      for (const written of letters) {
        if (written.state !== "waiting") continue;
        [written.state, written.leftAt] = ["sent", now()];
        const { id: promise } = await db
          .selectFrom("promise")
          .select("id")
          .where("message_id", "=", written.id)
          .executeTakeFirstOrThrow();
        written.promise = promise;
      }
      desk.wait(one.hours * HOUR);
    }
  }
  return letters;
}

test("no promise is lost, none is counted twice, and the shares add up", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 22 }), async (acts) => {
      const id = (await desk.arrive(letter())).conversation_id;
      const from = desk.desk.now();
      const letters = await walk(id, acts);
      desk.wait(1_000);
      const given = letters.filter(({ state }) => state === "sent");
      const standing = await promisesOf(db, id, desk.desk.now());
      expect(standing.map((one) => one.id).sort()).toEqual(given.map(({ promise }) => promise).sort());
      for (const one of given) {
        const isBroken = counts(one) ? isLate(one) : one.due < now();
        expect(standing.find(({ id: promise }) => promise === one.promise)?.state).toBe(
          isBroken ? "broken" : counts(one) ? one.outcome?.as : "open",
        );
      }
      const request = { mailboxes: [help], limit: 200, now: desk.desk.now(), timeZone: "UTC" };
      const owed = (await openPromises(db, request)).filter((row) => row.conversation_id === id);
      expect(owed.map((row) => row.id).sort()).toEqual(
        given
          .filter((one) => !counts(one))
          .map(({ promise }) => promise)
          .sort(),
      );

      const to = new Date(now() + 100 * HOUR);
      const rate = await keptRate(db, { mailboxes: [help], from, to });
      const inTime = (as: string) =>
        given.filter((one) => counts(one) && !isLate(one) && one.outcome?.as === as).length;
      expect(rate).toMatchObject({ kept: inTime("kept"), moved: inTime("moved"), withdrawn: inTime("withdrawn") });
      expect(rate.of).toBe(rate.kept + rate.moved + rate.broken);
      expect(rate.of + rate.withdrawn).toBe(given.length);
      // The next walk's promises fall due after all of these.
      desk.wait(200 * HOUR);
    }),
    { numRuns: 40 },
  );
});
