/** A playbook in a form: an empty one to begin with, and what a form holds without its empty corners. Pure. */
import type { Playbook } from "../../contract/index.ts";

type Option = Playbook["options"][number];

export const blankQuestion = (number: number): Playbook["ask"][number] => ({
  id: `question-${number}`,
  question: "",
  why: "",
  required: false,
});

export const blankOption = (number: number): Option => ({
  id: `option-${number}`,
  title: "",
  recommended: number === 1,
  when: "",
  offer: "",
  limit: {},
  needs: [],
});

export const blankPlaybook = (): Playbook => ({
  id: "",
  title: "",
  summary: "",
  situations: [],
  signals: [],
  ask: [blankQuestion(1)],
  confirm: [],
  options: [blankOption(1), blankOption(2)],
  never: [],
  phrases: [],
  policy: "",
  thinking: "",
});

/** "The wrong item came" as the-wrong-item-came. */
export function idFrom(title: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replace(/^-|-$/g, "") || "playbook";
}

/** The smallest number that no id of the list ends with. */
export function nextNumber(list: readonly { readonly id: string }[]): number {
  const taken = new Set(list.map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0)));
  for (let number = list.length + 1; ; number += 1) if (!taken.has(number)) return number;
}

/** @param id of a playbook that is there already; of a new one it follows the title. */
export function tidied(draft: Playbook, id?: string): Playbook {
  const { refusal, noFix, ...rest } = draft;
  const isSaid = (part: object | undefined): boolean =>
    part !== undefined && Object.values(part).some((words) => words.trim() !== "");
  return {
    ...rest,
    id: id ?? idFrom(draft.title),
    options: draft.options.map(tidiedOption),
    ...(refusal && isSaid(refusal) ? { refusal } : {}),
    ...(noFix && isSaid(noFix) ? { noFix } : {}),
  };
}

function tidiedOption({ commits, limit, promise, ...rest }: Option): Option {
  const amount = limit.amount?.trim();
  const currency = limit.currency?.trim().toUpperCase();
  return {
    ...rest,
    ...(commits ? { commits } : {}),
    limit: {
      ...(amount ? { amount } : {}),
      ...(amount && currency ? { currency } : {}),
      ...(limit.count === undefined ? {} : { count: limit.count }),
    },
    ...(promise && promise.what.trim() !== "" ? { promise } : {}),
  };
}
