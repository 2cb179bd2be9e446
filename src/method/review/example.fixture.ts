/** Reads an example of a rule or a move: "We'll write [[soon]]." is the text with one span. Used by tests and by the pages made from examples. */
import type { Span } from "../../kit/index.ts";
import type { ReviewInput } from "./review-input.ts";
import type { Example } from "./rule.ts";

export function unmark(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = "";
  let start = -1;
  for (const part of marked.split(/(\[\[|\]\])/)) {
    if (part === "[[") start = text.length;
    else if (part === "]]") spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** What a review is given for an example, and the spans that are marked in its reply. */
export function inputOf(example: Example): { readonly input: ReviewInput; readonly spans: readonly Span[] } {
  if (typeof example === "string") {
    const { text, spans } = unmark(example);
    return { input: { thread: [], reply: text }, spans };
  }
  const { customer, name, reply, thread = [], ...rest } = example;
  const { text, spans } = unmark(reply);
  const asked = customer === undefined ? thread : [...thread, { from: "customer" as const, text: customer }];
  return {
    input: { ...rest, ...(name === undefined ? {} : { customer: { name } }), thread: asked, reply: text },
    spans,
  };
}
