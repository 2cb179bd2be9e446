/** What `npm start` does before it starts, tried on a copy of the script in a folder of its own. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "heard-ready-"));
const data = join(folder, "data", "postgres", "data");
for (const path of [join(folder, "scripts"), join(folder, "node_modules"), data]) mkdirSync(path, { recursive: true });
copyFileSync(new URL("../scripts/ready.mjs", import.meta.url), join(folder, "scripts", "ready.mjs"));
// In npm's place: says that it was called.
writeFileSync(join(folder, "npm.mjs"), 'import { writeFileSync } from "node:fs"; writeFileSync("installed", "");');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ready = () =>
  spawnSync(process.execPath, [join(folder, "scripts", "ready.mjs")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, HEARD_HOME: "", npm_execpath: join(folder, "npm.mjs"), npm_node_execpath: process.execPath },
  });
const pidFile = join(data, "postmaster.pid");

test("nothing is installed under a running desk; that is said in words, and after it has stopped it is done", async () => {
  const database = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { cwd: data, stdio: "ignore" });
  writeFileSync(pidFile, `${database.pid}\n${data}\n`);
  const refused = ready();
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`its database is process ${database.pid}`);
  expect(refused.stderr).toContain("Stop the desk");
  expect(existsSync(join(folder, "installed"))).toBe(false);
  expect(existsSync(join(folder, ".ready-lock"))).toBe(false);

  const over = new Promise((resolve) => database.once("exit", resolve));
  database.kill("SIGKILL");
  await over;
  expect(ready().status).toBe(0);
  expect(existsSync(join(folder, "installed"))).toBe(true);
});
