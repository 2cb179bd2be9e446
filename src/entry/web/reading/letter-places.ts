/**
 * Where the words of a message stand on the page: spans of its text into ranges of the letter that is shown, whether that is
 * plain text or HTML in its sandbox. Only looks; changes nothing in the letter.
 */
import type { Span } from "../../../kit/index.ts";
import { alignTexts } from "./align-texts.ts";

export type PlaceOf = (span: Span) => Range | undefined;

/** @param root what holds the letter. @param text the message's own words, which the spans count in. */
export function letterPlaces(root: HTMLElement, text: string): PlaceOf {
  const page = root.ownerDocument;
  const nodes: Text[] = [];
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  const walker = page.createTreeWalker(root, 4 /* text nodes; NodeFilter belongs to the other window */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push(node as Text);
    starts.push(length);
    pieces.push((node as Text).data);
    length += (node as Text).data.length;
  }
  const find = alignTexts(text, pieces.join(""));
  const nodeAt = (at: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (span) => {
    const found = find(span);
    if (found === undefined) return undefined;
    const [first, last] = [nodeAt(found.start), nodeAt(found.end - 1)];
    const range = page.createRange();
    range.setStart(nodes[first] as Text, found.start - (starts[first] as number));
    range.setEnd(nodes[last] as Text, found.end - (starts[last] as number));
    return range;
  };
}

/** Where a range is in the window of the app, also when it lies in the frame of a letter. */
export function placeOnScreen(range: Range): DOMRect {
  const rect = range.getBoundingClientRect();
  const frame = range.startContainer.ownerDocument?.defaultView?.frameElement?.getBoundingClientRect();
  return frame ? new DOMRect(rect.x + frame.x, rect.y + frame.y, rect.width, rect.height) : rect;
}
