/** `heard backup FILE`: the whole desk in one file, while it runs. */
import { existsSync } from "node:fs";
import packageJson from "../../../package.json" with { type: "json" };
import { isRefusal } from "../../kit/index.ts";
import { secretKeyFile } from "../../platform/desk/index.ts";
import { writeArchive } from "../../platform/storage/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { openStorage, placeOf } from "./open-desk.ts";
import { inWords, megabytes, progressLine } from "./progress-line.ts";

export const backup: Command = {
  name: "backup",
  args: "FILE",
  leastArgs: 1,
  mostArgs: 1,
  summary: "Write the whole desk into one file, while it runs",
  details: [
    "The file holds one moment of the database, attachments and raw mails included, and the key that unseals mailbox passwords: keep it where only you can read it. It can be restored on another machine and on another version of PostgreSQL.",
    "With HEARD_SECRET_KEY set the key is not in the file; keep it elsewhere.",
  ],
  options: {},
  examples: [["heard backup desk-monday.heard", "Write a backup beside you."]],
  settings: "needed",
  run: async ({ around, args: [file = ""], settings }) => {
    const { database, close } = await openStorage(placeOf(settings), around);
    const line = progressLine(around.err, around.now);
    try {
      const key = secretKeyFile(settings.HEARD_HOME);
      const takesKey = settings.HEARD_SECRET_KEY === undefined && existsSync(key);
      const written = await writeArchive(
        database,
        file,
        {
          heardVersion: packageJson.version,
          now: around.now(),
          extraFiles: takesKey ? [{ name: "secret.key", path: key }] : [],
        },
        (progress) => line.show(inWords(progress)),
      );
      line.end();
      if (isRefusal(written)) return written;
      if (!takesKey)
        tell(
          around,
          "The key that unseals mailbox passwords is not in the file: it was not in HEARD_HOME. Keep it elsewhere.",
        );
      const rows = written.tables.reduce((sum, table) => sum + table.rows, 0);
      const bytes = written.tables.flatMap((table) => table.parts).reduce((sum, part) => sum + part.bytes, 0);
      say(around, `${file}: ${written.tables.length} tables, ${rows} rows, ${megabytes(bytes)} before compression`);
      return EXIT.done;
    } finally {
      line.end();
      await close();
    }
  },
};
