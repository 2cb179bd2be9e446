/** A reading told in words, each with the words of the message it rests on. For people; programs take the JSON. */
import type { Span } from "../../kit/index.ts";
import type { Reading } from "../../method/reading/index.ts";

/** @param title names the message among others. @returns lines without a line end behind the last. */
export function explainReading(text: string, reading: Reading, title?: string): string {
  const { feelings, heat, course, situations, facts, asks, signals, unsaid, language } = reading;
  const quote = (span: Span) => quoted(text, span);
  return [
    ...(title === undefined ? [] : [`── ${title}`]),
    ...part(
      "Feels",
      feelings.map(
        ({ feeling, intensity, spans }) =>
          `${feeling} ${share(intensity)}${spans.map((span) => ` ${quote(span)}`).join("")}`,
      ),
      language === "en"
        ? "It does not tell."
        : `Feelings are read in English; this is ${language ?? "in no language that it knows"}.`,
    ),
    ...part(
      "Heat",
      heat === null
        ? []
        : [`${share(heat)}, ${stage(heat)}${course.length > 1 ? ` (so far: ${course.map(share).join(", ")})` : ""}`],
      "It does not tell.",
    ),
    ...part(
      "About",
      situations.map(({ situation, confidence }) => `${situation} ${share(confidence)}`),
    ),
    ...part(
      "Facts",
      facts.map(
        (fact) =>
          `${fact.kind}: ${fact.value}${fact.currency === undefined ? "" : ` ${fact.currency}`} ${quote(fact)}${fact.isCorrected === true ? ", corrected later" : ""}`,
      ),
    ),
    ...part(
      "Asks",
      asks.map((ask) => `${ask.kind} ${quote(ask)}`),
    ),
    ...part(
      "Signals",
      signals.map((one) => `${one.signal} ${quote(one)}`),
    ),
    ...part(
      "Unsaid",
      unsaid.map((one) => `${one.unsaid} ${quote(one)}`),
    ),
    "",
  ].join("\n");
}

const WIDTH = 10;
const LONGEST_QUOTE = 70;

const part = (name: string, lines: readonly string[], nothing = "nothing"): string[] =>
  (lines.length > 0 ? lines : [nothing]).map((line, at) => `${(at === 0 ? name : "").padEnd(WIDTH)}${line}`);

const share = (value: number | null): string => (value === null ? "–" : value.toFixed(2).replace(/^0/, ""));

const stage = (heat: number): string =>
  heat < 0.22 ? "calm" : heat < 0.4 ? "tense" : heat < 0.58 ? "angry" : "furious";

/** The words in quotation marks, on one line. */
export function quoted(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/g, " ").trim();
  return `“${words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words}”`;
}
