/**
 * A Heard process in miniature, for tests that kill one: joins the server of the folder in its first argument (the second may be
 * "always": wait for the disk) and obeys
 * the lines on its standard input. Answers each with one line: its own word, then what came of it.
 */
import { createInterface } from "node:readline";
import { openDatabase, sql } from "../index.ts";
import { startEmbedded } from "./start-embedded.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const [home = "", durability] = process.argv.slice(2);

try {
  const server = await startEmbedded({
    home,
    log: (sentence) => say(`log ${sentence}`),
    durability: durability === "always" ? "always" : "never",
  });
  const database = openDatabase({ url: server.url });
  say(`in ${server.url}`);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "leave") {
      await database.close();
      await server.stop();
      say("left");
      process.exit(0);
    }
    try {
      const { rows } = await sql.raw(line).execute(database.db);
      say(`rows ${JSON.stringify(rows)}`);
    } catch (error) {
      say(`failed ${(error as Error).message}`);
    }
  }
} catch (error) {
  say(`refused ${(error as Error).name}: ${(error as Error).message}`);
  process.exit(1);
}
