/** Is a heard fact among those that somebody has noted? Compared by what it says, however it was written down. Pure. */
import type { Fact } from "../../contract/index.ts";

interface Noting {
  readonly messageId: number;
  /** The name of its kind, as a note has it. */
  readonly label: string;
  /** All the ways it may have been written down. */
  readonly values: readonly string[];
}

/** So short a value ("2") is the same fact only under the same name. */
const TELLING = 4;

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

export function isNoted({ messageId, label, values }: Noting, noted: readonly Fact[]): boolean {
  const wanted = new Set(values.map(plain));
  return noted.some((fact) => {
    const isSameName = plain(fact.label) === plain(label);
    if (wanted.has(plain(fact.value)) && (isSameName || plain(fact.value).length >= TELLING)) return true;
    // Noted from here, and worded otherwise since.
    return isSameName && fact.messageId === messageId && fact.state === "corrected";
  });
}
