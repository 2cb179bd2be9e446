/** Words of a playbook: those to a customer with their variables named, and the text for people with its few marks. */
import { Fragment, type ReactNode } from "react";
import { sayVariable } from "./say-playbook.ts";

/** Words to a customer. What is filled in later is named. */
export function Said({ words }: { words: string }): ReactNode {
  return words.split(/\{([\w.]{1,40})\}/).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
      <span key={at} className="rounded-sm bg-accent-soft px-1 font-sans text-[0.9em] text-accent">
        {sayVariable(piece)}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
      <Fragment key={at}>{piece}</Fragment>
    ),
  );
}

/** Markdown as far as a playbook needs it: paragraphs, lists, emphasis. Everything else is shown as it is written. */
export function Prose({ text }: { text: string }): ReactNode {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== "");
  return blocks.map((block, at) => {
    const lines = block.split("\n");
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the blocks of one text never change places
    if (lines.every((line) => /^[-*] /.test(line)))
      return (
        <ul key={at} className="list-disc pl-5">
          {lines.map((line, of) => (
            <li key={of}>
              <Marked text={line.slice(2)} />
            </li>
          ))}
        </ul>
      );
    const heading = /^#{1,6} /.exec(block);
    return (
      <p key={at} className={heading ? "font-semibold" : undefined}>
        <Marked text={heading ? block.slice(heading[0].length) : block} />
      </p>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the blocks of one text never change places
  });
}

function Marked({ text }: { text: string }): ReactNode {
  return text.split(/(\*\*[^*\n]{1,400}\*\*|\*[^*\n]{1,400}\*)/).map((piece, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
    if (at % 2 === 0) return <Fragment key={at}>{piece}</Fragment>;
    return piece.startsWith("**") ? (
      <strong key={at}>{piece.slice(2, -2)}</strong>
    ) : (
      <em key={at}>{piece.slice(1, -1)}</em>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
  });
}
