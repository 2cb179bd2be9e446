import { describe, expect, test } from "vitest";
import { read } from "../reading/index.ts";
import { customerSide } from "./customer-side.ts";

const LETTER =
  "I am furious. I ordered two blue lamps on 3 March, order 4417, paid 42.80 EUR, and nobody answers. Where are they? Please send me the invoice.";
const asked = (text: string) => customerSide([{ from: "customer", text }]);

describe("there is one hearing of the customer", () => {
  test("heat, signals, asks and facts are those of the reading", () => {
    const side = asked(LETTER);
    const reading = read(LETTER);
    expect(side?.heat).toBe(reading.heat);
    expect([...(side?.signals ?? [])]).toEqual([...new Set(reading.signals.map(({ signal }) => signal))]);
    expect(side?.asks.map(({ start, end }) => LETTER.slice(start, end))).toEqual([
      "Where are they?",
      "Please send me the invoice.",
    ]);
    expect(side?.figures.map((figure) => [figure.kind, LETTER.slice(figure.start, figure.end)])).toEqual([
      ["day", "3 March"],
      ["identifier", "4417"],
      ["amount", "42.80 EUR"],
    ]);
  });

  test("several messages since the last answer are one turn, with places in the whole of it", () => {
    const side = customerSide([
      { from: "customer", text: "Order 4417 is late." },
      { from: "agent", text: "I'll look into it." },
      { from: "customer", text: "Where is it?" },
      { from: "customer", text: "And please refund 12 EUR." },
    ]);
    const text = side?.text ?? "";
    expect(side?.asks.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Where is it?",
      "And please refund 12 EUR.",
    ]);
    expect(side?.figures.map(({ kind, start }) => [kind, start < 0])).toEqual([
      ["amount", false],
      ["identifier", true],
    ]);
  });

  test("a day named by its weekday and the same day named by its date are one fact, when it is known when they wrote", () => {
    const reply =
      "On 17 November the driver stood in front of a locked gate. I'm sorry; he comes again on Friday at nine.";
    const given = (at: string | undefined) => ({
      thread: [{ from: "customer" as const, text: "Nobody came on Tuesday, and I took the day off.", at }],
      reply,
    });
    expect(customerSide(given("2026-11-18T10:00:00Z").thread)?.figureKeys.has("day:17")).toBe(true);
    expect(customerSide(given(undefined).thread)?.figureKeys.has("day:17")).toBe(false);
  });
});

describe("what only a rule asks for", () => {
  test("a sentence that only wonders is no question; a sigh is none either", () => {
    expect(asked("I don't know when I last felt so small. Are you serious?")?.asks).toEqual([]);
    expect(asked("I don't know how to reset it, can you tell me?")?.asks.length).toBe(1);
  });

  test("a customer who only thanks is settled; one who thanks in advance is not", () => {
    expect(asked("Thank you so very much for your help!")?.isSettled).toBe(true);
    expect(asked("It works now.")?.isSettled).toBe(true);
    expect(asked("Thank you so very much for your help. Where is the lamp?")?.isSettled).toBe(false);
  });
});
