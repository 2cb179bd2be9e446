/**
 * What an agent sees of the coach is that agent's alone (METHOD learn.colleagues). An agent gets findings, mutes a rule, is held at a
 * gate and sends with a reason, and has drafts; then everything that anybody else can be told is walked through: each GET route as
 * lead, as admin and as a colleague, the live stream all the while, the log, and the rows of a backup.
 */
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contract, contract } from "../../src/entry/contract/index.ts";
import type { BYTE_ROUTES } from "../../src/entry/http/bytes.ts";
import { isRefusal } from "../../src/kit/index.ts";
import { RULES } from "../../src/method/review/index.ts";
import { writeArchive } from "../../src/platform/storage/index.ts";
import { type LiveEar, listenTo } from "../live-ear.ts";
import { until } from "../running-desk.ts";
import { type Insider, restrictedDesk, SECRET, type Secret } from "./restricted-desk.ts";

type Get<T> = T extends `GET ${string}` ? T : never;
type Asked = string | (() => string);

const desk = await restrictedDesk();
const { agent: writer, lead, admin } = desk;
const MUTED = "vague-time";
const HELD = "secret-shown";
const REASON = "quokka, it is a test card";
const UNSENT = "wombat";
const BAD = `Sorry for any inconvenience, we will look into it soon. You should have read the terms. Your card is 4111 1111 1111 1111.`;

let secret: Secret;
let other: Secret;
let sent: number;
let draftFile: number;
let described = "";
const ears: (LiveEar & { readonly who: string })[] = [];

const textOf = async (path: string, { cookie }: Insider): Promise<{ status: number; text: string }> => {
  const response = await fetch(desk.url + path, { headers: { cookie } });
  return { status: response.status, text: await response.text() };
};

beforeAll(async () => {
  [secret, other] = [await desk.secretMail("carl"), await desk.secretMail("dora")];
  described = (await textOf("/api/v1/openapi.json", lead)).text;
  for (const [who, person] of Object.entries({ lead, admin }))
    ears.push({ who, ...(await listenTo(desk.url, person.cookie)) });

  const as = (method: string, path: string, body?: unknown) => desk.call(method, path, body, writer.cookie);
  const thread = [{ from: "customer", text: `The ${SECRET} is broken.` }];
  const reviewed = await as("POST", "/api/v1/coach/review", { thread, reply: BAD, seed: "1" });
  expect(reviewed.body.findings.map(({ rule }: { rule: string }) => rule)).toEqual(
    expect.arrayContaining([HELD, "apology-for-their-feeling", "blames-the-customer", MUTED]),
  );
  await as("PATCH", "/api/v1/me", { preferences: { mutedHints: [MUTED, HELD], coach: true } });

  const place = `/api/v1/conversations/${secret.conversation}`;
  await as("PUT", `${place}/draft`, { kind: "reply", html: `<p>${BAD}</p>` });
  const reply = {
    html: `<p>${BAD}</p>`,
    to: [{ name: "", address: "carl@secret.test" }],
    seenMessageId: null,
    anyway: true,
  };
  const held = await as("POST", `${place}/replies`, reply);
  expect(held).toMatchObject({ status: 409, body: { refused: "held-at-gate", about: [{ rule: HELD }] } });
  const out = await as("POST", `${place}/replies`, { ...reply, reasons: [{ rule: HELD, reason: REASON }] });
  expect(out.status).toBe(200);
  sent = out.body.message.id;

  const elsewhere = `/api/v1/conversations/${other.conversation}`;
  await as("PUT", `${elsewhere}/draft`, { kind: "reply", html: `<p>Dear ${UNSENT}, calm down.</p>` });
  await as("PUT", `${elsewhere}/draft`, { kind: "note", html: `<p>A ${UNSENT} note</p>` });
  await as("PUT", "/api/v1/letter", { html: `<p>A ${UNSENT} letter</p>`, subject: UNSENT });
  await as("POST", `${elsewhere}/presence`, { writing: true });
  const file = await desk.upload(other.conversation, writer.cookie, `${UNSENT}.txt`, Buffer.from(UNSENT));
  draftFile = ((await file.json()) as { items: { id: number }[] }).items[0]?.id as number;
  // What the search knows of it has been made by then, too.
  await until(async () => (await desk.call("GET", "/api/v1/search?q=inconvenience")).body.hits.length > 0);
}, 60_000);
afterAll(() => {
  for (const { stop } of ears) stop();
});

/** How each route is asked so that it says as much as it can. A new GET route without a line here does not compile. */
const RECIPES: { readonly [K in Get<keyof Contract | keyof typeof BYTE_ROUTES>]: Asked } = {
  "GET /api/v1/setup": "",
  "GET /api/v1/session": "",
  "GET /api/v1/sessions": "",
  "GET /api/v1/people": "",
  "GET /api/v1/log": "?limit=200",
  "GET /api/v1/counts": "",
  "GET /api/v1/conversations": "?view=waiting&limit=200",
  "GET /api/v1/conversations/:id": () => `${secret.conversation}`,
  "GET /api/v1/conversations/:id/log": () => `${secret.conversation}`,
  "GET /api/v1/letter": "",
  "GET /api/v1/customers": "",
  "GET /api/v1/customers/:id": () => `${secret.customer}`,
  "GET /api/v1/organisations": "",
  "GET /api/v1/organisations/:id": "1",
  "GET /api/v1/playbooks": "",
  "GET /api/v1/playbooks/:id": "1",
  "GET /api/v1/playbooks/:id/versions/:version": "1",
  "GET /api/v1/search": `?q=${UNSENT}`,
  "GET /api/v1/blocked": "",
  "GET /api/v1/mailboxes": "",
  "GET /api/v1/status": "",
  "GET /api/v1/quarantine": "",
  "GET /api/v1/snippets": "",
  "GET /api/v1/tags": "",
  "GET /api/v1/promises": "?limit=200",
  "GET /api/v1/promises/rate": "?days=3660",
  "GET /api/v1/attachments/:id": () => `${draftFile}`,
  "GET /api/v1/messages/:id/source": () => `${sent}`,
  "GET /api/v1/messages/:id/page": () => `${sent}`,
  "GET /api/v1/quarantine/:id/source": "1",
};
const MORE = [
  () => `/api/v1/conversations/${other.conversation}`,
  () => `/api/v1/conversations/${other.conversation}/log`,
  () => "/api/v1/conversations?view=open&limit=200",
  () => "/api/v1/search?q=quokka",
  () => `/api/v1/search?q=${HELD}`,
  () => `/api/v1/people/${writer.id}`,
  () => "/api/v1/me",
  () => "/api/v1/live/",
  () => "/health",
];
const pathOf = (key: string, asked: Asked): string => {
  const given = typeof asked === "string" ? asked : asked();
  const path = key.replace("GET ", "");
  return path.includes(":id") ? path.replace(":id", given).replace(":version", "1") : path + given;
};

/** Everything that would give something away: what rules are called and say, what was muted, why it left, what is unsent. */
const GIVEAWAYS = [
  ...RULES.flatMap(({ id, see, why }) => [id, see, why]),
  "mutedHints",
  "quokka",
  "blames",
  "findings",
  "held-at-gate",
  UNSENT,
];
/** @param question the asker's own words, which an answer may repeat. */
const givenAway = (text: string, question = ""): string[] =>
  GIVEAWAYS.filter((each) => text.includes(each) && !question.includes(each));

describe("after an agent was helped, held, and went on with a reason", () => {
  test("the agent finds all of it: what is looked for below is there", async () => {
    const { text: me } = await textOf("/api/v1/session", writer);
    expect(JSON.parse(me).preferences).toEqual({ mutedHints: [MUTED, HELD], coach: true });
    const { text } = await textOf(`/api/v1/conversations/${secret.conversation}`, writer);
    expect(givenAway(text)).toEqual([HELD, "quokka"]);
    expect((await textOf(`/api/v1/conversations/${other.conversation}`, writer)).text).toContain(UNSENT);
    expect((await textOf(`/api/v1/attachments/${draftFile}`, writer)).text).toBe(UNSENT);
  });

  test.each(["lead", "admin"] as const)("no route tells any of it to the %s", async (role) => {
    const person = desk[role];
    const gets = Object.keys(contract).filter((key) => key.startsWith("GET "));
    expect(Object.keys(RECIPES)).toEqual(expect.arrayContaining(gets));
    const paths = [...Object.entries(RECIPES).map(([key, asked]) => pathOf(key, asked)), ...MORE.map((path) => path())];
    for (const path of paths) {
      const { status, text } = await textOf(path, person);
      expect(status, path).toBeLessThan(500);
      expect([path, givenAway(text, path)]).toEqual([path, []]);
    }
    expect((await textOf("/api/v1/openapi.json", person)).text).toBe(described);
    expect((await textOf(`/api/v1/attachments/${draftFile}`, person)).status).toBe(404);
  });

  test("they do see the reply, what it gives its word for, and that somebody is writing elsewhere; not what", async () => {
    const { text } = await textOf(`/api/v1/conversations/${secret.conversation}`, lead);
    const reply = JSON.parse(text).messages.find(({ id }: { id: number }) => id === sent);
    expect(reply.replyText).toContain("Sorry for any inconvenience");
    expect(reply.promises).toMatchObject([{ who: "us", due: null }]);
    expect(reply.reasons).toEqual([]);
    const elsewhere = JSON.parse((await textOf(`/api/v1/conversations/${other.conversation}`, lead)).text);
    expect(elsewhere.drafts).toEqual([]);
    expect(elsewhere.presence).toEqual([{ personId: writer.id, name: "anna", writing: true }]);
  });

  test("nobody writes into, empties or sends another's draft: each has their own in the same place", async () => {
    const place = `/api/v1/conversations/${other.conversation}`;
    const kept = await desk.call("PUT", `${place}/draft`, { kind: "reply", html: "<p>Mine</p>" }, lead.cookie);
    expect(kept.body).toMatchObject({ html: "<p>Mine</p>", version: 1, attachments: [] });
    await desk.call("DELETE", `${place}/draft/reply`, undefined, lead.cookie);
    expect((await desk.call("DELETE", `/api/v1/attachments/${draftFile}`, undefined, lead.cookie)).status).toBe(404);
    const { drafts } = (await desk.call("GET", place, undefined, writer.cookie)).body;
    expect(drafts.find(({ kind }: { kind: string }) => kind === "reply")).toMatchObject({
      html: `<p>Dear ${UNSENT}, calm down.</p>`,
      attachments: [{ id: draftFile }],
    });
  });

  test("the live stream told lead and admin that a reply was sent, and nothing of this", async () => {
    for (const { who, heard } of ears) {
      await until(async () => heard().includes('"what":"reply.sent"'));
      expect([who, givenAway(heard())]).toEqual([who, []]);
      expect(heard()).not.toContain("person.settings-changed");
    }
  });

  test("the log says nothing of it, not even that hints were muted", async () => {
    const events = await desk.desk.database.db.selectFrom("event").selectAll().execute();
    expect(givenAway(JSON.stringify(events))).toEqual([]);
    expect(events.filter(({ kind }) => kind === "person.settings-changed")).toEqual([]);
    const inConversation = events.filter(({ conversation_id }) => conversation_id === secret.conversation);
    expect(inConversation.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["message.received", "reply.sent"]));
  });

  test("in a backup a mute stands in the agent's own row, a reason beside its message, a draft in its row, and nothing elsewhere", async () => {
    const found = new Map<string, string[]>();
    for (const [table, text] of await rowsOfBackup()) {
      const said = givenAway(text);
      if (said.length > 0) found.set(table, said.sort());
    }
    expect(Object.fromEntries(found)).toEqual({
      person: ["mutedHints", HELD, MUTED].sort(),
      gate_reason: [HELD, "quokka"].sort(),
      draft: [UNSENT],
      attachment: [UNSENT],
      blob: [UNSENT],
    });
  });
});

/** The rows of each table as `heard backup` writes them, as text. */
async function rowsOfBackup(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "heard-backup-"));
  try {
    const file = join(folder, "desk.heard");
    const manifest = await writeArchive(desk.desk.database, file, { heardVersion: "test", now: new Date() });
    if (isRefusal(manifest)) throw new Error(manifest.sentence);
    const tableOf = new Map(manifest.tables.flatMap(({ name, parts }) => parts.map((part) => [part.name, name])));
    const rows = new Map<string, string>();
    const tar = extract();
    const read = pipeline(createReadStream(file), createGunzip(), tar);
    for await (const entry of tar) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
      const table = tableOf.get(entry.header.name);
      if (table !== undefined) rows.set(table, (rows.get(table) ?? "") + decoded(Buffer.concat(chunks).toString()));
    }
    await read;
    expect(rows.get("message")).toContain("inconvenience");
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes stand in a backup as hexadecimal digits. */
const decoded = (text: string): string =>
  text.replace(/\\\\x([0-9a-f]+)/g, (_, digits: string) => Buffer.from(digits, "hex").toString());
