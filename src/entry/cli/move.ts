/** `heard move`: from the PostgreSQL that Heard brings along to any other, and back. The old database is only read. */
import { isRefusal, refuse } from "../../kit/index.ts";
import { copyAll } from "../../platform/storage/index.ts";
import { migrations } from "../../records/migrations/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { isDeskRunning, openStorage, placeOf } from "./open-desk.ts";
import { inWords, megabytes, progressLine } from "./progress-line.ts";

export const move: Command = {
  name: "move",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "Carry all data to another database",
  details: [
    "Stop the desk first: mail that came in after the copy was made would stay behind. The data goes from where the settings point now to the place named by --to, all of it or nothing; the old database is only read and stays as it is. Afterwards set DATABASE_URL to the new place, or unset it for the database that Heard brings along.",
    "Mailbox passwords stay sealed with the key in HEARD_HOME: keep that folder, or set HEARD_SECRET_KEY.",
  ],
  options: {
    to: {
      kind: "text",
      value: "URL|embedded",
      isNeeded: true,
      say: "postgres://user:password@host/database, or embedded: Heard's own in HEARD_HOME.",
    },
    replace: { kind: "yes-or-no", say: "Throw away what the new database holds now." },
  },
  examples: [
    ["heard move --to postgres://heard@db.internal/heard", "Move to a PostgreSQL of your own."],
    ["DATABASE_URL=postgres://heard@db.internal/heard heard move --to embedded", "Move back."],
  ],
  settings: "needed",
  run: async ({ around, options, settings }) => {
    const to = String(options.to);
    if (to !== "embedded" && !/^postgres(ql)?:\/\//.test(to))
      return refuse(
        "no-such-place",
        "--to is neither a postgres:// address nor the word embedded.",
        "heard help move shows both.",
      );
    if (to === "embedded" && settings.DATABASE_URL === undefined)
      return refuse(
        "same-place",
        "The data is in the embedded database already: DATABASE_URL is not set.",
        "Set DATABASE_URL to the database to move from.",
      );
    const from = await openStorage(placeOf(settings), around);
    try {
      const target = await openStorage(to === "embedded" ? { home: settings.HEARD_HOME } : { url: to }, around);
      const line = progressLine(around.err, around.now);
      try {
        for (const each of [from, target])
          if (await isDeskRunning(each.database))
            return refuse(
              "desk-running",
              "A desk is running on one of the two databases.",
              "Stop it first, then move.",
            );
        let bytes = 0;
        const refused = await copyAll(
          from.database,
          target.database,
          { migrations, ifNotEmpty: options.replace ? "replace" : "refuse" },
          (progress) => {
            bytes = progress.bytes;
            line.show(inWords(progress));
          },
        );
        line.end();
        if (isRefusal(refused)) return refused;
        say(around, `Moved ${megabytes(bytes)}.`);
        tell(
          around,
          to === "embedded"
            ? "Now unset DATABASE_URL and start the desk."
            : "Now set DATABASE_URL to the new database and start the desk. The old one is as it was.",
        );
        return EXIT.done;
      } finally {
        line.end();
        await target.close();
      }
    } finally {
      await from.close();
    }
  },
};
