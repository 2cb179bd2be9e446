/**
 * Our own labelled texts (training/own): conversations, split always as a whole and never by sentence, and single lines, which are
 * only trained on. `isHeldOut` says what is kept for measuring.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Feeling, Situation } from "../src/method/reading/index.ts";
import type { MoveName } from "../src/method/review/index.ts";

export interface OwnSentence {
  readonly text: string;
  readonly moves: readonly MoveName[];
}

export interface OwnFeeling {
  readonly feeling: Feeling;
  readonly intensity: number;
}

export interface OwnConversation {
  readonly id: string;
  readonly situation: Situation;
  readonly feelings: readonly OwnFeeling[];
  readonly message: string;
  readonly replies: readonly { readonly quality: string; readonly sentences: readonly OwnSentence[] }[];
}

export interface CustomerLine {
  readonly situation: Situation;
  readonly feelings: readonly OwnFeeling[];
  readonly message: string;
}

const FOLDER = new URL("./own/", import.meta.url);
const linesOf = (name: string): string[] => readFileSync(new URL(name, FOLDER), "utf8").trim().split("\n");

/** In the order of their names. */
export const ownConversations = (): OwnConversation[] =>
  readdirSync(FOLDER)
    .filter((name) => /^conversations-.*\.jsonl$/.test(name))
    .sort()
    .flatMap(linesOf)
    .map((line) => JSON.parse(line) as OwnConversation);

/** Every fourth conversation is never trained on. The number in its id decides, so that new ones move no old one. */
export const isHeldOut = ({ id }: OwnConversation): boolean => Number(id.replace(/\D/g, "")) % 4 === 0;

/** Short messages: situation, feelings with their intensity, text. */
export const customerLines = (): CustomerLine[] =>
  linesOf("customer-lines.tsv").map((line) => {
    const [situation, feelings = "", message = ""] = line.split("\t");
    return {
      situation: situation as Situation,
      feelings: feelings.split(",").map((one): OwnFeeling => {
        const [feeling, intensity] = one.split(":");
        return { feeling: feeling as Feeling, intensity: Number(intensity) };
      }),
      message,
    };
  });

/** Single sentences of replies with their moves; "-" for none. */
export const replyLines = (): OwnSentence[] =>
  linesOf("reply-lines.tsv").map((line) => {
    const [moves = "", text = ""] = line.split("\t");
    return { text, moves: moves === "-" ? [] : (moves.split(",") as MoveName[]) };
  });
