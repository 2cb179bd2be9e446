import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase, freshDatabase } from "../../../test/desk-database.ts";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { typed } from "../../../test/typed-command.ts";
import { type Database, sql } from "../../platform/storage/index.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "heard-keep-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const on = (database: Database, home = "home") => ({
  DATABASE_URL: database.connectionUrl,
  HEARD_HOME: join(folder, home),
});
const people = async (environment: Record<string, string>) => (await typed(["admin", "list"], environment)).out;

describe("people from the command line", () => {
  test("are made admins, listed, and given a link for a new password", async () => {
    const environment = on(await freshDatabase());
    const made = await typed(["admin", "create", "ana@shop.example", "--name", "Ana Adler"], environment);
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^\/invite\?token=[\w-]{43}\n$/) });
    expect(made.err).toContain("Ana Adler chooses a password");
    expect(await people(environment)).toBe("ana@shop.example\tadmin\tinvited\tAna Adler\n");
    const url = { ...environment, HEARD_URL: "https://desk.shop.example" };
    expect(await typed(["admin", "reset", "Ana@shop.example"], url)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^https:\/\/desk\.shop\.example\/reset\?token=[\w-]{43}\n$/),
    });
    expect(await typed(["admin", "reset", "bob@shop.example"], url)).toEqual({
      code: 1,
      out: "",
      err: "Nobody here has the address bob@shop.example.\nheard admin list shows everyone.\n",
    });
    expect(await typed(["admin", "create", "ana@shop.example"], url)).toMatchObject({ code: 1, out: "" });
  });
});

describe("a backup", () => {
  test("comes back in an empty database, with the key, and never over a desk unless told so", async () => {
    const before = on(await freshDatabase(), "before");
    await typed(["admin", "create", "ana@shop.example", "--name", "Ana"], before);
    const file = join(folder, "monday.heard");
    expect(await typed(["backup", file], before)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/monday\.heard: \d+ tables, \d+ rows, [\d.]+ MB before compression\n$/),
    });
    expect(await typed(["backup", file], before)).toMatchObject({
      code: 1,
      err: expect.stringContaining("is there already"),
    });

    const after = on(await emptyDatabase(), "after");
    expect(await typed(["restore", file], after)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Restored \d+ rows/),
    });
    expect(await people(after)).toBe("ana@shop.example\tadmin\tinvited\tAna\n");
    expect(readFileSync(join(folder, "after/secret.key"))).toEqual(readFileSync(join(folder, "before/secret.key")));

    await typed(["admin", "create", "ben@shop.example", "--name", "Ben"], after);
    expect(await typed(["restore", file], after)).toMatchObject({ code: 1, out: "" });
    expect(await people(after)).toContain("ben@shop.example");
    expect((await typed(["restore", file, "--replace"], after)).code).toBe(0);
    expect(await people(after)).not.toContain("ben@shop.example");
  });

  test("without a key in the home folder says that the key has to be kept elsewhere", async () => {
    const environment = { ...on(await freshDatabase(), "keyless"), HEARD_SECRET_KEY: "ab".repeat(32) };
    const { code, err } = await typed(["backup", join(folder, "keyless.heard")], environment);
    expect(code).toBe(0);
    expect(err).toContain("Keep it elsewhere.");
    expect(existsSync(join(folder, "keyless/secret.key"))).toBe(false);
  });

  test("holds what had not left, because it may have left since, and gives new messages numbers that none had", async () => {
    const desk = await filingDesk();
    const ada = await desk.person("Ada");
    await desk.mailbox({ address: "help@shop.test" });
    const asked = await desk.arrive(letter());
    const reply = await desk.answer(ada, asked.conversation_id, { html: "<p>It leaves in a moment.</p>" });
    const file = join(folder, "held.heard");
    expect((await typed(["backup", file], on(desk.desk.database, "held-before"))).code).toBe(0);
    const after = await emptyDatabase();
    const { code, err } = await typed(["restore", file], on(after, "held-after"));
    expect(code).toBe(0);
    expect(err).toContain("1 mail had not left when the backup was made");
    const { rows } = await sql<{ state: string; delivery: string; trouble: string }>`
      SELECT o.state, m.delivery, c.trouble FROM outbox o JOIN message m ON m.id = o.message_id
      JOIN conversation c ON c.id = m.conversation_id WHERE m.id = ${reply.id}
    `.execute(after.db);
    expect(rows).toEqual([{ state: "failed", delivery: "failed", trouble: expect.stringContaining("may have left") }]);
    const next = await sql<{ id: number }>`SELECT nextval(pg_get_serial_sequence('message', 'id')) AS id`.execute(
      after.db,
    );
    expect(next.rows[0]?.id).toBeGreaterThan(reply.id + 999_999);
  });

  test("is not restored under a desk that runs", async () => {
    const file = join(folder, "running.heard");
    await typed(["backup", file], on(await freshDatabase()));
    const target = await emptyDatabase();
    // A running desk keeps a connection of its own.
    await sql`SELECT 1`.execute(target.db);
    expect(await typed(["restore", file], on(target))).toEqual({
      code: 1,
      out: "",
      err: "A desk is running on this database.\nStop it first, then restore.\n",
    });
  });

  test("that is no backup is refused", async () => {
    const { code, err } = await typed(["restore", new URL(import.meta.url).pathname], on(await emptyDatabase()));
    expect(code).toBe(1);
    expect(err).toContain("is not a Heard backup.");
  });
});

describe("a move", () => {
  test("carries everything to another database, and the old one stays as it is", async () => {
    const [old, next] = [await freshDatabase(), await emptyDatabase()];
    await typed(["admin", "create", "ana@shop.example", "--name", "Ana"], on(old));
    const { code, out, err } = await typed(["move", "--to", next.connectionUrl], on(old));
    expect(code).toBe(0);
    expect(out).toMatch(/^Moved [\d.]+ MB\.\n$/);
    expect(err).toContain("Now set DATABASE_URL");
    expect(err + out).not.toContain(next.connectionUrl);
    for (const place of [old, next]) expect(await people(on(place))).toContain("ana@shop.example");
    expect(await typed(["move", "--to", next.connectionUrl], on(old))).toMatchObject({ code: 1, out: "" });
  });

  test("to the embedded database and back loses nothing", async () => {
    const old = await freshDatabase();
    const environment = on(old, "moved");
    await typed(["admin", "create", "ana@shop.example", "--name", "Ana"], environment);
    expect((await typed(["move", "--to", "embedded"], environment)).code).toBe(0);
    const embedded = { HEARD_HOME: environment.HEARD_HOME };
    await typed(["admin", "create", "ben@shop.example", "--name", "Ben"], embedded);
    const back = await emptyDatabase();
    expect((await typed(["move", "--to", back.connectionUrl], embedded)).code).toBe(0);
    expect(await people(on(back))).toBe(
      "ana@shop.example\tadmin\tinvited\tAna\nben@shop.example\tadmin\tinvited\tBen\n",
    );
  });

  test.each([
    ["elsewhere", "--to is neither a postgres:// address nor the word embedded."],
    ["embedded", "The data is in the embedded database already: DATABASE_URL is not set."],
  ])("to %s is refused before anything is opened", async (to, sentence) => {
    const { code, err } = await typed(["move", "--to", to], { HEARD_HOME: join(folder, "never") });
    expect(code).toBe(1);
    expect(err.split("\n")[0]).toBe(sentence);
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});
