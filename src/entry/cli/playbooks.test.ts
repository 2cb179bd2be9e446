import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import { typed } from "../../../test/typed-command.ts";

let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "heard-playbooks-"));
  environment = { DATABASE_URL: (await freshDatabase()).connectionUrl, HEARD_HOME: join(folder, "home") };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = (id: string, title = id): string =>
  `---\nid: ${id}\ntitle: ${title}\nsummary: About ${id}.\nsituations: [wrong-item]\n---\nThink.\n`;
function files(name: string, of: Readonly<Record<string, string>>): string {
  const at = join(folder, name);
  mkdirSync(at);
  for (const [file, text] of Object.entries(of)) writeFileSync(join(at, file), text);
  return at;
}

test("playbooks go in from files and come out letter for letter; nothing is written until it is asked for", async () => {
  const from = files("in", { "one.md": source("one"), "two.md": source("two"), "README.md": "Read me." });
  const look = await typed(["playbooks", "import", from], environment);
  expect(look).toEqual({
    code: 0,
    out: "new       one: one\nnew       two: two\n",
    err: "Nothing was changed. The same line with --write takes them in.\n",
  });
  expect(await typed(["playbooks", "export", join(folder, "out")], environment)).toMatchObject({
    out: `0 playbooks are in ${join(folder, "out")}.\n`,
  });
  expect(await typed(["playbooks", "import", from, "--write"], environment)).toMatchObject({ code: 0, err: "" });
  await typed(["playbooks", "export", join(folder, "out")], environment);
  expect(readdirSync(join(folder, "out"))).toEqual(["one.md", "two.md"]);
  expect(readFileSync(join(folder, "out", "two.md"), "utf8")).toBe(source("two"));

  writeFileSync(join(from, "two.md"), source("two", "Second"));
  expect((await typed(["playbooks", "import", join(from, "two.md"), join(from, "one.md")], environment)).out).toBe(
    "changed   two: Second\nthe same  one: one\n",
  );
});

test("files with mistakes are named with their lines, and none of them is taken in", async () => {
  const from = files("broken", {
    "fine.md": source("fine"),
    "misnamed.md": source("other-name"),
    "wrong.md": source("wrong").replace("[wrong-item]", "[wrong-itm]"),
  });
  const check = await typed(["playbooks", "check", from]);
  expect(check.code).toBe(1);
  expect(check.err).toContain(`${join(from, "misnamed.md")}: The file of the playbook other-name must be called`);
  expect(check.err).toContain(`${join(from, "wrong.md")}:5: situations › 1: “wrong-itm” is not on the list.`);
  const tried = await typed(["playbooks", "import", from, "--write"], environment);
  expect(tried).toMatchObject({ code: 1, out: "", err: expect.stringContaining("Nothing was taken in.\n") });
  expect(await typed(["playbooks", "check", join(folder, "nowhere")])).toMatchObject({ code: 1, out: "" });
  expect(await typed(["playbooks", "check", files("empty", {})])).toMatchObject({ code: 1 });
});

test("two files for one playbook are one too many", async () => {
  const [a, b] = [files("a", { "one.md": source("one") }), files("b", { "one.md": source("one", "Other") })];
  expect((await typed(["playbooks", "check", a, b])).err).toContain("The id one is in");
});

test("the shipped playbooks pass the check", async () => {
  const shipped = new URL("../../../playbooks", import.meta.url).pathname;
  expect(await typed(["playbooks", "check", shipped])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+ playbooks, all as they should be\.\n$/),
  });
});

test("the schema of a playbook is printed as JSON Schema", async () => {
  const { code, out } = await typed(["schema", "playbook"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { id: {}, ask: {}, "no-fix": {} },
  });
});
