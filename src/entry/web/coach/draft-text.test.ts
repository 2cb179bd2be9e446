import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { describe, expect, test } from "vitest";
import { letterSchema } from "../composer/schema.ts";
import { draftText } from "./draft-text.ts";
import { replaceWords, writeOpening } from "./letter-edits.ts";

const { nodes, marks } = letterSchema;
const make = (name: string, content?: readonly Node[], attributes?: Record<string, unknown>): Node =>
  (nodes[name] as NonNullable<(typeof nodes)[string]>).create(attributes ?? null, content);
const paragraph = (...content: Node[]): Node => make("paragraph", content);
const words = (text: string): Node => letterSchema.text(text);
const letter = (...content: Node[]): Node => make("doc", content);

/** Letters only, some of them two units long: whatever else stands in the text was put there by draftText. */
const LETTERS = ["a", "ß", "é", "中", "😀", "ع", "Z"];
const run = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
const inline = fc.oneof(
  { weight: 5, arbitrary: run.map(words) },
  {
    weight: 2,
    arbitrary: run.map((text) =>
      letterSchema.text(text, [(marks["strong"] as never as { create: () => never }).create()]),
    ),
  },
  { weight: 1, arbitrary: fc.constant(0).map(() => make("hard_break")) },
  { weight: 1, arbitrary: fc.constant(0).map(() => make("image", [], { src: "/api/v1/attachments/1", alt: "" })) },
);
const line = fc.array(inline, { maxLength: 4 }).map((content) => paragraph(...content));
const { block } = fc.letrec<{ block: Node }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    line,
    fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((content) => make("blockquote", content)),
    fc.array(fc.tuple(line, fc.array(tie("block"), { maxLength: 1 })), { minLength: 1, maxLength: 3 }).map((items) =>
      make(
        "bullet_list",
        items.map(([first, rest]) => make("list_item", [first, ...rest])),
      ),
    ),
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.array(line, { minLength: 1, maxLength: 3 })).map(([order, lines]) =>
      make(
        "ordered_list",
        lines.map((one) => make("list_item", [one])),
        { order },
      ),
    ),
  ),
}));
const anyLetter = fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => letter(...content));
const spanOf = (text: string, a: number, b: number) => {
  const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
  return { start, end };
};
const lettersOf = (text: string): string => text.replace(/[>*\d. \n]/g, "");

describe("the words of a letter and where they stand", () => {
  test("whatever the letter and whatever the words, the places found hold exactly these words", () => {
    fc.assert(
      fc.property(anyLetter, fc.nat(), fc.nat(), (doc, a, b) => {
        const draft = draftText(doc);
        const span = spanOf(draft.text, a, b);
        const found = draft.placesOf(span).map(({ from, to }) => doc.textBetween(from, to, "", ""));
        expect(found.join("")).toBe(lettersOf(draft.text.slice(span.start, span.end)));
      }),
      { numRuns: 1_000 },
    );
  });

  test("all that was typed is in the text, once and in order", () => {
    fc.assert(
      fc.property(anyLetter, (doc) => {
        expect(lettersOf(draftText(doc).text)).toBe(doc.textBetween(0, doc.content.size, "", ""));
      }),
    );
  });

  test("every offset has a place in the letter where something can be written", () => {
    fc.assert(
      fc.property(anyLetter, fc.nat(), (doc, a) => {
        const draft = draftText(doc);
        const at = a % (draft.text.length + 1);
        const place = draft.placeAt(at);
        expect(doc.resolve(place).parent.isTextblock).toBe(true);
        const before = lettersOf(draft.text.slice(0, at));
        expect(doc.textBetween(0, place, "", "")).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });

  test("other words take the place of the old ones and of nothing else", () => {
    fc.assert(
      fc.property(anyLetter, fc.nat(), fc.nat(), (doc, a, b) => {
        const draft = draftText(doc);
        const { start, end } = spanOf(draft.text, a, b);
        const held = draft.text.slice(start, end);
        fc.pre(held !== "" && lettersOf(held) === held);
        const after = replaceWords(EditorState.create({ doc }), draft, { start, end }, "new words").doc;
        expect(draftText(after).text).toBe(`${draft.text.slice(0, start)}new words${draft.text.slice(end)}`);
      }),
      { numRuns: 300 },
    );
  });

  test("the text is what a mail program would make of it", () => {
    const doc = letter(
      paragraph(words("Dear Ana,")),
      paragraph(words("one"), make("hard_break"), words("two")),
      make("blockquote", [paragraph(words("you wrote")), paragraph(words("this"))]),
      make(
        "ordered_list",
        [make("list_item", [paragraph(words("wait"))]), make("list_item", [paragraph(words("see"))])],
        {
          order: 3,
        },
      ),
      make("bullet_list", [make("list_item", [paragraph(words("tea"))])]),
    );
    expect(draftText(doc).text).toBe("Dear Ana,\n\none\ntwo\n\n> you wrote\n>\n> this\n\n 3. wait\n 4. see\n\n * tea");
  });

  test("a picture among the words stays when the words change", () => {
    const picture = make("image", [], { src: "/api/v1/attachments/1", alt: "" });
    const doc = letter(paragraph(words("It is"), picture, words(" late, sorry.")));
    const draft = draftText(doc);
    const after = replaceWords(EditorState.create({ doc }), draft, { start: 3, end: 10 }, "was late").doc;
    expect(draftText(after).text).toBe("It was late, sorry.");
    expect(after.toString()).toContain("image");
  });
});

describe("an opening that is written into the letter", () => {
  const written = (doc: Node, opening: { move: string; text: string; at: number }): string =>
    draftText(writeOpening(EditorState.create({ doc }), draftText(doc), opening).doc).text;

  test("fills an empty letter", () => {
    expect(written(letter(paragraph()), { move: "reflect", text: "So it leaks.", at: 0 })).toBe("So it leaks.");
  });

  test("stands before the first sentence, in its paragraph", () => {
    const doc = letter(paragraph(words("Dear Ana,")), paragraph(words("I sent a new one.")));
    expect(written(doc, { move: "reflect", text: "So it leaks.", at: 11 })).toBe(
      "Dear Ana,\n\nSo it leaks. I sent a new one.",
    );
  });

  test("follows a greeting as a paragraph of its own, or fills the empty one that is there", () => {
    const opening = { move: "reflect", text: "So it leaks.", at: 9 };
    expect(written(letter(paragraph(words("Dear Ana,"))), opening)).toBe("Dear Ana,\n\nSo it leaks.");
    const begun = letter(paragraph(words("Dear Ana,")), paragraph());
    expect(written(begun, { ...opening, at: 11 })).toBe("Dear Ana,\n\nSo it leaks.");
  });

  test("a question whether it works ends the last paragraph; an answer begins a new one before the closing", () => {
    const doc = letter(paragraph(words("I sent it.")), paragraph(words("Kind regards")));
    expect(written(doc, { move: "check", text: "Is all well now?", at: 10 })).toBe(
      "I sent it. Is all well now?\n\nKind regards",
    );
    expect(written(doc, { move: "answer", text: "You also asked:", at: 10 })).toBe(
      "I sent it.\n\nYou also asked:\n\nKind regards",
    );
  });
});
