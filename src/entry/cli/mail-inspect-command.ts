/** `heard mail inspect FILE…` as a command; what is printed is made in mail-inspect.ts. */
import { isRefusal } from "../../kit/index.ts";
import { type Command, EXIT, say } from "./command.ts";
import { mailInspect } from "./mail-inspect.ts";
import { withDesk } from "./open-desk.ts";

export const mailInspectCommand: Command = {
  name: "mail inspect",
  args: "FILE…",
  leastArgs: 1,
  mostArgs: Number.POSITIVE_INFINITY,
  summary: "Say what Heard understands of raw mails, and why",
  details: [
    "Prints one line of JSON for each file, in their order: the message, the reply and what is folded away, the class (human, automatic, list or bounce with its verdict), the threading tokens that were found, and why. A file that cannot be read gives a line with `error`.",
    "Needs no database and changes nothing. Whether a token is really ours can only be told with this desk's key: add --desk.",
  ],
  options: {
    desk: { kind: "yes-or-no", say: "Check the threading tokens with the key of this desk." },
    "own-server": {
      kind: "text",
      value: "NAME",
      say: "Believe the Authentication-Results of this server of yours; several with commas.",
    },
  },
  examples: [["heard mail inspect letter.eml | jq .class", "What kind of mail it is."]],
  settings: "needed",
  run: async ({ around, args, options, settings }) => {
    const names =
      typeof options["own-server"] === "string" ? options["own-server"].split(",").map((name) => name.trim()) : [];
    const inspect = (secret?: Uint8Array) =>
      mailInspect(args, (line) => say(around, line), { ownServerNames: names, ...(secret ? { secret } : {}) });
    if (!options.desk) {
      await inspect();
      return EXIT.done;
    }
    const done = await withDesk(settings, around, (desk) => inspect(desk.keys.signing));
    return isRefusal(done) ? done : EXIT.done;
  },
};
