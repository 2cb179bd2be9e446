/**
 * How a letter is written down in a story: indented like code and wrapped at about 110 columns, with an empty line between
 * paragraphs. This file turns that into what the person typed. It knows nothing of placeholders or of mail.
 */

/** A source line at least this long was wrapped by the writer of the story, so it flows into the next one. */
const WRAPPED_FROM = 80;

/** Takes away the common indentation and joins wrapped lines; a line shorter than 80 characters keeps its end. */
export function asTyped(source: string): string {
  const lines = source
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents, 200);
  let typed = "";
  let flows = false;
  for (const [at, line] of lines.entries()) {
    const bare = line.slice(common);
    const joins = flows && bare !== "";
    typed += at === 0 ? bare : (joins ? " " : "\n") + (joins ? bare.trimStart() : bare);
    flows = bare.length >= WRAPPED_FROM;
  }
  return typed;
}
