/** The check of the house plan bites: one fault of each kind is planted and must be found. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// A plain script without types; named as a string, so that the compiler does not look for them.
const house = "../scripts/house.mjs";
const { findFaults } = (await import(house)) as { findFaults(root: string): { faults: string[] } };

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "heard-house-"));
  mkdirSync(join(root, "docs"));
  cpSync("docs/METHOD.md", join(root, "docs/METHOD.md"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const plant = (files: Record<string, string>): string[] => {
  rmSync(join(root, "src"), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return findFaults(root).faults;
};
const HEADER = "/** What it is. */\n";
const TABLE = (name: string) =>
  `${HEADER}declare module "x" {\n  interface Tables {\n    ${name}: { id: number };\n  }\n}\n`;

test("a house without faults passes", () => {
  expect(
    plant({ "src/kit/index.ts": HEADER, "src/records/customer/store.ts": `${HEADER}import "../../kit/index.ts";\n` }),
  ).toEqual([]);
});

test("whoever writes their own tables, reads those of others and calls verbs is left alone", () => {
  expect(
    plant({
      "src/records/customer/tables.ts": TABLE("customer"),
      "src/records/customer/index.ts": `${HEADER}export { read } from "./store.ts";\n`,
      "src/records/customer/store.ts": `${HEADER}export const read = (db) => db.selectFrom("customer");\n\nexport const write = (db) => db.deleteFrom("customer");\n`,
      "src/records/mailbox/a.ts": `${HEADER}export const a = (db) => sql\`SELECT 1 FROM customer FOR UPDATE\`;\n`,
      "src/desk/shared/both.ts": HEADER,
      "src/desk/listen/a.ts": `${HEADER}import { both } from "../shared/both.ts";\nimport type { B } from "./b.ts";\n`,
      "src/desk/listen/b.ts": HEADER,
      "src/entry/http/a.ts": `${HEADER}import { read } from "../../records/customer/index.ts";\n`,
    }),
  ).toEqual([]);
});

test.each([
  [
    "an arrow that points up",
    {
      "src/records/customer/store.ts": `${HEADER}import { x } from "../../desk/listen/index.ts";\n`,
      "src/desk/listen/index.ts": HEADER,
    },
    /records\/customer may not import desk\/listen/,
  ],
  [
    "a verb that calls a verb",
    {
      "src/desk/listen/a.ts": `${HEADER}import { b } from "../provide/index.ts";\n`,
      "src/desk/provide/index.ts": HEADER,
    },
    /desk\/listen may not import desk\/provide/,
  ],
  [
    "a way around a door",
    {
      "src/desk/listen/a.ts": `${HEADER}import { b } from "../../kit/id.ts";\n`,
      "src/kit/id.ts": HEADER,
      "src/kit/index.ts": HEADER,
    },
    /import kit by its door/,
  ],
  [
    "a ring",
    { "src/kit/a.ts": `${HEADER}import "./b.ts";\n`, "src/kit/b.ts": `${HEADER}import "./a.ts";\n` },
    /ring of imports/,
  ],
  [
    "thinking code that asks the clock",
    { "src/method/reading/a.ts": `${HEADER}export const now = Date.now();\n` },
    /reads no clock/,
  ],
  [
    "thinking code that imports a package",
    { "src/method/reading/a.ts": `${HEADER}import { z } from "zod";\n` },
    /imports no package/,
  ],
  [
    "SQL outside storage",
    { "src/records/customer/a.ts": `${HEADER}import { sql } from "kysely";\n` },
    /only platform\/storage imports kysely/,
  ],
  [
    "the environment outside config",
    { "src/desk/listen/a.ts": `${HEADER}export const x = process.env["X"];\n` },
    /only platform\/config reads the environment/,
  ],
  ["a folder that is not in the plan", { "src/helpers/misc/a.ts": HEADER }, /is not in arrows.mjs/],
  ["a file without a first sentence", { "src/kit/a.ts": "export const a = 1;\n" }, /begins without a sentence/],
  ["a file that grew too long", { "src/kit/a.ts": HEADER + "\n".repeat(400) }, /split it by meaning/],
  [
    "a principle that does not exist",
    { "src/kit/a.ts": "/** METHOD listen.everything */\n" },
    /cites METHOD listen.everything/,
  ],
  [
    "a verb that calls a verb of its own folder",
    { "src/desk/listen/a.ts": `${HEADER}import { b } from "./b.ts";\n`, "src/desk/listen/b.ts": HEADER },
    /desk\/listen\/a\.ts: a verb calls no verb/,
  ],
  [
    "a record that writes another record's table",
    {
      "src/records/customer/tables.ts": TABLE("customer"),
      "src/records/mailbox/a.ts": `${HEADER}export const a = (db) => db.deleteFrom("customer").execute();\n`,
    },
    /records\/mailbox\/a\.ts: writes customer, which belongs to records\/customer/,
  ],
  [
    "a record that writes another record's table in SQL",
    {
      "src/records/customer/tables.ts": TABLE("customer"),
      "src/records/mailbox/a.ts": `${HEADER}export const a = (db) => sql\`UPDATE customer c SET name = ''\`.execute(db);\n`,
    },
    /records\/mailbox\/a\.ts: writes customer/,
  ],
  [
    "an entry that writes through a record",
    {
      "src/records/customer/index.ts": `${HEADER}export { rename } from "./store.ts";\n`,
      "src/records/customer/store.ts": `${HEADER}const write = (db) =>\n  db.updateTable("customer").execute();\n\nexport function rename(db) {\n  return write(db);\n}\n`,
      "src/entry/http/a.ts": `${HEADER}import { rename } from "../../records/customer/index.ts";\n`,
    },
    /entry\/http\/a\.ts: an entry writes nothing, and rename writes/,
  ],
  [
    "an entry that opens a transaction",
    { "src/entry/http/a.ts": `${HEADER}export const a = (desk) => desk.database.inOneGo(async () => {});\n` },
    /an entry opens no transaction/,
  ],
  ["an import of nothing", { "src/kit/a.ts": `${HEADER}import "./gone.ts";\n` }, /is not there/],
])("the check finds %s", (_name, files, fault) => {
  expect(plant(files).join("\n")).toMatch(fault);
});
