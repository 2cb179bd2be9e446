/** `heard read`: what the coach hears in customers' messages, over whole archives or for one letter. Keeps nothing. */
import { read } from "../../method/reading/index.ts";
import { ReadLine } from "../contract/index.ts";
import { loadModels } from "../models/index.ts";
import { askLine } from "./ask-line.ts";
import { type Command, EXIT } from "./command.ts";
import { explainReading } from "./explain-reading.ts";
import { answerLines } from "./json-lines.ts";
import { wholeText } from "./whole-text.ts";

export const readCommand: Command = {
  name: "read",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "Hear a customer's message out: feelings, facts, asks, signals, and what is not said",
  details: [
    'Reads standard input. With --jsonl each line is one message, `{"id","text","sentAt"?,"timeZone"?,"locale"?,"earlier"?}`, and is answered with one line of JSON, in order, at any length; a line that is no good is answered with `{"id","error"}`. `heard schema read` says what may stand in them.',
    "Without --jsonl the whole of it is one message, and it is explained in words. Needs no database and no network, and keeps nothing.",
  ],
  options: {
    jsonl: { kind: "yes-or-no", say: "One message per line of JSON." },
    explain: { kind: "yes-or-no", say: "Answer in words for people." },
    "sent-at": { kind: "text", value: "TIME", say: "When the one message was sent, such as 2026-11-18T10:00:00Z." },
  },
  examples: [
    ["heard read --jsonl < messages.jsonl > readings.jsonl", "Read an archive."],
    ["heard read < letter.txt", "Explain one letter."],
  ],
  settings: "not-needed",
  run: async ({ around, options }) => {
    const inWords = options["explain"] === true;
    const scorers = loadModels().reading;
    if (options["jsonl"] === true) {
      await answerLines(around, (line) => {
        const { id, ...asked } = askLine(line, ReadLine);
        const reading = read(asked.text, { ...asked, scorers });
        return inWords ? explainReading(asked.text, reading, String(id)) : JSON.stringify({ id, ...reading });
      });
      return EXIT.done;
    }
    const text = await wholeText(around.input);
    const sentAt = options["sent-at"];
    around.out.write(
      `${explainReading(text, read(text, { scorers, sentAt: typeof sentAt === "string" ? sentAt : undefined }))}\n`,
    );
    return EXIT.done;
  },
};
