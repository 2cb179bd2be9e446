/** Whoever presses send again because no answer came back sends nothing twice, and loses no words. */
import { request } from "node:http";
import { expect, test } from "vitest";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const sink = await startSmtpSink();
const desk = await startTestDesk();
const box = (
  await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", sink.port, { acknowledges: false }))
).body;
const ana = { name: "Ana", address: "ana@customers.test" };
const left = (words: string) => sink.mails.filter((mail) => mail.raw.includes(words)).length;

async function asked(subject: string): Promise<string> {
  await desk.deliver(
    `From: Ana <ana@customers.test>\r\nTo: help@shop.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@customers.test>\r\n\r\nHello\r\n`,
    "ana@customers.test",
    ["help@shop.test"],
  );
  const row = await until(async () => {
    const { items } = (await desk.call("GET", "/api/v1/conversations?view=open")).body;
    return items.find((each: { subject: string }) => each.subject === subject);
  });
  return `/api/v1/conversations/${row.id}`;
}
const messagesOf = async (place: string) => (await desk.call("GET", place)).body.messages;
const reply = (key: string, words: string, more: object = {}) => ({
  kind: "reply",
  key,
  html: `<p>${words}</p>`,
  to: [ana],
  seenMessageId: null,
  anyway: true,
  ...more,
});

/** Asks as a page does whose connection breaks before the answer. */
async function askAndHangUp(path: string, body: unknown): Promise<void> {
  const text = JSON.stringify(body);
  const headers = { cookie: desk.cookie, origin: desk.url, "content-type": "application/json" };
  await new Promise<void>((resolve) => {
    const asking = request(desk.url + path, { method: "POST", headers });
    asking.on("error", () => resolve());
    asking.end(text, () => setTimeout(() => asking.destroy(new Error("gone")), 5));
  });
}

test("a reply whose answer was lost on the way is the same reply at the second try", async () => {
  const place = await asked("lost");
  await askAndHangUp(`${place}/replies`, reply("letter-1", "Only once, please"));
  const again = await desk.call("POST", `${place}/replies`, reply("letter-1", "Only once, please"));
  expect(again.status).toBe(200);
  expect((await messagesOf(place)).map(({ kind }: { kind: string }) => kind)).toEqual(["inbound", "outbound"]);
  await until(async () => (await messagesOf(place)).at(-1).delivery === "sent");
  const much = await desk.call("POST", `${place}/replies`, reply("letter-1", "Only once, please"));
  expect(much.body.message).toMatchObject({ id: again.body.message.id, delivery: "sent" });
  expect(left("Only once, please")).toBe(1);
});

test("the same reply five times in one moment is one message and one mail", async () => {
  const place = await asked("at-once");
  const tries = await Promise.all(
    Array.from({ length: 5 }, () => desk.call("POST", `${place}/replies`, reply("letter-2", "All at once"))),
  );
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(tries.map(({ body }) => body.message.id)).size).toBe(1);
  expect(await messagesOf(place)).toHaveLength(2);
  await until(async () => left("All at once") > 0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(left("All at once")).toBe(1);
});

test("words that were changed before the second try are neither sent under the first one's name nor passed over in silence", async () => {
  const place = await asked("changed");
  await desk.call("POST", `${place}/replies`, reply("letter-3", "On Tuesday"));
  const other = await desk.call("POST", `${place}/replies`, reply("letter-3", "On Wednesday"));
  expect(other).toMatchObject({ status: 409, body: { refused: "sent-before" } });
  const elsewhere = { name: "", address: "bea@customers.test" };
  const toOthers = await desk.call("POST", `${place}/replies`, reply("letter-3", "On Tuesday", { to: [elsewhere] }));
  expect(toOthers.status).toBe(409);
  const own = await desk.call("POST", `${place}/replies`, reply("letter-4", "On Wednesday"));
  expect(own.status).toBe(200);
  expect(await messagesOf(place)).toHaveLength(3);
});

test("a page that never heard of its success does not bring the draft back to life", async () => {
  const place = await asked("revived");
  const draft = { kind: "reply", html: "<p>Half of it</p>", key: "letter-5", to: [ana] };
  const kept = await desk.call("PUT", `${place}/draft`, draft);
  expect(kept.body.key).toBe("letter-5");
  await askAndHangUp(`${place}/replies`, reply("letter-5", "The whole of it"));
  await until(async () => (await messagesOf(place)).length === 2);
  const saved = await desk.call("PUT", `${place}/draft`, { ...draft, version: kept.body.version });
  expect(saved).toMatchObject({ status: 409, body: { refused: "sent-before" } });
  expect((await desk.call("GET", place)).body.drafts).toEqual([]);
});

test("a first letter and a note are written once however often they are asked for", async () => {
  const first = { mailboxId: box.id, to: [ana], subject: "A question", html: "<p>May we ask</p>", key: "letter-6" };
  const letters = await Promise.all(Array.from({ length: 4 }, () => desk.call("POST", "/api/v1/conversations", first)));
  expect(new Set(letters.map(({ body }) => body.conversationId)).size).toBe(1);
  const place = `/api/v1/conversations/${letters[0]?.body.conversationId}`;
  const note = { html: "<p>Between us</p>", key: "letter-7" };
  for (let tries = 0; tries < 2; tries += 1) await desk.call("POST", `${place}/notes`, note);
  expect(await messagesOf(place)).toHaveLength(2);
  const { items } = (await desk.call("GET", "/api/v1/conversations?view=waiting&limit=200")).body;
  expect(items.filter(({ subject }: { subject: string }) => subject === "A question")).toHaveLength(1);
});

test("the key of one person means nothing when another uses it", async () => {
  const place = await asked("two-people");
  const { link } = (await desk.call("POST", "/api/v1/people", { email: "bo@desk.test", name: "Bo", role: "agent" }))
    .body;
  const joined = await fetch(`${desk.url}/api/v1/invitations/accept`, {
    method: "POST",
    headers: { origin: desk.url, "content-type": "application/json" },
    body: JSON.stringify({
      token: new URL(link).searchParams.get("token"),
      name: "Bo",
      password: "a quiet reading room",
      timeZone: "UTC",
    }),
  });
  const bo = joined.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  await desk.call("POST", `${place}/replies`, reply("letter-8", "From Ada"));
  expect((await desk.call("POST", `${place}/replies`, reply("letter-8", "From Bo"), bo)).status).toBe(200);
  expect(await messagesOf(place)).toHaveLength(3);
});

test("a reply without a key is a new one each time, as programs may want", async () => {
  const place = await asked("keyless");
  for (let tries = 0; tries < 2; tries += 1) await desk.call("POST", `${place}/replies`, reply("", "Twice on purpose"));
  expect(await messagesOf(place)).toHaveLength(3);
});
