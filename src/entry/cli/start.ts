/** `heard start`. What starting means is main.ts's matter. */
import type { Command } from "./command.ts";

export const start: Command = {
  name: "start",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "Run the desk: web, mail and background work",
  details: [
    "Brings the database up to date, listens, and prints the one address to open. On the first start it also prints the one-time code with which the first person is created.",
    "Ctrl+C or SIGTERM stops it in good order: work at hand is finished, nothing is lost.",
  ],
  options: {},
  examples: [["heard start", "Run everything in one process, on the PostgreSQL that Heard brings along."]],
  settings: "needed",
  run: ({ around, settings }) => around.start(settings),
};
