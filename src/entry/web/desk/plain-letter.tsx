/** A plain-text message, set as a letter: no frame is needed, because text cannot do anything. */
import { type ReactNode, useMemo } from "react";
import { linkify } from "./linkify.ts";

interface PlainLetterProps {
  readonly text: string;
  readonly face: "serif" | "plain";
  readonly quiet?: boolean;
  /** Told what holds the letter, and null when it is gone. */
  readonly onLetter?: ((letter: HTMLElement | null) => void) | undefined;
}

function Linked({ text }: { text: string }): ReactNode {
  let position = 0;
  return linkify(text).map((piece) => {
    const key = position;
    position += piece.text.length;
    return piece.href ? (
      <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer">
        {piece.text}
      </a>
    ) : (
      piece.text
    );
  });
}

export function PlainLetter({ text, face, quiet = false, onLetter }: PlainLetterProps): ReactNode {
  const paragraphs = useMemo(() => {
    let position = 0;
    return text
      .replace(/\r\n?/g, "\n")
      .split(/\n{2,}/)
      .map((words) => {
        position += words.length + 2;
        return { key: position, words };
      })
      .filter((one) => one.words.trim());
  }, [text]);
  return (
    <div
      ref={onLetter}
      className={`letter ${face === "plain" ? "letter-plain" : ""} ${quiet ? "text-soft" : ""}`}
      dir="auto"
    >
      {paragraphs.map((paragraph) => (
        <p key={paragraph.key} dir="auto">
          <Linked text={paragraph.words} />
        </p>
      ))}
    </div>
  );
}
