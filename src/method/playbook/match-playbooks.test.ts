import fc from "fast-check";
import { expect, test } from "vitest";
import { type Reading, read, SIGNALS, SITUATIONS, type Signal } from "../reading/index.ts";
import { type Matchable, matchPlaybooks } from "./match-playbooks.ts";

const playbook = (id: string, of: Partial<Matchable>): Matchable => ({ id, situations: [], signals: [], ...of });
const SHELF: readonly Matchable[] = [
  playbook("wrong-item", { situations: ["wrong-item"] }),
  playbook("double-charge", { situations: ["double-charge", "billing-error"] }),
  playbook("abusive-message", { signals: ["abuse"] }),
  playbook("bereavement", { situations: ["bereavement"] }),
  playbook("wants-manager", { signals: ["wants-manager"] }),
  playbook("self-harm", { signals: ["self-harm"] }),
];
const proposed = (text: string) => matchPlaybooks(read(text), SHELF).map(({ playbook: { id } }) => id);

test("a playbook is proposed for its situation, with the reason in words (METHOD prepare.playbook)", () => {
  const [first] = matchPlaybooks(read("You sent me the wrong lamp, I ordered the blue one but got a red one."), SHELF);
  expect(first?.playbook.id).toBe("wrong-item");
  expect(first?.reason).toMatch(/^It sounds like a wrong item \(\d+ %\)\.$/);
});

test("a wish for the manager goes before the goods it is about, and the goods stay second", () => {
  const text = "You sent me the wrong lamp, I ordered the blue one. I want to speak to your manager.";
  expect(proposed(text).slice(0, 2)).toEqual(["wants-manager", "wrong-item"]);
});

test("grief goes before goods", () => {
  const text = "My husband died last week. You sent him the wrong lamp, he ordered the blue one but got a red one.";
  expect(proposed(text)[0]).toBe("bereavement");
});

test("an insult goes before goods", () => {
  const text =
    "You sent me the wrong lamp, I ordered blue but got red. You are all useless idiots, you stupid bastards.";
  expect(proposed(text).slice(0, 2)).toEqual(["abusive-message", "wrong-item"]);
});

test("whoever may harm themselves goes before everything", () => {
  const text = "You charged me twice, you idiots. My wife died and I want to kill myself.";
  expect(proposed(text)[0]).toBe("self-harm");
});

test("nothing is proposed when nothing speaks for it", () => {
  expect(matchPlaybooks({ situations: [], signals: [] }, SHELF)).toEqual([]);
  expect(matchPlaybooks(read("You charged me twice."), [])).toEqual([]);
});

const SAFETY: readonly Signal[] = ["self-harm", "threat", "safety", "bereavement", "abuse"];
const readings: fc.Arbitrary<Pick<Reading, "situations" | "signals">> = fc.record({
  situations: fc.uniqueArray(
    fc.record({ situation: fc.constantFrom(...SITUATIONS), confidence: fc.double({ min: 0.06, max: 1, noNaN: true }) }),
    { selector: ({ situation }) => situation, maxLength: 5 },
  ),
  signals: fc.array(fc.record({ signal: fc.constantFrom(...SIGNALS), start: fc.nat(9), end: fc.nat(9) }), {
    maxLength: 4,
  }),
});
const shelves = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,4}$/),
    situations: fc.subarray([...SITUATIONS], { maxLength: 3 }),
    signals: fc.subarray([...SIGNALS], { maxLength: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test("proposed is each playbook that names something heard, once, with a reason, and no other", () => {
  fc.assert(
    fc.property(readings, shelves, (reading, shelf) => {
      const found = matchPlaybooks(reading, shelf);
      const fits = ({ situations, signals }: Matchable) =>
        reading.situations.some(({ situation }) => situations.includes(situation)) ||
        reading.signals.some(
          ({ signal }) => signals.includes(signal) || (signal === "bereavement" && situations.includes("bereavement")),
        );
      expect(found.map(({ playbook: { id } }) => id).sort()).toEqual(
        shelf
          .filter(fits)
          .map(({ id }) => id)
          .sort(),
      );
      for (const { reason, strength } of found) {
        expect(reason).toMatch(/^[A-Z].+\.$/);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("safety goes before goods, whatever else is heard", () => {
  fc.assert(
    fc.property(readings, shelves, fc.constantFrom(...SAFETY), (reading, shelf, danger) => {
      const heard = { ...reading, signals: [...reading.signals, { signal: danger, start: 0, end: 1 }] };
      const named = new Set(heard.signals.map(({ signal }) => signal));
      const isSafe = ({ situations, signals }: Matchable) =>
        signals.some((one) => SAFETY.includes(one) && named.has(one)) ||
        (situations.includes("bereavement") && named.has("bereavement"));
      const order = matchPlaybooks(heard, shelf).map(({ playbook: one }) => isSafe(one));
      expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
    }),
  );
});

test("neither the order of the shelf nor hearing a signal twice changes what is proposed", () => {
  fc.assert(
    fc.property(readings, shelves, (reading, shelf) => {
      const twice = { ...reading, signals: [...reading.signals, ...reading.signals] };
      expect(matchPlaybooks(twice, [...shelf].reverse())).toEqual(matchPlaybooks(reading, shelf));
    }),
  );
});

test("a surer situation never lowers a playbook for it", () => {
  fc.assert(
    fc.property(readings, fc.constantFrom(...SITUATIONS), (reading, situation) => {
      const others = reading.situations.filter((one) => one.situation !== situation);
      const at = (confidence: number) =>
        matchPlaybooks({ ...reading, situations: [...others, { situation, confidence }] }, [
          playbook("it", { situations: [situation] }),
        ])[0]?.strength ?? 0;
      expect(at(0.8)).toBeGreaterThanOrEqual(at(0.3));
    }),
  );
});
