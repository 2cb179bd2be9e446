import { expect, test } from "vitest";
import type { Fact } from "../../contract/index.ts";
import { isNoted } from "./is-noted.ts";

const note = (label: string, value: string, more: Partial<Fact> = {}): Fact => ({
  id: 1,
  label,
  value,
  state: "heard",
  messageId: null,
  ...more,
});
const order = { messageId: 5, label: "Order number", values: ["LL-4412"] };

test("a fact is noted when somebody wrote the same down, in whatever form", () => {
  expect(isNoted(order, [note("Order number", "LL-4412")])).toBe(true);
  expect(isNoted(order, [note("order", "ll 4412")])).toBe(true);
  expect(isNoted(order, [note("Order number", "LL-4413")])).toBe(false);
  expect(isNoted(order, [])).toBe(false);
});

test("a short value is the same only under the same name", () => {
  const two = { messageId: 5, label: "How many", values: ["2"] };
  expect(isNoted(two, [note("Floor", "2")])).toBe(false);
  expect(isNoted(two, [note("How many", "2")])).toBe(true);
});

test("what was noted from this message and worded otherwise since is not offered again", () => {
  const worded = note("Order number", "LL-4412, the second one", { messageId: 5, state: "corrected" });
  expect(isNoted(order, [worded])).toBe(true);
  expect(isNoted({ ...order, messageId: 6 }, [worded])).toBe(false);
});
