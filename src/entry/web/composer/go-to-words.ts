/** Chooses words in a letter by what was said of its plain text, and goes there. */
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { draftText } from "../coach/draft-text.ts";

interface PlacedWords {
  /** Empty where something is missing. */
  readonly words: string;
  /** In the letter's plain text, without the blanks around it. */
  readonly start: number;
}

export function goToWords(view: EditorView, { words, start }: PlacedWords): void {
  const letter = draftText(view.state.doc);
  const blanks = letter.text.length - letter.text.trimStart().length;
  // A list or a quotation may be written down a little differently over there; then the words themselves are looked for.
  const isThere = letter.text.startsWith(words, start + blanks);
  const found = isThere ? start + blanks : Math.max(0, letter.text.indexOf(words));
  const places = letter.placesOf({ start: found, end: found + words.length });
  const from = places[0]?.from ?? letter.placeAt(found);
  const { tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, places.at(-1)?.to ?? from)).scrollIntoView());
  view.focus();
}
