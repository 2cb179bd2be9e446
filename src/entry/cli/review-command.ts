/** `heard review`: what the coach says of replies, over whole archives or for one draft. Keeps nothing. */
import { readFile } from "node:fs/promises";
import { refuse } from "../../kit/index.ts";
import { type ReviewInput, review, suggest } from "../../method/review/index.ts";
import { ReviewLine } from "../contract/index.ts";
import { loadModels } from "../models/index.ts";
import { askLine } from "./ask-line.ts";
import { type Command, EXIT } from "./command.ts";
import { explainReview } from "./explain-review.ts";
import { answerLines } from "./json-lines.ts";
import { wholeText } from "./whole-text.ts";

export const reviewCommand: Command = {
  name: "review",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "Look at replies against the method: moves, findings, steps, promises, commitments",
  details: [
    'Reads standard input. With --jsonl each line is one reply, `{"id","thread":[{"from","text","at"?}],"reply","at"?,"timeZone"?,"customer"?,"limits"?,"approved"?,"promises"?,"rights"?,"playbook"?}`, and is answered with one line of JSON, in order, at any length; a line that is no good is answered with `{"id","error"}`. A rule that would have to know more is silent and listed in `notJudged`. `heard schema review` says what may stand in them.',
    "Without --jsonl the whole of it is one reply, and what the coach says is told in words. Needs no database and no network, and keeps nothing.",
  ],
  options: {
    jsonl: { kind: "yes-or-no", say: "One reply per line of JSON." },
    explain: { kind: "yes-or-no", say: "Answer in words for people." },
    to: { kind: "text", value: "FILE", say: "The customer's message that the one reply answers." },
    at: { kind: "text", value: "TIME", say: "When the one reply is written, such as 2026-11-18T10:00:00Z." },
  },
  examples: [
    ["heard review --jsonl < replies.jsonl > reviews.jsonl", "Review an archive."],
    ["heard review --to letter.txt < draft.txt", "Explain what the coach says of one draft."],
  ],
  settings: "not-needed",
  run: async ({ around, options }) => {
    const learned = loadModels();
    if (options["jsonl"] === true) {
      const inWords = options["explain"] === true;
      await answerLines(around, (line) => {
        const { id, seed, ...asked } = askLine(line, ReviewLine);
        const found = review(asked, learned);
        if (inWords) return explainReview(asked, found, String(id));
        return JSON.stringify({
          id,
          ...found,
          ...(seed === undefined ? {} : { suggestions: suggest(asked, seed) }),
        });
      });
      return EXIT.done;
    }
    const { to, at } = options;
    const thread: ReviewInput["thread"][number][] = [];
    if (typeof to === "string")
      try {
        thread.push({ from: "customer", text: await readFile(to, "utf8") });
      } catch {
        return refuse("file-not-found", `${to} cannot be read.`, "Check the name.");
      }
    const asked = { thread, reply: await wholeText(around.input), ...(typeof at === "string" ? { at } : {}) };
    around.out.write(`${explainReview(asked, review(asked, learned))}\n`);
    return EXIT.done;
  },
};
