import { describe, expect, test } from "vitest";
import { openDatabase, sql } from "../index.ts";
import { isStopped, newHome, postmaster, quiet, startedProcess, usedHome } from "./processes.fixture.ts";
import { startEmbedded } from "./start-embedded.ts";

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
