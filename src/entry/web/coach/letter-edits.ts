/** What the coach may write into a letter when asked to: other words for some words, or an opening. Each is one step to undo. */
import { closeHistory } from "prosemirror-history";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import type { Span } from "../../../kit/index.ts";
import { letterSchema } from "../composer/schema.ts";
import type { DraftText } from "./draft-text.ts";

/** A sentence to write, and the offset in the draft's text where it belongs. */
export interface Opening {
  readonly move: string;
  readonly text: string;
  readonly at: number;
}

/** Puts `words` in the place of the span; what stands between its words and is no text, such as a picture, stays. */
export function replaceWords(state: EditorState, draft: DraftText, span: Span, words: string): Transaction {
  const change = closeHistory(state.tr);
  const places = draft.placesOf(span);
  const first = places[0] ?? { from: draft.placeAt(span.start), to: draft.placeAt(span.start) };
  for (const { from, to } of places.slice(1).reverse()) change.delete(from, to);
  change.insertText(words, first.from, first.to);
  return change.setSelection(TextSelection.create(change.doc, first.from + words.length)).scrollIntoView();
}

/** A beginning goes before the first sentence, in its paragraph; what follows a finished paragraph gets one of its own. */
export function writeOpening(state: EditorState, draft: DraftText, opening: Opening): Transaction {
  const change = closeHistory(state.tr);
  const $at = state.doc.resolve(draft.placeAt(opening.at));
  const isEmpty = $at.parent.textContent.trim() === "";
  const isEnd = $at.parent.textBetween($at.parentOffset, $at.parent.content.size, " ", " ").trim() === "";
  if (isEmpty || !isEnd) {
    const words = isEmpty ? opening.text : `${opening.text} `;
    change.insertText(words, $at.pos);
    return change.setSelection(TextSelection.create(change.doc, $at.pos + words.length)).scrollIntoView();
  }
  if (opening.move === "check") {
    const end = $at.end();
    change.insertText(` ${opening.text}`, $at.pos, end);
    return change.setSelection(TextSelection.create(change.doc, $at.pos + opening.text.length + 1)).scrollIntoView();
  }
  const paragraph = letterSchema.nodes["paragraph"]?.create(null, letterSchema.text(opening.text));
  const after = $at.after(1);
  if (paragraph) change.insert(after, paragraph);
  return change.setSelection(TextSelection.create(change.doc, after + 1 + opening.text.length)).scrollIntoView();
}
