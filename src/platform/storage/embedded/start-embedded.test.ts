import { execFileSync, spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { chown, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { canMount, smallDisk } from "../../../../test/small-disk.ts";
import { openDatabase, sql } from "../index.ts";
import {
  cleaning,
  fixture,
  isRoot,
  isRunning,
  NOBODY,
  newHome,
  postmaster,
  quiet,
  startedProcess,
  startProcess,
  usedHome,
} from "./processes.fixture.ts";
import { startEmbedded } from "./start-embedded.ts";

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

  test("in a folder that was deleted under a running server, which then goes away without harm", async () => {
    const home = await newHome();
    const first = await startedProcess(home);
    const oldServer = await postmaster(home);
    await first.kill();
    await rm(join(home, "postgres"), { recursive: true });

    const second = await startedProcess(home);
    process.kill(oldServer, "SIGINT");
    await expect.poll(() => isRunning(oldServer), { timeout: 10_000 }).toBe(false);
    const third = await startedProcess(home);
    expect(await third.ask("SELECT 1 AS n")).toBe('rows [{"n":1}]');
    await second.ask("leave");
    await third.ask("leave");
  });

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
