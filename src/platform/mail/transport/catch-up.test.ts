import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOVECOT_MISSING, type Dovecot, startDovecot } from "../../../../test/servers/dovecot.ts";
import { type CatchUpOptions, catchUpFrom, type FetchedMail, type FolderPlace } from "./catch-up.ts";

let server: Dovecot | null;
let people = 0;
beforeAll(async () => {
  server = await startDovecot();
});
afterAll(() => server?.close());

const mail = (subject: string, size = 0) => `Subject: ${subject}\r\n\r\nHello${"x".repeat(size)}\r\n`;
const subjectOf = ({ raw }: FetchedMail) => /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString())?.[1];

/** A mailbox of its own, open for reading, with the given mails in it. */
async function folder(
  dovecot: Dovecot,
  put: readonly { readonly raw: string; readonly at?: string }[],
  more: Partial<CatchUpOptions> = {},
) {
  people += 1;
  const client = await dovecot.client(`reader${people}@lumen.example`);
  for (const { raw, at } of put) await client.append("INBOX", raw, [], at === undefined ? undefined : new Date(at));
  await client.mailboxOpen("INBOX", { readOnly: true });
  const mails: FetchedMail[] = [];
  const places: FolderPlace[] = [];
  const catchUp = catchUpFrom(undefined, {
    largestMail: 1_000_000,
    onMail: async (arrived) => mails.push(arrived),
    saveState: async (place) => places.push(place),
    stopped: () => false,
    ...more,
  });
  return { client, catchUp, mails, places, subjects: () => mails.map(subjectOf) };
}

describe("one look at a folder", () => {
  test("hands on the beginning of a mail that is too large, says how large it is, and goes on", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const large = mail("large", 400_000);
    const put = [mail("one"), large, mail("three")].map((raw) => ({ raw }));
    const box = await folder(server, put, { largestMail: 10_000 });
    expect(await box.catchUp(box.client)).toEqual({ taken: 3, failed: 0 });
    expect(box.subjects()).toEqual(["one", "large", "three"]);
    expect(box.mails.map(({ got }) => got)).toEqual(["all", "beginning", "all"]);
    expect(box.mails[1]?.size).toBe(large.length);
    expect(box.mails[1]?.raw.length).toBeLessThan(300_000);
    await box.client.logout();
  });

  test("passes over the past when the mailbox is new to us", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const put = [
      { raw: mail("long ago"), at: "2020-01-01T00:00:00Z" },
      { raw: mail("this morning"), at: "2026-11-22T06:00:00Z" },
      { raw: mail("just now"), at: "2026-11-22T08:30:00Z" },
    ];
    const box = await folder(server, put, { notBefore: new Date("2026-11-22T08:00:00Z") });
    await box.catchUp(box.client);
    expect(box.subjects()).toEqual(["just now"]);
    expect(box.places.at(-1)?.lastUid).toBe(3);
    await box.client.logout();
  });

  test("takes hundreds of mails in order, saves its place as it goes, and finds nothing new the second time", async ({
    skip,
  }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const put = Array.from({ length: 230 }, (_, at) => ({ raw: mail(`mail ${at}`) }));
    const box = await folder(server, put);
    expect(await box.catchUp(box.client)).toEqual({ taken: 230, failed: 0 });
    expect(box.subjects()).toEqual(put.map((_, at) => `mail ${at}`));
    expect(box.places.map(({ lastUid }) => lastUid)).toEqual([50, 100, 150, 200, 230]);
    expect(await box.catchUp(box.client)).toEqual({ taken: 0, failed: 0 });
    await box.client.logout();
  });

  test("stops offering when nothing can be stored at all, and loses its place over none of it", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    let asked = 0;
    const put = Array.from({ length: 40 }, (_, at) => ({ raw: mail(`mail ${at}`) }));
    const box = await folder(server, put, {
      onMail: () => {
        asked += 1;
        return Promise.reject(new Error("the database is gone"));
      },
    });
    expect(await box.catchUp(box.client)).toEqual({ taken: 0, failed: 5 });
    expect(asked).toBe(5);
    expect(box.places).toEqual([]);
    await box.client.logout();
  });

  test("does not mind when its place cannot be saved: the mails are safe, and the next save goes further", async ({
    skip,
  }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const setbacks: unknown[] = [];
    const full = new Error("disk full");
    const box = await folder(server, [{ raw: mail("one") }], {
      saveState: () => Promise.reject(full),
      onSetback: (error) => setbacks.push(error),
    });
    expect(await box.catchUp(box.client)).toEqual({ taken: 1, failed: 0 });
    expect(setbacks).toEqual([full]);
    await box.client.logout();
  });

  test("stops after the mail in hand when it is told to", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    let taken = 0;
    const put = Array.from({ length: 10 }, (_, at) => ({ raw: mail(`mail ${at}`) }));
    const box = await folder(server, put, {
      onMail: async () => {
        taken += 1;
      },
      stopped: () => taken >= 3,
    });
    await box.catchUp(box.client);
    expect(taken).toBe(3);
    expect(box.places.at(-1)?.lastUid).toBe(3);
    await box.client.logout();
  });
});
