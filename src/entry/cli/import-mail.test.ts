import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import { type Typed, typed } from "../../../test/typed-command.ts";
import { type Database, sql } from "../../platform/storage/index.ts";
import { addMailbox, OFFICE_WEEK } from "../../records/mailbox/index.ts";

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "heard-import-"));
  for (const address of ["help@shop.example", "other@shop.example"])
    await addMailbox(database.db, {
      name: "Shop",
      address,
      hours: OFFICE_WEEK,
      way_in: "smtp",
      way_out: "sink",
      created_at: new Date(),
    } as never);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await sql`TRUNCATE inbound_mail, blob CASCADE`.execute(database.db);
});

const mail = (n: number) =>
  `From: c${n}@example.org\nSubject: matter ${n}\nMessage-ID: <m${n}@example.org>\n\nHello ${n}\n`;
const mboxOf = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) => `From c@example.org Mon Nov 23 09:00:00 2026\n${mail(from + at)}\n`,
  ).join("");

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const importing = (
  paths: readonly string[],
  more: Parameters<typeof typed>[2] = {},
  mailbox = "help@shop.example",
): Promise<Typed> =>
  typed(
    ["import", ...paths, "--mailbox", mailbox],
    { DATABASE_URL: database.connectionUrl, HEARD_HOME: folder, HEARD_MAX_MAIL_MB: "1" },
    more,
  );

async function takenIn(): Promise<string[]> {
  const rows = await database.db
    .selectFrom("inbound_mail")
    .innerJoin("blob", "blob.hash", "inbound_mail.blob_hash")
    .innerJoin("mailbox", "mailbox.id", "inbound_mail.mailbox_id")
    .select(["blob.bytes", "mailbox.address", "via", "state"])
    .orderBy("inbound_mail.id")
    .execute();
  return rows.map((row) => `${row.address} ${row.via} ${row.state} ${/Subject: (.*)/.exec(row.bytes.toString())?.[1]}`);
}
const expected = (numbers: readonly number[], address = "help@shop.example") =>
  numbers.map((n) => `${address} import waiting matter ${n}`);

describe("an import", () => {
  test("takes every mail of an mbox in, in order, byte for byte, and says how many", async () => {
    const file = put("old.mbox", mboxOf(0, 450));
    const { code, out, err } = await importing([file]);
    expect({ code, out }).toEqual({ code: 0, out: "450 taken in, 0 known before, 0 too large\n" });
    expect(err).toContain("450 mails taken in");
    expect(await takenIn()).toEqual(expected(Array.from({ length: 450 }, (_, n) => n)));
    const blob = await database.db.selectFrom("blob").select("bytes").limit(1).executeTakeFirstOrThrow();
    expect(blob.bytes.toString()).toMatch(/^From: c\d+@example.org\nSubject: matter (\d+)\n.*\n\nHello \1\n$/);
  });

  test("takes in a Maildir, a folder of .eml files and a single mail, and leaves other files alone", async () => {
    put("maildir/cur/1:2,S", mail(1));
    put("maildir/new/2", mail(2));
    put("maildir/tmp/3", mail(3));
    put("maildir/.Sent/cur/4:2,S", mail(4));
    put("letters/2025/five.eml", mail(5));
    put("letters/SIX.EML", mail(6));
    put("letters/notes.txt", "not a mail");
    const single = put("seven", mail(7));
    const { code } = await importing([join(folder, "maildir"), join(folder, "letters"), single]);
    expect(code).toBe(0);
    expect((await takenIn()).sort()).toEqual(expected([1, 2, 5, 6, 7]));
  });

  test("that was stopped goes on where it was; run twice it takes nothing in twice", async () => {
    const file = put("long.mbox", mboxOf(0, 900));
    const stop = new AbortController();
    // The progress is shown after each portion: stop after the first.
    const err = { write: () => stop.abort() };
    const stopped = await importing([file], { stopping: stop.signal, err });
    expect(stopped.code).toBe(1);
    const first = (await takenIn()).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(900);
    expect((await importing([file])).out).toBe(`${900 - first} taken in, ${first} known before, 0 too large\n`);
    expect((await importing([file])).out).toBe("0 taken in, 900 known before, 0 too large\n");
    expect(await takenIn()).toEqual(expected(Array.from({ length: 900 }, (_, n) => n)));
  });

  test("of the same mail into another mailbox takes it in there too", async () => {
    const file = put("two.mbox", mboxOf(0, 2));
    await importing([file]);
    expect((await importing([file], {}, "OTHER@shop.example")).out).toBe("2 taken in, 0 known before, 0 too large\n");
    expect(await takenIn()).toEqual([...expected([0, 1]), ...expected([0, 1], "other@shop.example")]);
  });

  test("names a mail that is larger than HEARD_MAX_MAIL_MB, takes in the others, and ends with 1", async () => {
    const large = `From: a@example.org\nSubject: large\n\n${"x".repeat(1_100_000)}\n`;
    const file = put("large.mbox", `${mboxOf(0, 1)}From x Mon Nov 23 09:00:00 2026\n${large}\n${mboxOf(1, 2)}`);
    const { code, out, err } = await importing([file]);
    expect({ code, out }).toEqual({ code: 1, out: "2 taken in, 0 known before, 1 too large\n" });
    expect(err).toContain(`not taken in: ${file}, byte ${mboxOf(0, 1).length}`);
  });

  test.each([
    ["nowhere.mbox", "There is nothing at"],
    ["empty", "holds no .eml files and is no Maildir."],
  ])("of %s is refused before anything is touched", async (name, sentence) => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    const file = put("fine.mbox", mboxOf(0, 1));
    const { code, out, err } = await importing([file, join(folder, name)]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(sentence);
    expect(await takenIn()).toEqual([]);
  });

  test("into a mailbox that is not there is refused, and those that are there are named", async () => {
    const { code, err } = await importing([put("one.mbox", mboxOf(0, 1))], {}, "hlep@shop.example");
    expect(code).toBe(1);
    expect(err).toContain(
      "This desk has no mailbox hlep@shop.example.\nIt has: help@shop.example, other@shop.example.",
    );
  });
});
