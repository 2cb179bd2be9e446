import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segment } from "../segment.ts";
import { wordsOf } from "../word.ts";
import { dateOf, dayOf, localMoment } from "./calendar.ts";
import { FACT_KINDS, type FactKind } from "./fact.ts";
import { type FactSettings, findFacts } from "./find-facts.ts";

/** A Wednesday. */
const SENT: FactSettings = { sentAt: "2026-11-18T10:00:00Z", timeZone: "Europe/London" };
const factsIn = (text: string, settings: FactSettings) => {
  const segmentation = segment(text);
  return findFacts(segmentation, wordsOf(segmentation.tokens), settings);
};
const found = (text: string, kinds: readonly FactKind[], settings: FactSettings = SENT) =>
  factsIn(text, settings)
    .filter((fact) => kinds.includes(fact.kind))
    .map(({ text, value }) => [text, value]);

describe("dates are resolved against when the mail was sent", () => {
  test.each<[string, string, string]>([
    ["I ordered it on 3 March.", "3 March", "2026-03-03"],
    ["I ordered it on March 3rd, 2025.", "March 3rd, 2025", "2025-03-03"],
    ["It came 2026-11-03.", "2026-11-03", "2026-11-03"],
    ["It arrived last Tuesday.", "last Tuesday", "2026-11-17"],
    ["It arrived on Friday.", "Friday", "2026-11-13"],
    ["I need it by Friday.", "Friday", "2026-11-20"],
    ["I need it next Friday.", "next Friday", "2026-11-27"],
    ["I called yesterday.", "yesterday", "2026-11-17"],
    ["I called yesterday morning.", "yesterday morning", "2026-11-17"],
    ["In 2 weeks we move.", "In 2 weeks", "2026-12-02"],
    ["I wrote two weeks ago.", "two weeks ago", "2026-11-04"],
    ["I wrote a couple of days ago.", "a couple of days ago", "2026-11-16"],
    ["You said three working days ago.", "three working days ago", "2026-11-13"],
    ["It broke last month.", "last month", "2026-10"],
    ["It broke last week.", "last week", "2026-11-09/2026-11-15"],
    ["We open on Saturday at 5pm.", "Saturday at 5pm", "2026-11-21T17:00"],
    ["We open at 9 on Saturday.", "9 on Saturday", "2026-11-21T09:00"],
    ["It was due on Tuesday, 3 November.", "Tuesday, 3 November", "2026-11-03"],
    ["Between 3 and 5 December we are away.", "3 and 5 December", "2026-12-03/2026-12-05"],
    ["Am 3. März habe ich bestellt.", "3. März", "2026-03-03"],
    ["Ich brauche sie bis nächsten Freitag.", "nächsten Freitag", "2026-11-27"],
    ["Vor zwei Wochen kam nichts.", "Vor zwei Wochen", "2026-11-04"],
    ["J'ai commandé le 3 mars 2026 à 14h30.", "3 mars 2026 à 14h30", "2026-03-03T14:30"],
    ["Il y a trois jours.", "Il y a trois jours", "2026-11-15"],
    ["Lo pedí el 3 de marzo.", "3 de marzo", "2026-03-03"],
    ["Hace dos días que espero.", "Hace dos días", "2026-11-16"],
    ["3月5日に届きました。", "3月5日", "2026-03-05"],
  ])("%s", (text, words, value) => expect(found(text, ["date"])).toEqual([[words, value]]));

  test("3/4 is April where days come first and March where months do", () => {
    expect(found("Due 03/04/2026.", ["date"])).toEqual([["03/04/2026", "2026-04-03"]]);
    expect(found("Due 03/04/2026.", ["date"], { ...SENT, locale: "en-US" })).toEqual([["03/04/2026", "2026-03-04"]]);
  });
  test("without a moment of sending, relative dates keep their words and absolute ones are dates", () => {
    expect(found("It came yesterday, not on 3 March 2026.", ["date"], {})).toEqual([
      ["yesterday", "yesterday"],
      ["3 March 2026", "2026-03-03"],
    ]);
  });
  test("the writer's own day counts, not the server's", () => {
    const settings = { sentAt: "2026-11-18T23:30:00Z" };
    expect(found("It came today.", ["date"], { ...settings, timeZone: "Asia/Tokyo" })).toEqual([
      ["today", "2026-11-19"],
    ]);
    expect(found("It came today.", ["date"], { ...settings, timeZone: "America/New_York" })).toEqual([
      ["today", "2026-11-18"],
    ]);
  });
  test.each([
    "I may come.",
    "We march on.",
    "It sat in the sun.",
    "24/7 support",
    "1/2 cup",
    "Every Fridays we close.",
    "Version 5.8 of it.",
    "I second that.",
  ])("no date: %s", (text) => expect(found(text, ["date"])).toEqual([]));
  test.each(["Thanksgiving was ruined.", "At the end of the day it is broken."])("still missed: %s", (text) =>
    expect(found(text, ["date"])).toEqual([]),
  );
});

describe("times and lengths of time", () => {
  test.each<[string, string, string]>([
    ["Call me at 5 p.m. please.", "5 p.m.", "17:00"],
    ["At half past six it went dark.", "half past six", "06:30"],
    ["Call at 17:30 CET.", "17:30 CET", "17:30+01:00"],
    ["Ich rufe um 14 Uhr an.", "14 Uhr", "14:00"],
    ["It goes off at noon.", "noon", "12:00"],
    ["At quarter to five in the afternoon.", "quarter to five in the afternoon", "16:45"],
  ])("%s", (text, words, value) => expect(found(text, ["time"])).toEqual([[words, value]]));
  test.each<[string, string]>([
    ["I waited for 3 hours.", "PT3H"],
    ["It took two weeks.", "P2W"],
    ["Seit fünf Monaten.", "P5M"],
    ["A 48-hour wait.", "PT48H"],
  ])("%s", (text, value) => expect(found(text, ["duration"]).map(([, one]) => one)).toEqual([value]));
});

describe("amounts carry a decimal value and a currency", () => {
  test.each<[string, string, string]>([
    ["I paid £42.80 for it.", "42.80", "GBP"],
    ["Es kostet 1.192,50 €.", "1192.50", "EUR"],
    ["C'est 1 192,50 €.", "1192.50", "EUR"],
    ["I want $5,000 now.", "5000", "USD"],
    ["I want US$5k.", "5000", "USD"],
    ["EUR 20 were taken.", "20", "EUR"],
    ["twenty quid gone", "20", "GBP"],
    ["I have 14 euros and 30.", "14.30", "EUR"],
    ["50 cents too much", "0.50", "USD"],
    ["two hundred and fifty dollars", "250", "USD"],
    ["12 CHF", "12", "CHF"],
    ["3.000円", "3000", "JPY"],
  ])("%s", (text, value, currency) => {
    const facts = factsIn(text, SENT).filter((fact) => fact.kind === "amount");
    expect(facts.map((fact) => [fact.value, fact.currency])).toEqual([[value, currency]]);
  });
  test.each(["It won 3 prizes.", "I lost 20 pounds weight.", "5 of them", "costs a lot"])("no amount: %s", (text) =>
    expect(found(text, ["amount"])).toEqual([]),
  );
});

describe("numbers that name something", () => {
  test.each<[string, FactKind, string]>([
    ["My order LL-44123 is late.", "order", "LL-44123"],
    ["Order number: 4412", "order", "4412"],
    ["order #99812 please", "order", "99812"],
    ["Bestellung LL-49880 fehlt", "order", "LL-49880"],
    ["Commande n° 55123", "order", "55123"],
    ["pedido LL-50055", "order", "LL-50055"],
    ["注文番号 LL-49118", "order", "LL-49118"],
    ["Tracking number 1Z999AA10123456784", "tracking", "1Z999AA10123456784"],
    ["invoice no. 2026-118", "invoice", "2026-118"],
    ["ticket 88123", "reference", "88123"],
    ["It says error code 0x80070005.", "error-code", "0x80070005"],
    ["It shows E-17.", "error-code", "E-17"],
    ["firmware 3.1.9", "version", "3.1.9"],
    ["the app 5.8.0 (build 2291)", "version", "5.8.0"],
    ["the card ending in 6604", "card", "6604"],
    ["my card is 4111 1111 1111 1111", "card", "1111"],
    ["Call +44 20 7946 0958", "phone", "+442079460958"],
    ["Phone: (541) 754-3010", "phone", "5417543010"],
    ["write to Ana.B@mail.example", "email", "ana.b@mail.example"],
    ["see https://lumen.example/x", "url", "https://lumen.example/x"],
  ])("%s", (text, kind, value) => expect(found(text, [kind]).map(([, one]) => one)).toEqual([value]));
  test.each(["I will order 20 lamps.", "My account since 2023.", "order in 2 weeks", "I have 3 questions"])(
    "names nothing: %s",
    (text) => expect(found(text, ["order", "reference", "invoice", "tracking", "phone"])).toEqual([]),
  );
});

describe("goods, people, places, devices, steps tried", () => {
  test.each<[string, FactKind, string[]]>([
    ["I ordered the blue kettle from you.", "product", ["blue kettle"]],
    ["I bought two Kites in May.", "product", ["Kites"]],
    ["I bought two Kites in May.", "quantity", ["2"]],
    ["We need 6 x Wren.", "quantity", ["6"]],
    ["and my Heron is dead", "product", ["Heron"]],
    ["I got an email.", "product", []],
    ["My sister Ruth spoke to Mark.", "person", ["Ruth", "Mark"]],
    ["Mr. Pargeter died.", "person", ["Pargeter"]],
    ["It broke.\n\nKind regards,\nTom Baker", "person", ["Tom Baker"]],
    ["Send it to 14 Wharf Lane, London E14.", "address", ["14 Wharf Lane, London E14"]],
    ["1600 Pennsylvania Ave, Washington, DC 20500", "address", ["1600 Pennsylvania Ave, Washington, DC 20500"]],
    ["Lindenstraße 12, 34117 Kassel", "address", ["Lindenstraße 12, 34117 Kassel"]],
    ["J'habite 12, rue de la Paix, 75002 Paris.", "address", ["12, rue de la Paix, 75002 Paris"]],
    ["on my iPhone 14 Pro with iOS 17.2", "device", ["iPhone 14 Pro", "iOS 17.2"]],
    ["The edge is sharp and the chrome is dull.", "device", []],
    ["I restarted the router.", "tried", ["restart"]],
    ["I've already tried the reset with a paperclip", "tried", ["reset"]],
    ["We turned it off and on.", "tried", ["restart"]],
    ["I tried to be patient.", "tried", []],
  ])("%s (%s)", (text, kind, values) => expect(found(text, [kind]).map(([, value]) => value)).toEqual(values));
});

describe("later values correct earlier ones", () => {
  const state = (text: string, kind: FactKind, settings: FactSettings = SENT) =>
    factsIn(text, settings)
      .filter((fact) => fact.kind === kind)
      .map(({ value, isCorrected }) => (isCorrected ? `not ${value}` : value));
  test("no, it was", () =>
    expect(state("My order is 4411. Sorry, no, it was 4412.", "order")).toEqual(["not 4411", "4412"]));
  test("I meant", () =>
    expect(state("It came on Monday. I meant Tuesday.", "date")).toEqual(["not 2026-11-16", "2026-11-17"]));
  test("not this but that", () => expect(state("It was not £40 but £42.", "amount")).toEqual(["not 40", "42"]));
  test("across messages a bare number is what the last number was", () => {
    const earlier = factsIn("Order LL-4411 is late.", SENT);
    expect(state("no, it was 4412", "order", { ...SENT, earlier })).toEqual(["4412"]);
  });
  test("two orders are two orders", () =>
    expect(state("Orders LL-4411 and LL-4412 are late.", "order")).toEqual(["LL-4411", "LL-4412"]));
});

test("quoted text holds no fact, signatures no date, logs no amount", () => {
  expect(found("> order LL-4411 on 3 March\nNo.", ["order", "date"])).toEqual([]);
  expect(found("Hi.\n-- \nTom Baker\nOpen since 3 March 1999", ["date"])).toEqual([]);
});

test("a day counted and counted back is the same day", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const { year, month, date } = dateOf(day);
      expect(dayOf(year, month, date)).toBe(day);
      const real = new Date(day * 86_400_000);
      expect([year, month, date]).toEqual([real.getUTCFullYear(), real.getUTCMonth() + 1, real.getUTCDate()]);
    }),
  );
  expect(localMoment("nonsense", undefined)).toBeUndefined();
});

test("facts lie in order inside the text and say what stands there, the same twice, whatever the text", () => {
  const bait = fc.constantFrom(
    "order LL-4411 ",
    "on 3 March ",
    "£42.80 ",
    "no, it was 4412 ",
    "next Tuesday at 5pm ",
    "6 x Wren ",
    "I tried ",
    "my sister Ruth ",
    "14 Wharf Lane, ",
    "+44 20 7946 ",
    "1Z999AA10123456784",
    "a@b.example ",
    "\n",
    ". ",
    "99999999999999 ",
    "31/02/2026 ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bait, fc.string({ unit: "binary" })), { maxLength: 15 }), (words) => {
      const text = words.join("");
      const facts = factsIn(text, SENT);
      expect(factsIn(text, SENT)).toEqual(facts);
      let start = 0;
      for (const fact of facts) {
        expect(fact.start).toBeGreaterThanOrEqual(start);
        expect(text.slice(fact.start, fact.end)).toBe(fact.text);
        expect(fact.text).not.toBe("");
        expect(FACT_KINDS).toContain(fact.kind);
        start = fact.start;
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);
