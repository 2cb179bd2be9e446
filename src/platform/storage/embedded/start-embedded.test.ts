import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { canMount, smallDisk } from "../../../../test/small-disk.ts";
import { openDatabase, sql } from "../index.ts";
import { startEmbedded } from "./start-embedded.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;
const fixture = fileURLToPath(new URL("./desk-process.fixture.ts", import.meta.url));
const quiet = () => {};
const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

async function newHome(parent = "/tmp/heard-test-"): Promise<string> {
  const home = await mkdtemp(parent);
  chmodSync(home, 0o755);
  cleaning.push(() => rm(home, { recursive: true, force: true }));
  return home;
}

/** A folder that was used before: a copy of one that is made once, because making one takes most of a second. */
async function usedHome(): Promise<string> {
  prepared ??= (async () => {
    const home = await mkdtemp("/tmp/heard-test-");
    chmodSync(home, 0o755);
    await (await startEmbedded({ home, log: quiet, durability: "never" })).stop();
    return home;
  })();
  const home = await newHome();
  execFileSync("cp", ["-a", join(await prepared, "postgres"), home]);
  return home;
}
let prepared: Promise<string> | undefined;
afterAll(async () => {
  if (prepared !== undefined) await rm(await prepared, { recursive: true, force: true });
});

interface Process {
  readonly pid: number;
  /** Sends a line and waits for the answer to it. */
  readonly ask: (line: string) => Promise<string>;
  /** The next line that begins with one of these words. */
  readonly next: (...words: string[]) => Promise<string>;
  readonly kill: () => Promise<void>;
}

function startProcess(home: string, user?: number, durability = "never"): Process {
  const child = spawn(process.execPath, [fixture, home, durability], {
    stdio: ["pipe", "pipe", "inherit"],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  cleaning.push(kill);
  const next = async (...words: string[]) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`The process ended without saying ${words.join(" or ")}`);
      if (words.some((word) => value.startsWith(word))) return value;
    }
  };
  const ask = (line: string) => {
    child.stdin.write(`${line}\n`);
    return next(line === "leave" ? "left" : "rows", "failed");
  };
  return { pid: child.pid ?? 0, ask, next, kill };
}

async function startedProcess(home: string, user?: number, durability = "never"): Promise<Process> {
  const started = startProcess(home, user, durability);
  expect(await started.next("in", "refused")).toMatch(/^in /);
  return started;
}

const postmaster = async (home: string): Promise<number> =>
  Number((await readFile(join(home, "postgres/data/postmaster.pid"), "utf8")).split("\n", 1)[0]);
const isStopped = (home: string) => !existsSync(join(home, "postgres/data/postmaster.pid"));

describe("several processes of one data folder", { timeout: 60_000 }, () => {
  test("share one server, which ends when the last of them leaves", async () => {
    const home = await usedHome();
    const first = await startedProcess(home);
    const second = await startedProcess(home);
    await first.ask("CREATE TABLE shared (n int)");
    expect(await first.ask("leave")).toBe("left");
    expect(await second.ask("SELECT count(*) FROM shared")).toBe('rows [{"count":0}]');
    expect(await second.ask("leave")).toBe("left");
    expect(isStopped(home)).toBe(true);
  });

  test("can all start at once on an empty folder", async () => {
    const home = await newHome();
    const all = await Promise.all([1, 2, 3].map(() => startedProcess(home)));
    await all[0]?.ask("CREATE TABLE together (n int)");
    for (const each of all) expect(await each.ask("SELECT count(*) FROM together")).toBe('rows [{"count":0}]');
    expect(await Promise.all(all.map((each) => each.ask("leave")))).toEqual(["left", "left", "left"]);
    expect(isStopped(home)).toBe(true);
  });

  test("can come and go in any order, and whoever is in always has a database", async () => {
    const home = await usedHome();
    const stay = async (turns: number) => {
      for (let turn = 0; turn < turns; turn += 1) {
        const server = await startEmbedded({ home, log: quiet, durability: "never" });
        const database = openDatabase({ url: server.url });
        const alive = () =>
          sql`SELECT 1`.execute(database.db).then(
            () => true,
            () => false,
          );
        // A process that came in while the last one was leaving may find the server stopping; then it is brought back.
        await expect.poll(alive, { timeout: 10_000 }).toBe(true);
        await database.close();
        await server.stop();
      }
    };
    await Promise.all([stay(8), stay(8), stay(8)]);
    expect(isStopped(home)).toBe(true);
  });
});

describe("after a kill -9", { timeout: 60_000 }, () => {
  test("of the process that started it, the server is taken over as it is", async () => {
    const home = await usedHome();
    const first = await startedProcess(home);
    await first.ask("CREATE TABLE kept (n int)");
    const server = await postmaster(home);
    await first.kill();

    const second = await startedProcess(home);
    expect(await postmaster(home)).toBe(server);
    expect(await second.ask("SELECT count(*) FROM kept")).toBe('rows [{"count":0}]');
    expect(await second.ask("leave")).toBe("left");
    expect(isStopped(home)).toBe(true);
  });

  test("of one process, the others go on and the last of them still stops the server", async () => {
    const home = await usedHome();
    const killed = await startedProcess(home);
    const survivor = await startedProcess(home);
    await killed.kill();
    expect(await survivor.ask("SELECT 1 AS n")).toBe('rows [{"n":1}]');
    expect(await survivor.ask("leave")).toBe("left");
    expect(isStopped(home)).toBe(true);
  });

  test("of the server, every process brings it back with all that was committed", async () => {
    const home = await usedHome();
    const first = await startedProcess(home);
    const second = await startedProcess(home);
    await first.ask("CREATE TABLE committed (n int)");
    await first.ask("INSERT INTO committed VALUES (7)");
    process.kill(await postmaster(home), "SIGKILL");
    await Promise.all([first.next("log The database is back"), second.next("log The database is back")]);
    expect(await first.ask("SELECT n FROM committed")).toBe('rows [{"n":7}]');
    expect(await second.ask("SELECT n FROM committed")).toBe('rows [{"n":7}]');
    await second.ask("leave");
    expect(await first.ask("leave")).toBe("left");
    expect(isStopped(home)).toBe(true);
  });

  test("of one of the server's own processes, everything goes on after its recovery", async () => {
    const home = await usedHome();
    const survivor = await startedProcess(home);
    await survivor.ask("CREATE TABLE committed AS SELECT 7 AS n");
    const [, backend = ""] = /"pid":(\d+)/.exec(await survivor.ask("SELECT pg_backend_pid() AS pid")) ?? [];
    process.kill(Number(backend), "SIGKILL");
    await survivor.next("log The database is back");
    expect(await survivor.ask("SELECT n FROM committed")).toBe('rows [{"n":7}]');
    expect(await survivor.ask("leave")).toBe("left");
    expect(isStopped(home)).toBe(true);
  });

  test("of the server and its process together, the next one starts with all that was committed", async () => {
    const home = await usedHome();
    for (let round = 0; round < 3; round += 1) {
      const doomed = await startedProcess(home, undefined, "always");
      await doomed.ask("CREATE TABLE IF NOT EXISTS committed (n int)");
      await doomed.ask(`INSERT INTO committed VALUES (${round})`);
      expect(await doomed.ask("SELECT count(*) FROM committed")).toBe(`rows [{"count":${round + 1}}]`);
      process.kill(await postmaster(home), "SIGKILL");
      await doomed.kill();
    }
    const next = await startedProcess(home);
    expect(await next.ask("SELECT n FROM committed ORDER BY n")).toBe('rows [{"n":0},{"n":1},{"n":2}]');
    await next.ask("leave");
  });
});

describe("a start is possible", { timeout: 60_000 }, () => {
  const startAndStop = async (home: string) => {
    const server = await startEmbedded({ home, log: quiet, durability: "never" });
    const database = openDatabase({ url: server.url });
    const { rows } = await sql`SELECT 1 AS n`.execute(database.db);
    await database.close();
    await server.stop();
    return { rows, url: server.url };
  };

  test("although the last server left its lock file and its process number now belongs to somebody else", async () => {
    const home = await usedHome();
    const data = join(home, "postgres/data");
    await writeFile(join(data, "postmaster.pid"), `${process.pid}\n${data}\n1\n5432\n/tmp\n\n  1 1\nready\n`);
    expect((await startAndStop(home)).rows).toEqual([{ n: 1 }]);
  });

  test.runIf(isRoot && process.platform === "linux")(
    "while a server in another container uses the folder: it is joined",
    async () => {
      const home = await usedHome();
      const elsewhere = spawn("unshare", [
        "--pid",
        "--fork",
        "--kill-child",
        "--mount-proc",
        process.execPath,
        fixture,
        home,
        "never",
      ]);
      cleaning.push(() => elsewhere.kill("SIGKILL"));
      const lines = createInterface({ input: elsewhere.stdout })[Symbol.asyncIterator]();
      for (let line = ""; !line.startsWith("in "); ) line = (await lines.next()).value ?? "in nothing";
      const pidThere = await postmaster(home);

      expect((await startAndStop(home)).rows).toEqual([{ n: 1 }]);
      expect(await postmaster(home)).toBe(pidThere);
    },
  );

  test("in a folder whose path is too long for a socket", async () => {
    const home = join(await newHome(), "a-folder-with-a-rather-long-name".repeat(4));
    const { rows, url } = await startAndStop(home);
    expect(rows).toEqual([{ n: 1 }]);
    expect(url).toContain(encodeURIComponent("/tmp/heard-"));
  });

  test.runIf(isRoot && process.platform === "linux")("for root in a folder that nobody else may enter", async () => {
    const parent = await newHome();
    chmodSync(parent, 0o700);
    expect((await startAndStop(join(parent, "data"))).rows).toEqual([{ n: 1 }]);
  });

  test.runIf(isRoot)("for an ordinary user", async () => {
    const home = await newHome();
    await chown(home, NOBODY, NOBODY);
    const ordinary = await startedProcess(home, NOBODY);
    expect(await ordinary.ask("SELECT 1 AS n")).toBe('rows [{"n":1}]');
    expect(await ordinary.ask("leave")).toBe("left");
  });
});

describe("a start is refused with a sentence that says what to do", () => {
  test("when another PostgreSQL wrote the data", async () => {
    const home = await newHome();
    await mkdir(join(home, "postgres/data"), { recursive: true });
    await writeFile(join(home, "postgres/data/PG_VERSION"), "17\n");
    await expect(startEmbedded({ home, log: quiet })).rejects.toThrow(/was written by PostgreSQL 17.*heard backup/);
  });

  test("when the folder holds something else", async () => {
    const home = await newHome();
    await mkdir(join(home, "postgres/data"), { recursive: true });
    await writeFile(join(home, "postgres/data/holiday.jpg"), "");
    await expect(startEmbedded({ home, log: quiet })).rejects.toThrow("holds no database");
  });

  test("when a file is in the way", async () => {
    const home = join(await newHome(), "data");
    await writeFile(home, "");
    await expect(startEmbedded({ home, log: quiet })).rejects.toThrow("there is a file in the way");
  });

  test.runIf(isRoot)("when the folder may not be written", async () => {
    const home = await newHome();
    const answer = await startProcess(home, NOBODY).next("refused", "in");
    expect(answer).toMatch(/^refused Unavailable: Heard may not write to .* set HEARD_HOME/);
  });

  test.runIf(isRoot)("when root started it first and another user comes", async () => {
    const home = await usedHome();
    execFileSync("chown", [String(NOBODY), home, join(home, "postgres")]);
    const answer = await startProcess(home, NOBODY).next("refused", "in");
    expect(answer).toMatch(/^refused Unavailable: .*(may not write|belongs to another user)/);
  });

  test.runIf(canMount)("when the disk is full, at the first start and at a later one", async () => {
    const disk = smallDisk(12);
    cleaning.push(disk.remove);
    const start = () => startEmbedded({ home: disk.path, log: quiet, durability: "never" });
    await expect(start()).rejects.toThrow(/disk with .* is full\. Free some space/);

    disk.resize(64);
    await (await start()).stop();
    disk.fill();
    await expect(start()).rejects.toThrow(/disk with .* is full\. Free some space/);
    await rm(join(disk.path, "filler"));
    await (await start()).stop();
  });
});
