import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DOVECOT_MISSING, type Dovecot, startDovecot } from "../../../../test/servers/dovecot.ts";
import { type OauthServer, startOauthServer } from "../../../../test/servers/oauth.ts";
import type { FetchedMail, FolderPlace } from "./catch-up.ts";
import { type ImapWatch, type WatchImapOptions, type WatchState, watchImap } from "./watch-imap.ts";

let oauth: OauthServer;
let server: Dovecot | null;
let people = 0;
const watches: ImapWatch[] = [];
beforeAll(async () => {
  oauth = await startOauthServer();
  server = await startDovecot({ introspectionUrl: oauth.introspectionUrl });
});
afterEach(async () => {
  await Promise.all(watches.splice(0).map((watch) => watch.stop()));
});
afterAll(async () => {
  await server?.close();
  await oauth?.close();
});

const mail = (subject: string, size = 0) =>
  `Subject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nHello${"x".repeat(size)}\r\n`;
const subjectOf = ({ raw }: FetchedMail) => /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString())?.[1];

async function until(claim: () => boolean): Promise<void> {
  while (!claim()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A mailbox of its own for each test, and everything the watch has told. */
function mailbox(dovecot: Dovecot) {
  people += 1;
  const user = `person${people}@lumen.example`;
  const mails: FetchedMail[] = [];
  const places: FolderPlace[] = [];
  const states: WatchState[] = [];
  const watch = (more: Partial<WatchImapOptions> = {}): ImapWatch => {
    const started = watchImap({
      from: {
        host: "127.0.0.1",
        port: dovecot.port,
        security: "none",
        login: { kind: "password", user, password: dovecot.password },
      },
      folder: "INBOX",
      largestMail: 1_000_000,
      onMail: async (arrived) => mails.push(arrived),
      saveState: async (place) => places.push(place),
      onState: (state) => states.push(state),
      now: () => new Date("2026-11-22T08:00:00Z"),
      pause: () => 50,
      ...more,
    });
    watches.push(started);
    return started;
  };
  return { user, mails, places, states, watch, subjects: () => mails.map(subjectOf) };
}

describe("a watched mailbox", () => {
  test("hands on what is there in order, byte for byte, then what arrives, at once and without leaving a mark", async ({
    skip,
  }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    for (const subject of ["one", "two"]) await server.deliver(box.user, mail(subject));
    // Looking by the clock is out of the question here: only the server's own announcement can bring the third.
    box.watch({ lookEveryMs: 3_600_000 });
    await until(() => box.mails.length === 2);
    await server.deliver(box.user, mail("three"));
    await until(() => box.places.at(-1)?.lastUid === 3);
    expect(box.subjects()).toEqual(["one", "two", "three"]);
    expect(Buffer.from(box.mails[0]?.raw ?? []).toString()).toBe(mail("one"));
    expect(box.mails[0]).toMatchObject({ uid: 1, got: "all", attempt: 1, size: mail("one").length });
    expect(box.mails[0]?.internalDate).toBeInstanceOf(Date);
    expect(box.states).toEqual([{ state: "connected", since: new Date("2026-11-22T08:00:00Z") }]);
    const client = await server.client(box.user);
    await client.mailboxOpen("INBOX");
    expect(await client.search({ seen: true }, { uid: true })).toEqual([]);
    // \Recent goes to the first who opens a folder to write: it is still there, so we only ever read.
    expect(await client.search({ recent: true }, { uid: true })).toEqual([1, 2, 3]);
    await client.logout();
  });

  test("goes on where it stopped, and fetches nothing twice", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    for (const subject of ["one", "two"]) await server.deliver(box.user, mail(subject));
    await (async () => {
      const watch = box.watch();
      await until(() => box.places.at(-1)?.lastUid === 2);
      await watch.stop();
    })();
    await server.deliver(box.user, mail("three"));
    const state = box.places.at(-1);
    box.watch(state === undefined ? {} : { state });
    await until(() => box.mails.length === 3);
    expect(box.subjects()).toEqual(["one", "two", "three"]);
  });

  test("moves its place on only after the mail is safe", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    await server.deliver(box.user, mail("one"));
    let safe = (): void => {};
    const stored = new Promise<void>((resolve) => {
      safe = resolve;
    });
    let reached = false;
    box.watch({
      onMail: () => {
        reached = true;
        return stored;
      },
    });
    await until(() => reached);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(box.places).toEqual([]);
    safe();
    await until(() => box.places.length === 1);
  });

  test("one mail that is not taken holds nobody up, is offered again, and is not forgotten by the saved place", async ({
    skip,
  }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    for (const subject of ["one", "bad", "three"]) await server.deliver(box.user, mail(subject));
    const setbacks: number[] = [];
    let cured = false;
    box.watch({
      onMail: async (arrived) => {
        if (subjectOf(arrived) === "bad" && !cured) throw new Error("cannot be stored");
        box.mails.push(arrived);
      },
      onSetback: (_, uid) => setbacks.push(uid),
    });
    await until(() => box.mails.length === 2 && setbacks.length >= 2);
    expect(box.subjects()).toEqual(["one", "three"]);
    expect(box.places.map(({ lastUid }) => lastUid)).toEqual([1]);
    cured = true;
    await until(() => box.places.at(-1)?.lastUid === 3);
    expect(box.subjects()).toEqual(["one", "three", "bad"]);
    expect(box.mails[2]?.attempt).toBeGreaterThan(2);
  });

  test("comes back by itself after the server was restarted, without a word of trouble", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    await server.deliver(box.user, mail("one"));
    box.watch({ pause: () => 1_500 });
    await until(() => box.mails.length === 1);
    await server.restart();
    await server.deliver(box.user, mail("two"));
    await until(() => box.mails.length === 2);
    expect(box.states.map(({ state }) => state)).toEqual(["connected"]);
  });

  test("says since when it does not work, and that it works again", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    let minute = 0;
    box.watch({ now: () => new Date(Date.UTC(2026, 10, 22, 8, minute++)) });
    await until(() => box.states.length === 1);
    await server.stop();
    try {
      // While the server goes down it may hang up on us before it is gone: the face changes, the trouble is one.
      await until(
        () => box.states.at(-1)?.state === "trouble" && (box.states.at(-1) as { code?: string }).code === "connect",
      );
      expect(box.states.at(-1)?.since).toEqual(new Date("2026-11-22T08:01:00Z"));
    } finally {
      await server.start();
    }
    await until(() => box.states.at(-1)?.state === "connected");
    expect(box.states.at(-1)?.since).toEqual(new Date("2026-11-22T08:02:00Z"));
  });

  test("that is renumbered by its server is fetched anew", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const box = mailbox(server);
    await server.deliver(box.user, mail("one"));
    const watch = box.watch();
    await until(() => box.places.length === 1);
    await watch.stop();
    await server.renumber(box.user);
    const [state] = box.places;
    box.watch(state === undefined ? {} : { state });
    await until(() => box.places.length === 2);
    expect(box.subjects()).toEqual(["one", "one"]);
    expect(box.places[1]?.uidValidity).toBe((state?.uidValidity ?? 0) + 1);
  });

  test("is looked into every few minutes when the server announces nothing", async ({ skip }) => {
    const plain = await startDovecot({ idle: "not-offered" });
    if (plain === null) return skip(DOVECOT_MISSING);
    try {
      const box = mailbox(plain);
      let looked = 0;
      const watch = box.watch({ lookEveryMs: 150, patience: { idleMs: 3_600_000 }, onLooked: () => (looked += 1) });
      // It says so each time, although nothing has come.
      await until(() => looked >= 3);
      expect(box.states).toHaveLength(1);
      await plain.deliver(box.user, mail("one"));
      await until(() => box.mails.length === 1);
      await watch.stop();
    } finally {
      await plain.close();
    }
  });

  test("works with an OAuth 2 token, and asks for a new one when the old one has died", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const dovecot = server;
    const box = mailbox(dovecot);
    await dovecot.deliver(box.user, mail("one"));
    const asked: (string | undefined)[] = [];
    const accessToken = async (refused?: string) => {
      asked.push(refused);
      return refused === undefined ? "dead" : oauth.grant(box.user).accessToken;
    };
    box.watch({
      from: {
        host: "127.0.0.1",
        port: dovecot.port,
        security: "none",
        login: { kind: "oauth2", user: box.user, accessToken },
      },
    });
    await until(() => box.mails.length === 1);
    expect(asked).toEqual([undefined, "dead"]);
  });

  test("that is broken says so and does not disturb the one beside it", async ({ skip }) => {
    if (server === null) return skip(DOVECOT_MISSING);
    const [broken, well] = [mailbox(server), mailbox(server)];
    broken.watch({
      from: {
        host: "127.0.0.1",
        port: server.port,
        security: "none",
        login: { kind: "password", user: broken.user, password: "wrong" },
      },
    });
    const missing = mailbox(server);
    missing.watch({ folder: "Nowhere" });
    well.watch();
    await server.deliver(well.user, mail("one"));
    await until(() => well.mails.length === 1 && broken.states.length === 1 && missing.states.length === 1);
    expect(broken.states[0]).toMatchObject({ state: "trouble", code: "login" });
    expect(missing.states[0]).toMatchObject({
      state: "trouble",
      code: "folder",
      sentence: "There is no folder called Nowhere in this mailbox.",
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(broken.states).toHaveLength(1);
  });
});
