import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDesk, type TestDesk } from "../../../test/running-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
}, 60_000);
afterAll(() => desk.stop());

const source = (title: string) =>
  `---\nid: wet-parcel\ntitle: ${title}\nsummary: Rain came in.\nsituations: [product-fault]\n---\nThink.\n`;

test("a desk that starts for the first time has the shipped playbooks, each readable and with its version", async () => {
  const { items } = (await desk.call("GET", "/api/v1/playbooks")).body;
  expect(items.length).toBeGreaterThanOrEqual(16);
  for (const { id, slug, isShipped, isEdited } of items) {
    expect({ slug, isShipped, isEdited }).toEqual({ slug, isShipped: true, isEdited: false });
    const { body } = await desk.call("GET", `/api/v1/playbooks/${id}`);
    expect(body.playbook.id).toBe(slug);
    expect(body.versions).toEqual([{ version: 1, at: body.changedAt, by: null }]);
  }
});

test("a source is looked at without being kept: the playbook, or each mistake with its line", async () => {
  const good = await desk.call("POST", "/api/v1/playbooks/look", { source: source("Wet") });
  expect(good.body).toMatchObject({ playbook: { title: "Wet", ask: [] }, problems: [] });
  const bad = await desk.call("POST", "/api/v1/playbooks/look", { source: source("Wet").replace("summary", "sumary") });
  expect(bad.body).toMatchObject({
    playbook: null,
    problems: [
      { line: 2, sentence: "summary is missing.", about: { path: ["summary"], says: "is missing" } },
      { line: 4, sentence: "“sumary” is not known here." },
    ],
  });
  expect((await desk.call("POST", "/api/v1/playbooks/look", {})).body.problems).toHaveLength(1);
  const { items } = (await desk.call("GET", "/api/v1/playbooks")).body;
  expect(items.map(({ slug }: { slug: string }) => slug)).not.toContain("wet-parcel");
});

test("what a form holds is written down as the Markdown file that a save keeps", async () => {
  const { playbook } = (await desk.call("POST", "/api/v1/playbooks/look", { source: source("Wet") })).body;
  const written = (await desk.call("POST", "/api/v1/playbooks/look", { playbook: { ...playbook, title: "Soaked" } }))
    .body;
  expect(written).toMatchObject({ source: source("Soaked"), problems: [] });
  const saved = await desk.call("POST", "/api/v1/playbooks", { source: written.source });
  expect(saved.body).toMatchObject({ slug: "wet-parcel", version: 1, isShipped: false, source: source("Soaked") });
  const { id } = saved.body;
  const again = (version: number) => desk.call("PUT", `/api/v1/playbooks/${id}`, { source: source("Dry"), version });
  expect((await again(1)).body).toMatchObject({ title: "Dry", version: 2 });
  expect(await again(1)).toMatchObject({ status: 409, body: { refused: "playbook-changed-meanwhile" } });
  expect(await desk.call("PUT", `/api/v1/playbooks/${id}`, { source: "no", version: 2 })).toMatchObject({
    status: 409,
    body: { refused: "playbook-not-understood" },
  });
  const first = await desk.call("GET", `/api/v1/playbooks/${id}/versions/1`);
  expect(first.body).toMatchObject({ source: source("Soaked"), playbook: { title: "Soaked" } });
  expect((await desk.call("GET", `/api/v1/playbooks/${id}/versions/9`)).status).toBe(404);
  expect((await desk.call("GET", "/api/v1/playbooks/99999")).status).toBe(404);
});
