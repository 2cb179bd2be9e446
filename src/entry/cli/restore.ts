/** `heard restore FILE`: a whole desk from one file. */
import { holdAfterRestore } from "../../desk/team/index.ts";
import { isRefusal, refuse } from "../../kit/index.ts";
import { readArchive } from "../../platform/storage/index.ts";
import { migrations } from "../../records/migrations/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { isDeskRunning, openStorage, placeOf } from "./open-desk.ts";
import { inWords, progressLine } from "./progress-line.ts";

export const restore: Command = {
  name: "restore",
  args: "FILE",
  leastArgs: 1,
  mostArgs: 1,
  summary: "Bring a whole desk back from a backup",
  details: [
    "Stop the desk first. The file is checked from end to end before anything is written, and all of it is written or nothing. A database that holds a desk already is left alone, unless --replace says otherwise.",
    "The key that unseals mailbox passwords goes to HEARD_HOME; a different one that lies there is kept beside it.",
  ],
  options: { replace: { kind: "yes-or-no", say: "Throw away what the database holds now." } },
  examples: [["heard restore desk-monday.heard", "Fill the empty database of this machine."]],
  settings: "needed",
  run: async ({ around, args: [file = ""], options, settings }) => {
    const { database, close } = await openStorage(placeOf(settings), around);
    const line = progressLine(around.err, around.now);
    try {
      if (await isDeskRunning(database))
        return refuse("desk-running", "A desk is running on this database.", "Stop it first, then restore.");
      const read = await readArchive(
        file,
        database,
        { migrations, ifNotEmpty: options.replace ? "replace" : "refuse", filesTo: settings.HEARD_HOME },
        (progress) => line.show(inWords(progress)),
      );
      line.end();
      if (isRefusal(read)) return read;
      const held = await holdAfterRestore({ database, now: around.now });
      if (held > 0)
        tell(
          around,
          `${held} ${held === 1 ? "mail" : "mails"} had not left when the backup was made. They may have left since, so they are held: each says so in its conversation, with “Send again”.`,
        );
      const hasKey = read.files.some((each) => each.name === "secret.key");
      if (!hasKey && settings.HEARD_SECRET_KEY === undefined)
        tell(
          around,
          "The backup holds no key: mailbox passwords have to be entered again, unless HEARD_SECRET_KEY is set as it was.",
        );
      if (hasKey && settings.HEARD_SECRET_KEY !== undefined)
        tell(
          around,
          "HEARD_SECRET_KEY is set and rules over the key of the backup. Unset it if mailbox passwords cannot be read.",
        );
      const rows = read.tables.reduce((sum, table) => sum + table.rows, 0);
      say(around, `Restored ${rows} rows in ${read.tables.length} tables, as of ${read.createdAt}.`);
      return EXIT.done;
    } finally {
      line.end();
      await close();
    }
  },
};
