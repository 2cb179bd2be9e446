/** What the page makes of a conversation for the guide: hurts that want a word, letters that have left, the promise that is due. */
import { describe, expect, test } from "vitest";
import type { Reading } from "../../../method/reading/index.ts";
import { deriveGuide } from "../../../method/steps/index.ts";
import type { ConversationWhole, Message } from "../../contract/index.ts";
import { readThreadWhole } from "../reading/read-thread-whole.ts";
import { isOurLetter, matterKnown } from "./matter-known.ts";

const NOW = Date.parse("2026-11-18T12:00:00Z");
const HURT = "I am really angry: my order LL-4412 has not come. Where is it?";

const message = (id: number, more: Partial<Message>): Message =>
  ({
    id,
    kind: "inbound",
    class: "human",
    at: `2026-11-18T0${id}:00:00.000Z`,
    sentAt: null,
    delivery: null,
    isAutomatic: false,
    from: { name: "Lea Brandt", address: "lea@customers.test" },
    replyText: "Which lamp fits the stand?",
    ...more,
  }) as Message;
const ours = (id: number, more: Partial<Message> = {}): Message =>
  message(id, { kind: "outbound", delivery: "sent", sentAt: `2026-11-18T0${id}:01:00.000Z`, ...more });

function known(
  messages: readonly Message[],
  row: Partial<ConversationWhole["conversation"]> = {},
  promises: ConversationWhole["promises"] = [],
) {
  const conversation = { id: 9, unread: false, status: "open", ending: null, nextUpdateDueAt: null, ...row };
  const whole = { conversation, messages, facts: [], promises, corrections: [] } as unknown as ConversationWhole;
  const readings = new Map<number, Reading>();
  for (const { id, kind, replyText: text, at } of messages)
    if (kind === "inbound") readings.set(id, readThreadWhole([{ from: "customer", text, at }], "UTC")[0] as Reading);
  const covered = new Map(messages.filter(isOurLetter).map(({ id }) => [id, ["acknowledge", "provide"] as const]));
  return matterKnown(whole, { readings, covered }, NOW);
}

describe("a conversation for the guide", () => {
  test("holds who is hurt, and not who only asks", () => {
    const { theirs } = known([message(1, {}), message(2, { replyText: HURT })]);
    expect(theirs.map(({ isUpset }) => isUpset)).toEqual([false, true]);
  });

  test("counts a person's correction of a feeling before the coach's own ear", () => {
    const messages = [message(1, { replyText: HURT })];
    const whole = {
      conversation: { id: 9, unread: false, status: "open", ending: null, nextUpdateDueAt: null },
      messages,
      facts: [],
      promises: [],
      corrections: [
        { id: 1, messageId: 1, aspect: "feeling", start: 0, end: 0, heard: null, said: { name: "neutral" } },
      ],
    } as unknown as ConversationWhole;
    const readings = new Map([[1, readThreadWhole([{ from: "customer", text: HURT }], "UTC")[0] as Reading]]);
    expect(matterKnown(whole, { readings, covered: new Map() }, NOW).theirs[0]?.isUpset).toBe(false);
  });

  test("leaves machines and notes out on both sides", () => {
    const all = [
      message(1, { class: "automatic" }),
      message(2, { kind: "note" }),
      ours(3, { isAutomatic: true }),
      message(4, {}),
    ];
    const { theirs, ours: letters } = known(all);
    expect([theirs.map(({ id }) => id), letters]).toEqual([[4], []]);
  });

  test("takes a letter for said once it has left, at the time it did", () => {
    const states = ["sent", "delayed", "waiting", "scheduled", "failed", "bounced"] as const;
    const { ours: letters } = known(states.map((delivery, index) => ours(index + 1, { delivery })));
    expect(letters.map(({ hasLeft }) => hasLeft)).toEqual([true, true, false, false, false, false]);
    expect(letters[0]?.at).toBe(Date.parse("2026-11-18T01:01:00Z"));
  });

  test("holds what the ledger says of its promises, and nothing more to do where one is owed no longer", () => {
    const messages = [message(1, {}), ours(2)];
    const promise = (id: number, state: string, due: string | null, isOwnedUp = false) =>
      ({ id, state, due, isOwnedUp, givenAt: "2026-11-18T02:01:00.000Z" }) as ConversationWhole["promises"][number];
    const at = Date.parse("2026-11-18T02:01:00.000Z");
    const gone = "2026-11-18T11:00:00.000Z";
    const all = [promise(5, "open", null), promise(6, "broken", gone), promise(7, "withdrawn", gone)];
    const matter = known(messages, {}, all);
    expect(matter.promises).toEqual([
      { id: 5, at, due: null, state: "open", isOwnedUp: false },
      { id: 6, at, due: Date.parse(gone), state: "broken", isOwnedUp: false },
      { id: 7, at, due: Date.parse(gone), state: "kept", isOwnedUp: false },
    ]);
    expect(deriveGuide(matter, NOW, 0).next).toMatchObject({ act: "own-up", about: 6 });
    const ownedUp = known(messages, {}, [promise(6, "broken", gone, true)]);
    expect(deriveGuide(ownedUp, NOW, 0).next?.act).not.toBe("own-up");
  });

  test("makes the next word that is due a promise, broken once its time has passed", () => {
    const states = ["2026-11-18T12:30:00Z", "2026-11-18T11:30:00Z"].map(
      (nextUpdateDueAt) => known([message(1, {})], { nextUpdateDueAt }).promises[0]?.state,
    );
    expect([states, known([message(1, {})]).promises]).toEqual([["open", "broken"], []]);
  });

  test("that a person has closed stands as closed, and says nothing of what comes next", () => {
    const row = { status: "resolved", ending: "closed", lastActivityAt: "2026-11-18T09:00:00Z" } as const;
    expect(deriveGuide(known([message(1, {})], row), NOW, 0)).toMatchObject({ ending: "closed", next: null });
  });
});
