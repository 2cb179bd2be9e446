/**
 * Cuts a sentence where the thought turns: at "but", "because", "and I", semicolons, dashes, brackets. The clauses of a
 * sentence lie side by side and cover it. English and a few words of its neighbours; other languages are cut at marks alone.
 */
import type { Span } from "../../kit/index.ts";
import type { Token } from "./scan-words.ts";

const TURNS = new Set(
  "but because although though however yet whereas unless except aber weil obwohl sondern denn mais parce cependant pourtant pero porque aunque sino ma perché però ale bo ponieważ maar omdat".split(
    " ",
  ),
);
const JOINS = new Set(
  "and or so then which who while when if since as until before after und oder et ou y o e i en".split(" "),
);
const SUBJECTS = new Set(
  "i i'm i've i'd i'll we we're we've we'd we'll you you're you've you'd you'll he she he's she's it it's they they're they've this that there nobody somebody someone everyone ich wir ihr sie es er je j'ai nous vous il elle on yo nosotros ella".split(
    " ",
  ),
);
const DETERMINERS = new Set("my our your the".split(" "));
const CUTTING_MARKS = new Set([";", "—", "–", ":", "(", ")", "；", "，", "、", "،"]);

export interface Clause extends Span {
  /** Index of its first token, and the index after its last. */
  readonly firstToken: number;
  readonly lastToken: number;
}

/** The clauses of the sentence that spans the tokens `first` to before `last`; the first starts and the last ends with it. */
export function splitClauses(tokens: readonly Token[], first: number, last: number): Clause[] {
  const clauses: Clause[] = [];
  let start = (tokens[first] as Token).start;
  let begin = first;
  for (let index = first + 1; index < last; index += 1) {
    if (index - begin < 2 || last - index < 2 || !turnsAt(tokens, index, last)) continue;
    const at = (tokens[index] as Token).start;
    clauses.push({ start, end: at, firstToken: begin, lastToken: index });
    start = at;
    begin = index;
  }
  clauses.push({ start, end: (tokens[last - 1] as Token).end, firstToken: begin, lastToken: last });
  return clauses;
}

function turnsAt(tokens: readonly Token[], index: number, last: number): boolean {
  const token = tokens[index] as Token;
  const before = tokens[index - 1] as Token;
  const next = index + 1 < last ? tokens[index + 1] : undefined;
  if (before.kind === "mark" && CUTTING_MARKS.has(before.norm) && token.kind !== "mark") {
    const beforeThat = tokens[index - 2];
    return !(before.norm === ":" && beforeThat?.kind === "number" && token.kind === "number");
  }
  if (token.kind !== "word") return token.norm === "(";
  if (before.kind === "mark" && before.norm === "-" && before.end < token.start) return true;
  if (TURNS.has(token.norm)) return true;
  const afterComma = before.kind === "mark" && before.norm === ",";
  if (afterComma && (SUBJECTS.has(token.norm) || DETERMINERS.has(token.norm) || JOINS.has(token.norm))) return true;
  return (
    (token.norm === "and" || token.norm === "so" || token.norm === "und" || token.norm === "et") &&
    next !== undefined &&
    SUBJECTS.has(next.norm)
  );
}
