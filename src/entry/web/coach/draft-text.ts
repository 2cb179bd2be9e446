/**
 * The letter being written, as the plain text that the coach reads, with the way back: which places of the letter any words of
 * that text stand at. Quoted paragraphs get "> " as in mail, so that nobody takes them for the writer's own. Knows no coach.
 */
import type { Node } from "prosemirror-model";
import type { Span } from "../../../kit/index.ts";

/** Places in a ProseMirror document; `to` is exclusive. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export interface DraftText {
  readonly text: string;
  /** Where these words stand, in order; empty for marks that the letter shows by itself, such as the "> " of a quotation. */
  readonly placesOf: (span: Span) => Place[];
  /** The place in the letter that this offset of the text stands for. */
  readonly placeAt: (offset: number) => number;
}

/** A stretch of the text and the place where it begins. `isAtom`: one thing in the letter, however long its name. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly isAtom: boolean;
}

class Writer {
  text = "";
  readonly pieces: Piece[] = [];

  private add(words: string, from: number, isAtom: boolean): void {
    this.pieces.push({ at: this.text.length, length: words.length, from, isAtom });
    this.text += words;
  }

  /** @param first what the first line begins with. @param rest what every other line begins with. */
  blocks(parent: Node, inside: number, first: string, rest: string, isTight: boolean): void {
    parent.forEach((block, offset, index) => {
      if (index > 0) this.text += isTight ? "\n" : `\n${rest.trimEnd()}\n`;
      this.block(block, inside + offset, index > 0 ? rest : first, rest);
    });
  }

  private block(block: Node, at: number, first: string, rest: string): void {
    if (block.isTextblock) {
      this.text += first;
      this.line(block, at + 1, rest);
    } else if (block.type.name === "blockquote") this.blocks(block, at + 1, `${first}> `, `${rest}> `, false);
    else {
      const order = block.attrs["order"] as number | undefined;
      block.forEach((item, offset, index) => {
        if (index > 0) this.text += "\n";
        const mark = order === undefined ? " * " : ` ${order + index}. `;
        this.blocks(item, at + offset + 2, `${index > 0 ? rest : first}${mark}`, `${rest}   `, true);
      });
    }
  }

  private line(block: Node, inside: number, rest: string): void {
    // An empty paragraph has a place, too.
    this.add("", inside, false);
    block.forEach((node, offset) => {
      const at = inside + offset;
      if (node.isText) this.add(node.text ?? "", at, false);
      else if (node.type.name === "hard_break") {
        this.add("\n", at, false);
        this.text += rest;
        this.add("", at + 1, false);
      } else this.add(node.type.spec.leafText?.(node) ?? "", at, true);
    });
  }
}

export function draftText(doc: Node): DraftText {
  const writer = new Writer();
  writer.blocks(doc, 0, "", "", false);
  const { text, pieces } = writer;
  return {
    text,
    placesOf: ({ start, end }) => {
      const places: Place[] = [];
      for (const { at, length, from, isAtom } of pieces) {
        if (at >= end) break;
        if (length === 0 || at + length <= start) continue;
        const place = isAtom
          ? { from, to: from + 1 }
          : { from: from + Math.max(0, start - at), to: from + Math.min(length, end - at) };
        const last = places.at(-1);
        if (last?.to === place.from) places[places.length - 1] = { from: last.from, to: place.to };
        else places.push(place);
      }
      return places;
    },
    placeAt: (offset) => {
      let place = pieces[0]?.from ?? 0;
      for (const { at, length, from, isAtom } of pieces) {
        if (at > offset) break;
        place = isAtom ? from + (offset > at ? 1 : 0) : from + Math.min(length, offset - at);
      }
      return place;
    },
  };
}
