/** All of standard input as one text, for what is typed or piped in by a person. */

/** @param input bytes in UTF-8; what is no UTF-8 becomes the replacement character. */
export async function wholeText(input: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
