/**
 * The coach beside the page, in a worker: it reads along without ever holding up a keystroke. Takes the matter once and then
 * one draft after the other; answers each with what there is to say. Nothing of it goes anywhere else.
 */
import type { EarlierMessage, Reading } from "../../../method/reading/index.ts";
import { type Learned, type ReviewInput, RULES, review } from "../../../method/review/index.ts";
import { STEPS, type Step } from "../../../method/steps/index.ts";
import { readThreadWhole } from "../reading/read-thread-whole.ts";
import { loadModels } from "./load-models.ts";
import { type Look, type LookAsked, lookAtDraft, type Matter } from "./look-at-draft.ts";

export type ToCoach =
  | { readonly kind: "matter"; readonly matter: Matter }
  | { readonly kind: "look"; readonly turn: number; readonly asked: LookAsked }
  | {
      readonly kind: "hear";
      readonly turn: number;
      /** A customer's messages, oldest first. */
      readonly thread: readonly EarlierMessage[];
      readonly timeZone: string;
    }
  | { readonly kind: "letters"; readonly turn: number; readonly letters: readonly LetterSent[] }
  | { readonly kind: "rules" };

/** A letter of ours, and what it answered. */
export type LetterSent = Pick<ReviewInput, "thread" | "reply" | "at">;

export interface RuleName {
  readonly id: string;
  readonly see: string;
}
export type FromCoach =
  | { readonly kind: "look"; readonly turn: number; readonly look: Look }
  | { readonly kind: "heard"; readonly turn: number; readonly readings: readonly Reading[] }
  | { readonly kind: "covered"; readonly turn: number; readonly covered: readonly (readonly Step[])[] }
  | { readonly kind: "rules"; readonly rules: readonly RuleName[] };

const answer = (words: FromCoach): void => postMessage(words);
let matter: Matter | undefined;
let learned: Learned = {};
let latest: Extract<ToCoach, { kind: "look" }> | undefined;

/** The first look is the slow one, because everything is met for the first time; nobody waits for this one. */
function warmUp(): void {
  if (matter) lookAtDraft(matter, { reply: WARMING, at: "2026-01-01T00:00:00Z", muted: [], dismissed: [] }, learned);
}
const WARMING =
  "Hello Ana,\n\nI am sorry that the order came late. I can send it again today, is that all right?\n\nKind regards";

function look(): void {
  if (matter && latest) answer({ kind: "look", turn: latest.turn, look: lookAtDraft(matter, latest.asked, learned) });
}

addEventListener("message", ({ data }: MessageEvent<ToCoach>) => {
  if (data.kind === "rules") answer({ kind: "rules", rules: RULES.map(({ id, see }) => ({ id, see })) });
  else if (data.kind === "hear") void hear(data);
  else if (data.kind === "letters") void lookBack(data);
  else if (data.kind === "matter") {
    matter = data.matter;
    warmUp();
    learn();
  } else {
    latest = data;
    look();
  }
});

/** With what was learned, so that everybody reads the same; without it only where it cannot be had. */
async function hear({ turn, thread, timeZone }: Extract<ToCoach, { kind: "hear" }>): Promise<void> {
  const models = await loadModels().catch(() => undefined);
  answer({ kind: "heard", turn, readings: readThreadWhole(thread, timeZone, models?.reading) });
}

/** Which steps our letters have taken; nothing else is said of what has left. */
async function lookBack({ turn, letters }: Extract<ToCoach, { kind: "letters" }>): Promise<void> {
  const models = await loadModels().catch(() => undefined);
  const heardBy: Learned = models === undefined ? {} : { moves: models.moves };
  const covered = letters.map((letter) => {
    const { steps } = review(letter, heardBy);
    return STEPS.filter((step) => steps[step].covered);
  });
  answer({ kind: "covered", turn, covered });
}

/** What was learned of moves is heavy and comes later, or not at all; then the newest draft is looked at once more. */
let isLearning = false;
function learn(): void {
  if (isLearning) return;
  isLearning = true;
  loadModels().then(
    ({ moves }) => {
      learned = { moves };
      warmUp();
      look();
    },
    () => {
      isLearning = false;
    },
  );
}
