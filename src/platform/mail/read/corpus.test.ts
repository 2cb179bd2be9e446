/**
 * Reads every mail of test/corpus/mail, written for Heard, and compares it with the reading beside it.
 * To add an oddity: put name.eml and name.json (only the fields that matter) there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseMail } from "./parse-mail.ts";

const folder = new URL("../../../../test/corpus/mail/", import.meta.url);
const files = readdirSync(folder).sort();
const names = files.filter((file) => file.endsWith(".eml")).map((file) => file.slice(0, -4));

test("every mail has a reading beside it, and every reading a mail", () => {
  expect(files).toEqual(names.flatMap((name) => [`${name}.eml`, `${name}.json`]));
  expect(names.length).toBeGreaterThanOrEqual(40);
});

describe("a mail of our own corpus is read as written down beside it", () => {
  test.each(names)("%s", async (name) => {
    const mail = await parseMail(readFileSync(new URL(`${name}.eml`, folder)));
    const wanted = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    expect({ ...mail, sentAt: mail.sentAt?.toISOString() }).toMatchObject(wanted);
    expect(mail.reply + mail.folded).toBe(mail.text);
  });
});
