/** `heard schema read|review|playbook`: what goes in and out of the two commands, and a playbook's front matter, as JSON Schema with every value that may stand there. */
import { z } from "zod";
import { Reading, ReadLine, Review, ReviewLine } from "../contract/index.ts";
import { type Command, EXIT, say } from "./command.ts";

const failed = z
  .strictObject({ id: z.union([z.string(), z.number(), z.null()]), error: z.string() })
  .describe("The answer to a line that is no good");
const id = z.union([z.string(), z.number()]);

const SHAPES = {
  read: { input: ReadLine, answer: z.strictObject({ id, ...Reading.shape }) },
  review: { input: ReviewLine, answer: z.strictObject({ id, ...Review.shape }) },
} as const;

/** One line of the answer is valid against the whole, one line of the input against `$defs.input`. */
export function schemaOf(what: keyof typeof SHAPES): object {
  const { input, answer } = SHAPES[what];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `One line that heard ${what} --jsonl answers`,
    anyOf: [{ $ref: "#/$defs/answer" }, { $ref: "#/$defs/failed" }],
    $defs: {
      answer: { title: "Answer", ...schema(answer, "output") },
      failed: { title: "Failed", ...schema(failed, "output") },
      input: { title: `One line that heard ${what} --jsonl is given`, ...schema(input, "input") },
    },
  };
}

function schema(shape: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(shape, { target: "draft-2020-12", io });
  return made;
}

export const schemaCommand: Command = {
  name: "schema",
  args: "read|review|playbook",
  leastArgs: 1,
  mostArgs: 1,
  summary: "Print the JSON Schema of what heard read or heard review answers, or of a playbook",
  details: [
    "JSON Schema 2020-12 with every value that may stand in an answer. What goes in is described in it under `$defs.input`. Of a playbook it describes the front matter of its file.",
  ],
  options: {},
  examples: [["heard schema read | jq '.$defs.answer.properties.signals'", "Every signal there is."]],
  settings: "not-needed",
  run: async ({ around, args }) => {
    const [what] = args;
    if (what === "playbook") {
      // Loaded when it is asked for: it stands on more than the coach.
      const { playbookSchema } = await import("../../records/playbook/index.ts");
      say(around, JSON.stringify(playbookSchema(), null, 2));
      return EXIT.done;
    }
    if (what !== "read" && what !== "review") {
      around.err.write(`There is a schema of read, of review and of playbook, not of ${what}.\n`);
      return EXIT.usage;
    }
    say(around, JSON.stringify(schemaOf(what), null, 2));
    return EXIT.done;
  },
};
