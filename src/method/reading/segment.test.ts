import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOwnVoice, type PartKind, segment } from "./segment.ts";

const sentences = (text: string) =>
  segment(text).parts.flatMap((part) => part.sentences.map(({ start, end }) => text.slice(start, end)));
const clauses = (text: string) =>
  segment(text).parts.flatMap((part) =>
    part.sentences.flatMap((sentence) => sentence.clauses.map(({ start, end }) => text.slice(start, end).trim())),
  );
const parts = (text: string): [PartKind, string][] =>
  segment(text).parts.map(({ kind, start, end }) => [kind, text.slice(start, end).trim()]);

describe("sentences end where a reader pauses", () => {
  test.each<[string, string[]]>([
    ["It arrived at 5 p.m. Then it broke.", ["It arrived at 5 p.m.", "Then it broke."]],
    ["Call me at 5 p.m. on Friday.", ["Call me at 5 p.m. on Friday."]],
    ["Call me at 5 p.m. Friday or 6 p.m. EST.", ["Call me at 5 p.m. Friday or 6 p.m. EST."]],
    ["I paid 1.192,50 € for it. Why?", ["I paid 1.192,50 € for it.", "Why?"]],
    ["Version 5.8.0 fails. 5.7 did not.", ["Version 5.8.0 fails.", "5.7 did not."]],
    ["See https://lumen.example/a.b?c=d. Nothing there.", ["See https://lumen.example/a.b?c=d.", "Nothing there."]],
    ["Mr. Baker and Dr. J. Smith agree. So do I.", ["Mr. Baker and Dr. J. Smith agree.", "So do I."]],
    ["Well... maybe not. But... No.", ["Well... maybe not.", "But...", "No."]],
    ["Really?! Are you sure!? Yes.", ["Really?!", "Are you sure!?", "Yes."]],
    ['He said "It is lost." Then he left.', ['He said "It is lost."', "Then he left."]],
    ["it broke. please help. order 4412", ["it broke.", "please help.", "order 4412"]],
    ["It broke.I want my money back.", ["It broke.", "I want my money back."]],
    ["The log is in Rule.kt and app.log today.", ["The log is in Rule.kt and app.log today."]],
    ["Am 3. März kam nichts. Am 4. auch nicht.", ["Am 3. März kam nichts.", "Am 4. auch nicht."]],
    ["Thanks 😊 Where is it?", ["Thanks 😊", "Where is it?"]],
    ["I ❤ London lamps.", ["I ❤ London lamps."]],
    ["It works! 🎉 Thank you.", ["It works! 🎉", "Thank you."]],
    ["Order no. 4412 is late. Oh no. Why?", ["Order no. 4412 is late.", "Oh no.", "Why?"]],
    ["ランプが届きません。いつ届きますか？よろしく", ["ランプが届きません。", "いつ届きますか？", "よろしく"]],
    ["أين طلبي؟ لم يصل بعد.", ["أين طلبي؟", "لم يصل بعد."]],
    ["The lamp came\nwith a crack in it.", ["The lamp came\nwith a crack in it."]],
    ["Order: 4412\nName: Ana\nColour: blue", ["Order: 4412", "Name: Ana", "Colour: blue"]],
    ["my lamp broke\ni want a refund", ["my lamp broke", "i want a refund"]],
    ["- the shade\n- the cable\n- the plug", ["- the shade", "- the cable", "- the plug"]],
  ])("%s", (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe("clauses end where the thought turns", () => {
  test.each<[string, string[]]>([
    ["I like the lamp but it flickers.", ["I like the lamp", "but it flickers."]],
    ["It broke, I want a refund.", ["It broke,", "I want a refund."]],
    [
      "I called twice and nobody answered because you were shut.",
      ["I called twice", "and nobody answered", "because you were shut."],
    ],
    ["The lamp and the cable are fine.", ["The lamp and the cable are fine."]],
    ["It came at 10:30; too late.", ["It came at 10:30;", "too late."]],
  ])("%s", (text, expected) => expect(clauses(text)).toEqual(expected));
});

describe("what surrounds the customer's words is told from them", () => {
  test("greeting, matter, closing and signature", () => {
    expect(parts("Hi Ana,\n\nthe lamp broke.\n\nKind regards,\nTom Baker\nBaker & Sons\n")).toEqual([
      ["greeting", "Hi Ana,"],
      ["prose", "the lamp broke."],
      ["closing", "Kind regards,"],
      ["signature", "Tom Baker\nBaker & Sons"],
    ]);
  });
  test("a greeting and the matter in one line are two parts", () => {
    expect(parts("Hello, where is my parcel?")).toEqual([
      ["greeting", "Hello,"],
      ["prose", "where is my parcel?"],
    ]);
    expect(parts("Hi my lamp is broken")).toEqual([
      ["greeting", "Hi"],
      ["prose", "my lamp is broken"],
    ]);
  });
  test("a postscript is the customer speaking again", () => {
    expect(parts("It broke.\nThanks,\nTom\n\nPS: the cable is short too.").map(([kind]) => kind)).toEqual([
      "prose",
      "closing",
      "signature",
      "prose",
    ]);
  });
  test("thanks for something is not a closing", () => {
    expect(parts("Thanks for nothing.\nI am leaving.").map(([kind]) => kind)).toEqual(["prose"]);
    expect(parts("Thanks!\nCould you also send the invoice by Friday?").map(([kind]) => kind)).toEqual(["prose"]);
  });
  test("quoted history in the ways mail programs write it", () => {
    const history = [
      "> We are sorry.\n> It is on its way.",
      "On Mon, 2 Nov 2026 at 10:00, Lumen <help@lumen.example> wrote:\n> Sorry.",
      "-----Original Message-----\nFrom: Lumen\nSorry.",
      "From: Lumen <help@lumen.example>\nSent: Monday\nTo: Ana\n\nSorry.",
      "Am Mo., 2. Nov. 2026 um 10:00 Uhr schrieb Lumen <help@lumen.example>:\n> Pardon.",
      "Le lun. 2 nov. 2026 à 10:00, Lumen <help@lumen.example> a écrit :\n> Pardon.",
    ];
    for (const quoted of history)
      expect(parts(`No, it is not.\n\n${quoted}`)).toEqual([
        ["prose", "No, it is not."],
        ["quoted", quoted],
      ]);
  });
  test("an answer between quoted lines is heard", () => {
    expect(parts("> Which lamp?\nThe blue one.\n> Since when?\nMonday.").map(([kind]) => kind)).toEqual([
      "quoted",
      "prose",
      "quoted",
      "prose",
    ]);
  });
  test("a pasted log or stack trace is nobody's voice", () => {
    const log = "java.lang.IllegalStateException: bad\n\tat app.Rule.save(Rule.kt:118)\n\tat app.Main.run(Main.kt:9)";
    expect(parts(`It crashes:\n${log}\nPlease help.`)).toEqual([
      ["prose", "It crashes:"],
      ["log", log],
      ["prose", "Please help."],
    ]);
    expect(parts("Look:\n```\nI hate this\n```\nThanks for looking.").map(([kind]) => kind)).toEqual([
      "prose",
      "log",
      "prose",
    ]);
  });
  test("sent from a telephone", () => {
    expect(parts("It broke.\n\nSent from my iPhone").map(([kind]) => kind)).toEqual(["prose", "signature"]);
  });
  test("words in quotation marks are pointed at", () => {
    const text = "Your page says “delivered within two days” and it was not. He said 'no'.";
    expect(segment(text).quotations.map(({ start, end }) => text.slice(start, end))).toEqual([
      "“delivered within two days”",
    ]);
  });
});

const bait = fc.constantFrom(
  "Hi Ana,\n",
  "> quoted\n",
  "Thanks,\nTom\n",
  "-- \n",
  "5 p.m. Then ",
  "1.192,50 €",
  "a@b.example",
  "https://x.example/a.",
  "...",
  "?!",
  "“",
  "”",
  "届きません。",
  "أين؟",
  "👩‍👩‍👧",
  "🇩🇪",
  "\r\n",
  "\n\n",
  "```\n",
  "1. ",
  "- ",
  "\ud800",
  "\udc00",
  ":-)",
  "On Mon 2 Nov, A wrote:\n",
  "\u2028",
  "Dr. ",
);
const anyText = fc
  .array(fc.oneof(bait, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), { maxLength: 30 })
  .map((all) => all.join(""));

test("parts give the text back; sentences, clauses and tokens lie in order inside them, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { parts, tokens, quotations } = segment(text);
      expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      let at = 0;
      for (const part of parts) {
        expect(part.start).toBe(at);
        at = part.end;
        let inside = part.start;
        if (!isOwnVoice(part)) expect(part.sentences).toEqual([]);
        for (const sentence of part.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(inside);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(sentence.end).toBeLessThanOrEqual(part.end);
          expect(sentence.clauses.map(({ start, end }) => text.slice(start, end)).join("")).toBe(
            text.slice(sentence.start, sentence.end),
          );
          expect(tokens[sentence.firstToken]?.start).toBe(sentence.start);
          expect(tokens[sentence.lastToken - 1]?.end).toBe(sentence.end);
          inside = sentence.end;
        }
      }
      let end = 0;
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      for (const quotation of quotations)
        expect(text.slice(quotation.start, quotation.end).length).toBe(quotation.end - quotation.start);
    }),
  );
}, 30_000);
