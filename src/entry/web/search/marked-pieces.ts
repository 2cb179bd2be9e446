/** Splits an excerpt at the marks that the server puts around what matched (\u0002 … \u0003). Pure; never makes HTML. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

export function markedPieces(excerpt: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let marked = false;
  let text = "";
  const end = (): void => {
    if (text) pieces.push({ text, marked });
    text = "";
  };
  for (const char of excerpt) {
    if (char === "\u0002" || char === "\u0003") {
      end();
      marked = char === "\u0002";
    } else text += char;
  }
  end();
  return pieces;
}
