import { expect, test } from "vitest";
import { review } from "../review/index.ts";
import type { Playbook, PlaybookOption } from "./playbook.ts";
import { limitsOf, reviewedBy } from "./use-in-review.ts";

const option = (id: string, of: Partial<PlaybookOption>): PlaybookOption => ({
  id,
  title: id,
  recommended: false,
  when: "Always.",
  offer: "I can do that.",
  limit: {},
  needs: [],
  ...of,
});
const withOptions = (...options: PlaybookOption[]): Playbook => ({
  id: "it",
  title: "It",
  summary: "It.",
  situations: ["wrong-item"],
  signals: [],
  ask: [],
  confirm: [],
  options,
  never: [],
  phrases: [{ step: "provide", say: "The new one leaves today." }],
  policy: "",
  thinking: "",
});

test("of each kind and currency an agent may give what the most generous option allows", () => {
  const given = withOptions(
    option("part", { commits: { kind: "refund" }, limit: { amount: "40.00", currency: "EUR" } }),
    option("whole", { commits: { kind: "refund" }, limit: { amount: "120.00", currency: "EUR" } }),
    option("pounds", { commits: { kind: "refund" }, limit: { amount: "90.00", currency: "GBP" } }),
    option("once", { commits: { kind: "exception" }, limit: { count: 1 } }),
    option("words", {}),
  );
  expect(limitsOf(given)).toEqual([
    { kind: "refund", amount: 120, currency: "EUR" },
    { kind: "refund", amount: 90, currency: "GBP" },
    { kind: "exception", amount: 1, currency: undefined },
  ]);
});

test("a reply that gives more than the playbook's option allows is held by the coach (METHOD solve.limits)", () => {
  const given = withOptions(
    option("part", { commits: { kind: "refund" }, limit: { amount: "40.00", currency: "EUR" } }),
  );
  const thread = [{ from: "customer", text: "The lamp is broken, I paid 80 euros." }] as const;
  const rules = (reply: string) =>
    review({ thread, reply, limits: limitsOf(given), playbook: reviewedBy(given) }).findings.map(({ rule }) => rule);
  expect(rules("I refund you 60 euros today.")).toContain("beyond-limit");
  expect(rules("I refund you 30 euros today.")).not.toContain("beyond-limit");
});
