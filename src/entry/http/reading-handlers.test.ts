/** Corrections of readings over HTTP, on a running desk: for whoever sees the conversation, live, and for nobody else. */
import { expect, test } from "vitest";
import { restrictedDesk } from "../../../test/hostile/restricted-desk.ts";

const desk = await restrictedDesk();
const { conversation, message } = await desk.secretMail("sara");
const place = `/api/v1/messages/${message}/corrections`;
const shownTo = async (cookie: string) =>
  (await desk.call("GET", `/api/v1/conversations/${conversation}`, undefined, cookie)).body.corrections;
const correct = (body: unknown, cookie = desk.agent.cookie) => desk.call("POST", place, body, cookie);

const FACT = {
  aspect: "fact",
  start: 0,
  end: 4,
  heard: { name: "order", value: "4412" },
  said: { name: "invoice", value: "4412" },
};

/** What a stream of live events says until it is cut. */
async function listen(cookie: string): Promise<{ readonly heard: () => string; readonly stop: () => void }> {
  const cut = new AbortController();
  const response = await fetch(`${desk.url}/api/v1/live`, { headers: { cookie }, signal: cut.signal });
  let heard = "";
  void (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      heard += new TextDecoder().decode(chunk);
  })().catch(() => undefined);
  return { heard: () => heard, stop: () => cut.abort() };
}

test("one agent corrects; colleagues of the mailbox see it at once and may take it back; others neither see nor hear it", async () => {
  const [colleague, outsider] = [await listen(desk.lead.cookie), await listen(desk.outsider.cookie)];
  const made = await correct({ aspect: "feeling", heard: { name: "angry", share: 0.7 }, said: { name: "worried" } });
  expect(made.body).toMatchObject({
    messageId: message,
    aspect: "feeling",
    heard: { name: "angry", value: null, share: 0.7 },
    said: { name: "worried", value: null },
    personId: desk.agent.id,
  });
  expect(await shownTo(desk.lead.cookie)).toEqual([made.body]);
  await expect.poll(colleague.heard).toContain(`"what":"reading.corrected"`);

  expect((await correct(FACT, desk.outsider.cookie)).status).toBe(404);
  const path = `/api/v1/corrections/${made.body.id}`;
  expect((await desk.call("DELETE", path, undefined, desk.outsider.cookie)).status).toBe(404);
  expect(
    (await desk.call("GET", `/api/v1/conversations/${conversation}`, undefined, desk.outsider.cookie)).status,
  ).toBe(404);
  expect((await desk.call("DELETE", path, undefined, desk.lead.cookie)).status).toBe(200);
  expect(await shownTo(desk.agent.cookie)).toEqual([]);
  await expect.poll(colleague.heard).toContain(`"what":"reading.restored"`);
  expect(outsider.heard()).not.toContain("reading.");
  for (const stream of [colleague, outsider]) stream.stop();
});

test("what the reading knows no name for, or says nothing instead, is not understood", async () => {
  for (const body of [
    { aspect: "mood", said: { name: "sad" } },
    { aspect: "feeling", said: { name: "grumpy" } },
    { aspect: "feeling", said: null },
    { aspect: "situation", said: { name: "sad" } },
    { ...FACT, end: 0 },
    { ...FACT, heard: null },
    { ...FACT, said: { name: "order", value: " " } },
    { aspect: "signal", start: 0, end: 4, heard: { name: "legal" }, said: { name: "safety" } },
    { aspect: "signal", start: 0, end: 4 },
    { aspect: "feeling", said: { name: "sad" }, heard: { name: "angry", share: 7 } },
  ])
    expect(await correct(body), JSON.stringify(body)).toMatchObject({
      status: 422,
      body: { refused: "not-understood" },
    });
  for (const body of [
    { ...FACT, said: null },
    { aspect: "signal", start: 0, end: 4, heard: { name: "legal" } },
    { aspect: "unsaid", start: 0, end: 4, heard: { name: "unheard" } },
  ])
    expect((await correct(body)).status, JSON.stringify(body)).toBe(200);
});
