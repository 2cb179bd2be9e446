/** What `npm start` and `npm test` do before they begin, tried on a copy of the script in a folder of its own, with a stand-in for npm. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

let folder = "";
const folders: string[] = [];
const children: ChildProcess[] = [];
const at = (path: string): string => join(folder, path);
const put = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
const text = (path: string): string => (existsSync(at(path)) ? readFileSync(at(path), "utf8") : "");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "heard-ready-"));
  folders.push(folder);
  for (const path of ["scripts", "node_modules"]) mkdirSync(at(path));
  copyFileSync(new URL("../scripts/ready.mjs", import.meta.url), at("scripts/ready.mjs"));
  put("package-lock.json", "{}");
  // In npm's place: notes where it was called. In scripts/runtime it brings a Node, as the real one does.
  put(
    "npm.mjs",
    `import { appendFileSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
    appendFileSync(${JSON.stringify(at("npm-calls"))}, process.cwd() + " " + process.argv[2] + "\\n");
    if (existsSync(${JSON.stringify(at("npm-fails"))})) process.exit(7);
    if (process.cwd().endsWith("runtime") && !existsSync("node_modules/node-here/bin")) {
      mkdirSync("node_modules/node-here/bin", { recursive: true });
      symlinkSync(process.execPath, "node_modules/node-here/bin/node");
    }`,
  );
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

interface Given {
  readonly args?: readonly string[];
  /** The Node that the person typed. */
  readonly node?: string;
}
const environment = ({ node = process.execPath }: Given) => ({
  ...process.env,
  HEARD_HOME: "",
  npm_execpath: at("npm.mjs"),
  npm_node_execpath: node,
});
const ready = (given: Given = {}) =>
  spawnSync(process.execPath, [at("scripts/ready.mjs"), ...(given.args ?? [])], {
    cwd: folder,
    encoding: "utf8",
    env: environment(given),
  });
const installs = (): string[] => text("npm-calls").split("\n").filter(Boolean);

describe("installing", () => {
  test("happens at the first run, not at the second, and again when the lock file has changed", () => {
    expect(ready()).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining("Installing") });
    expect(ready()).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(installs()).toEqual([`${folder} ci`]);
    put("package-lock.json", '{"changed": true}');
    expect(ready().status).toBe(0);
    expect(installs()).toHaveLength(2);
  });

  test("that fails ends the run with a sentence, and is tried again the next time", () => {
    put("npm-fails", "");
    expect(ready()).toMatchObject({ status: 7, stderr: expect.stringContaining("Is the npm registry reachable?") });
    expect(existsSync(at(".ready-lock"))).toBe(false);
    rmSync(at("npm-fails"));
    expect(ready().status).toBe(0);
    expect(installs()).toHaveLength(2);
  });

  test("is done once when two first runs begin at the same moment", async () => {
    const runs = [1, 2, 3].map(() => {
      const child = spawn(process.execPath, [at("scripts/ready.mjs")], { cwd: folder, env: environment({}) });
      children.push(child);
      return new Promise((resolve) => child.once("exit", resolve));
    });
    expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    expect(installs()).toHaveLength(1);
  });

  test("does not wait for a run that was killed in the middle", async () => {
    const dead = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => dead.once("exit", resolve));
    put(".ready-lock/pid", String(dead.pid));
    expect(ready().status).toBe(0);
    expect(installs()).toHaveLength(1);
    expect(existsSync(at(".ready-lock"))).toBe(false);
  });

  test("never happens under a running desk; that is said in words, and after it has stopped it is done", async () => {
    const data = at("data/postgres/data");
    mkdirSync(data, { recursive: true });
    const database = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { cwd: data, stdio: "ignore" });
    children.push(database);
    put("data/postgres/data/postmaster.pid", `${database.pid}\n${data}\n`);
    const refused = ready();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`its database is process ${database.pid}`);
    expect(refused.stderr).toContain("Stop the desk");
    expect(installs()).toEqual([]);
    expect(existsSync(at(".ready-lock"))).toBe(false);

    const over = new Promise((resolve) => database.once("exit", resolve));
    database.kill("SIGKILL");
    await over;
    expect(ready().status).toBe(0);
    expect(installs()).toHaveLength(1);
  });
});

describe.skipIf(process.platform === "win32")("a Node that is too old", () => {
  const oldNode = (): string => {
    put("old-node", `#!/bin/sh\n[ "$1" = -p ] && echo 20.11.1 && exit 0\nexec "${process.execPath}" "$@"\n`);
    chmodSync(at("old-node"), 0o755);
    return at("old-node");
  };

  test("brings a current one, which npm then finds first; it is fetched once", () => {
    const node = oldNode();
    mkdirSync(at("scripts/runtime"));
    expect(ready({ node })).toMatchObject({ status: 0, stderr: expect.stringContaining("20.11.1 is older than 24") });
    const linked = spawnSync(at("node_modules/.bin/node"), ["-p", "1 + 1"], { encoding: "utf8" });
    expect(linked.stdout.trim()).toBe("2");
    expect(ready({ node }).stderr).toBe("");
    expect(installs()).toEqual([`${folder} ci`, `${at("scripts/runtime")} ci`]);
  });

  test("brings it again when it was taken away, without installing everything anew", () => {
    const node = oldNode();
    mkdirSync(at("scripts/runtime"));
    ready({ node });
    rmSync(at("node_modules/.bin/node"));
    expect(ready({ node }).status).toBe(0);
    expect(existsSync(at("node_modules/.bin/node"))).toBe(true);
    expect(installs().filter((call) => call === `${folder} ci`)).toHaveLength(1);
  });

  test("with none to be had for this machine is said in words", () => {
    const node = oldNode();
    put("scripts/runtime/node_modules/other/package.json", "{}");
    put("npm.mjs", "");
    expect(ready({ node })).toMatchObject({ status: 1, stderr: expect.stringContaining("nodejs.org") });
  });
});

describe("building", () => {
  const build = () => ready({ args: ["--build"] });
  const built = (what: string): number =>
    text("builds")
      .split("\n")
      .filter((line) => line === what).length;
  beforeEach(() => {
    // In vite's place: what it was asked for, one large file and one small one.
    put(
      "node_modules/vite/bin/vite.js",
      `const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require("node:fs");
      const out = process.argv[process.argv.indexOf("--outDir") + 1];
      const coach = process.argv.includes("vite.coach.config.ts");
      appendFileSync("builds", (coach ? "coach" : "web") + "\\n");
      mkdirSync(out, { recursive: true });
      if (existsSync("vite-fails")) process.exit(3);
      writeFileSync(out + (coach ? "/coach.js" : "/index.html"), "<p>whole</p>");
      writeFileSync(out + "/large.js", "x".repeat(5000));`,
    );
    put("node_modules/typescript/bin/tsc", `require("node:fs").appendFileSync("builds", "types\\n");`);
    const others = [
      "vite.config.ts",
      "scripts/without-examples.ts",
      "vite.coach.config.ts",
      "tsconfig.coach.json",
      "src/coach.ts",
    ];
    for (const path of others) put(path, "");
    put("src/entry/web/main.tsx", "one");
    put("src/method/rule.ts", "one");
  });

  test("happens once, and again when anything has changed that it is made of: a coach rule reaches the browser", () => {
    expect(build()).toMatchObject({ status: 0, stdout: "" });
    expect(build().stderr).toBe("");
    expect([built("web"), built("coach"), built("types")]).toEqual([1, 1, 1]);
    expect(existsSync(at("dist/web/large.js.gz")) && existsSync(at("dist/web/large.js.br"))).toBe(true);
    expect(existsSync(at("dist/web/index.html.gz"))).toBe(false);

    put("src/method/rule.ts", "two");
    build();
    expect([built("web"), built("coach")]).toEqual([2, 2]);
    put("src/entry/web/main.tsx", "two");
    build();
    expect([built("web"), built("coach")]).toEqual([3, 2]);
    put("src/desk/verb.ts", "no matter");
    expect(build().stderr).toBe("");
  });

  test("is left out unless asked for", () => {
    expect(ready().status).toBe(0);
    expect(text("builds")).toBe("");
  });

  test("that fails ends the run, leaves the web app there was as it was, and is tried again", () => {
    build();
    put("src/entry/web/main.tsx", "broken");
    put("vite-fails", "");
    expect(build().status).toBe(3);
    expect(text("dist/web/index.html")).toBe("<p>whole</p>");
    expect(readdirSync(at("dist")).sort()).toEqual(["coach", "coach.stamp", "web", "web.stamp"]);
    rmSync(at("vite-fails"));
    expect(build().status).toBe(0);
    expect(built("web")).toBe(3);
  });

  test("is done anew when what was built is gone", () => {
    build();
    rmSync(at("dist/web"), { recursive: true });
    build();
    expect(text("dist/web/index.html")).toBe("<p>whole</p>");
  });
});
