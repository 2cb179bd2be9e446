/** What the parts of one message's reading share: what was heard, what may be done with it, and which words are shown. */
import type { Span } from "../../../kit/index.ts";
import type { Fact, Message, ReadingCorrection } from "../../contract/index.ts";
import { locale, t } from "../i18n.ts";
import type { Heard, HeardFact } from "./hear.ts";
import { isNoted } from "./is-noted.ts";
import type { Correcting } from "./put-right.ts";
import { sayFact } from "./say-fact.ts";

/** What a conversation knows beside a message. */
export interface Thread {
  readonly conversationId: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly facts: readonly Fact[];
  readonly corrections: readonly ReadingCorrection[];
}

export interface Listening {
  readonly message: Message;
  readonly heard: Heard;
  /** Marks words in the letter as long as somebody looks at what rests on them; none takes the marks away. */
  readonly point: (spans: readonly Span[]) => void;
  /** Marks words and brings them into view; once more takes the marks away. */
  readonly show: (spans: readonly Span[]) => void;
  readonly isShown: (spans: readonly Span[]) => boolean;
  readonly correct: (correcting: Correcting) => void;
}

/** A fact as it is shown and noted. */
export interface ShownFact {
  readonly fact: HeardFact;
  readonly label: string;
  readonly value: string;
  readonly isNoted: boolean;
}

export function shownFacts(
  { heard, message }: Pick<Listening, "heard" | "message">,
  noted: readonly Fact[],
): ShownFact[] {
  return heard.facts.map((fact) => {
    const label = t(`kind.${fact.kind}`);
    const isSaid = heard.corrections.some((one) => one.aspect === "fact" && one.start === fact.start);
    const value = sayFact(fact, locale, isSaid);
    const values = fact.kind === "card" ? [value] : [value, fact.value, fact.text];
    return { fact, label, value, isNoted: isNoted({ messageId: message.id, label, values }, noted) };
  });
}

/** Words of a letter, short enough to stand beside it, without the mark of a list. */
export function quote(text: string, { start, end }: Span, most = 90): string {
  const words = text
    .slice(start, end)
    .replace(/\s+/g, " ")
    .replace(/^ ?(?:[*•·–-]|\d{1,2}[.)]) /, "")
    .trim();
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}
