/** Desk and database often start together, and the database is the slower one: the desk waits for it. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from "node:net";
import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { isRefusal } from "../../src/kit/index.ts";
import { readSettings } from "../../src/platform/config/index.ts";
import { runDesk } from "../../src/run-desk.ts";
import { freshDatabase } from "../desk-database.ts";

const log = pino({ level: "silent" });
const world = { now: () => new Date(), random: (length: number) => randomBytes(length), log };

/** Passes everything on to where the database really is. */
function doorTo(connectionUrl: string): Server {
  const url = new URL(connectionUrl);
  const host = url.searchParams.get("host") ?? url.hostname;
  const port = Number(url.searchParams.get("port") ?? (url.port || "5432"));
  const open = (): Socket =>
    host.startsWith("/") ? createConnection({ path: `${host}/.s.PGSQL.${port}` }) : createConnection({ host, port });
  return createServer((caller) => {
    const database = open();
    caller.pipe(database).pipe(caller);
    caller.on("error", () => database.destroy());
    database.on("error", () => caller.destroy());
  });
}

async function settingsFor(connectionUrl: string, port: number) {
  const inside = new URL(connectionUrl);
  const user = inside.searchParams.get("user") ?? inside.username;
  const outside = new URL(`postgres://${user}:${inside.password}@127.0.0.1:${port}${inside.pathname}`);
  const settings = readSettings({ DATABASE_URL: outside.href, PORT: "0", HEARD_PARTS: "web", HEARD_LOG: "error" });
  if ("problems" in settings) throw new Error(settings.problems.join("\n"));
  return settings;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test("a desk that is started before its database runs as soon as the database is there", async () => {
  const { connectionUrl } = await freshDatabase();
  const port = await freePort();
  const door = doorTo(connectionUrl);
  afterAll(() => door.close());
  const starting = runDesk(await settingsFor(connectionUrl, port), world);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  door.listen(port, "127.0.0.1");
  const running = await starting;
  if (isRefusal(running)) throw new Error(running.sentence);
  expect((await fetch(`${running.url}/health`)).status).toBe(200);
  await running.stop();
});

test("a desk that waits for its database can be stopped, and says what it waited for", async () => {
  const { connectionUrl } = await freshDatabase();
  const stopping = new AbortController();
  const starting = runDesk(await settingsFor(connectionUrl, await freePort()), { ...world, stopping: stopping.signal });
  setTimeout(() => stopping.abort(), 700);
  await expect(starting).rejects.toThrow("Nothing answers at the database's address");
});

test("a database that will never let the desk in is not waited for", async () => {
  const { connectionUrl } = await freshDatabase();
  const wrong = new URL(connectionUrl);
  wrong.pathname = "/no-such-database";
  const settings = readSettings({ DATABASE_URL: wrong.href.replace(/^postgresql:/, "postgres:"), PORT: "0" });
  if ("problems" in settings) throw new Error(settings.problems.join("\n"));
  await expect(runDesk(settings, world)).rejects.toThrow("does not exist");
});
