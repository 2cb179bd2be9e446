/** Which branch a customer takes after a reply, and what they answer to the questions in it. Pure; nothing is sent here. */
import { holds, type Judgement } from "./judge-reply.ts";
import type { Branch, Story } from "./story.ts";

/** The first branch whose condition holds, with its place in the list; undefined when there is none. */
export function chooseBranch(
  branches: readonly Branch[],
  judgement: Pick<Judgement, "deeds">,
  text: string,
): { readonly branch: Branch; readonly at: number } | undefined {
  const at = branches.findIndex((branch) => holds(branch.when, { deeds: judgement.deeds, text }));
  const branch = branches[at];
  return branch === undefined ? undefined : { branch, at };
}

export type Knowledge = Story["knows"][number];

/**
 * What the customer can say to the questions asked: everything they know about a word that a question holds, or, when no
 * question touches what they know, the first and most needed thing.
 */
export function answersTo(questions: readonly string[], knows: readonly Knowledge[]): Knowledge[] {
  const asked = questions.join(" ").toLowerCase();
  const fitting = knows.filter(({ about }) => about.some((word) => asked.includes(word.toLowerCase())));
  return fitting.length > 0 ? fitting : knows.slice(0, 1);
}
