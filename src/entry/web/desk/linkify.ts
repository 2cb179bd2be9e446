/**
 * Finds web and mail addresses in plain text, in one pass. Only http, https and mailto become links: whatever else a stranger
 * writes stays text.
 */
export type TextPiece = { readonly text: string; readonly href?: string };

const CANDIDATE = /\b(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

const OPENED_BY: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Punctuation that ends the sentence, not the address; a closing bracket stays when it was opened inside. */
function trimEnd(found: string): string {
  const count = new Map<string, number>();
  for (const char of found) if ("()[]{}".includes(char)) count.set(char, (count.get(char) ?? 0) + 1);
  let end = found.length;
  while (end > 0) {
    const last = found[end - 1] ?? "";
    const opener = OPENED_BY[last];
    const closed = count.get(last) ?? 0;
    if (opener ? (count.get(opener) ?? 0) >= closed : !".,;:!?'’”*_".includes(last)) break;
    if (opener) count.set(last, closed - 1);
    end -= 1;
  }
  return found.slice(0, end);
}

function hrefOf(text: string): string | undefined {
  const wanted = /^https?:\/\//i.test(text)
    ? text
    : text.includes("@") && !/^www\./i.test(text)
      ? `mailto:${text}`
      : `https://${text}`;
  try {
    const url = new URL(wanted);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(CANDIDATE)) {
    const shown = trimEnd(found[0]);
    const href = shown ? hrefOf(shown) : undefined;
    if (!href) continue;
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: shown, href });
    from = found.index + shown.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
