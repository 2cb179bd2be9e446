import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import { isRefusal, type PlaybookId } from "../../kit/index.ts";
import { findPlaybook, listPlaybooks, playbooksInUse, versionOf, versionsOf } from "../../records/playbook/index.ts";
import { archivePlaybook } from "./archive-playbook.ts";
import { bringShippedPlaybooks } from "./bring-shipped-playbooks.ts";
import { importPlaybooks } from "./import-playbooks.ts";
import { savePlaybook } from "./save-playbook.ts";
import { settleShippedPlaybook } from "./settle-shipped-playbook.ts";
import { takeBackPlaybook } from "./take-back-playbook.ts";

const desk = await filingDesk();
const { db } = desk.desk.database;
const ada = await desk.person("Ada", "admin");

const source = (id: string, title = id): string =>
  `---\nid: ${id}\ntitle: ${title}\nsummary: About ${id}.\nsituations: [wrong-item]\n---\nThink.\n`;

async function called(slug: string) {
  const line = (await listPlaybooks(db)).find((one) => one.slug === slug);
  if (!line) throw new Error(`There is no ${slug}.`);
  return line;
}
async function save(text: string, seen?: { id: PlaybookId; version: number }) {
  const saved = await savePlaybook(desk.desk, ada, text, seen);
  if (isRefusal(saved)) throw new Error(saved.sentence);
  return saved;
}
async function deeds(id: PlaybookId) {
  const rows = await db.selectFrom("event").selectAll().where("kind", "like", "playbook.%").orderBy("id").execute();
  return rows.filter(({ data }) => (data as { playbookId?: number }).playbookId === id).map(({ kind }) => kind);
}

test("what is written is kept, every save is a version, and an older one can be taken back", async () => {
  const first = await save(source("wet-parcel", "Wet"));
  expect(first).toMatchObject({ slug: "wet-parcel", version: 1, situations: ["wrong-item"], shipped_source: null });
  const second = await save(source("wet-parcel", "Soaked"), first);
  expect(second).toMatchObject({ version: 2, title: "Soaked", changed_by: ada.id });
  const third = await takeBackPlaybook(desk.desk, ada, first.id, 1);
  expect(third).toMatchObject({ version: 3, title: "Wet" });
  expect((await versionsOf(db, first.id)).map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(await versionOf(db, first.id, 2)).toBe(source("wet-parcel", "Soaked"));
  expect(await takeBackPlaybook(desk.desk, ada, first.id, 9)).toMatchObject({ refused: "playbook-version-not-found" });
  expect(await deeds(first.id)).toEqual(["playbook.added", "playbook.changed", "playbook.taken-back"]);
});

test("saving what is there already makes no version", async () => {
  const first = await save(source("same-again"));
  expect(await save(source("same-again"), first)).toMatchObject({ version: 1 });
  expect(await versionsOf(db, first.id)).toHaveLength(1);
});

test("what cannot be read is not kept, and the refusal names the line", async () => {
  expect(await savePlaybook(desk.desk, ada, source("A b"))).toMatchObject({
    refused: "playbook-not-understood",
    sentence: expect.stringContaining("Line 2: id must be small letters"),
  });
});

test("nobody overwrites what somebody else has saved meanwhile", async () => {
  const first = await save(source("two-writers"));
  await save(source("two-writers", "Bo was faster"), first);
  expect(await savePlaybook(desk.desk, ada, source("two-writers", "Mine"), first)).toMatchObject({
    refused: "playbook-changed-meanwhile",
  });
  expect(await called("two-writers")).toMatchObject({ title: "Bo was faster", version: 2 });
});

test("two playbooks never share an id, and an id stays", async () => {
  const first = await save(source("only-one"));
  expect(await savePlaybook(desk.desk, ada, source("only-one"))).toMatchObject({ refused: "playbook-there-already" });
  expect(await savePlaybook(desk.desk, ada, source("another"), first)).toMatchObject({ refused: "playbook-renamed" });
  expect(await savePlaybook(desk.desk, ada, source("gone"), { id: 99_999 as PlaybookId, version: 1 })).toMatchObject({
    refused: "playbook-not-found",
  });
});

test("one in the archive is proposed no more, and comes back as it was", async () => {
  const first = await save(source("old-one"));
  await archivePlaybook(desk.desk, ada, first.id, "archive");
  await archivePlaybook(desk.desk, ada, first.id, "archive");
  expect((await playbooksInUse(db)).map(({ slug }) => slug)).not.toContain("old-one");
  await archivePlaybook(desk.desk, ada, first.id, "use");
  expect((await playbooksInUse(db)).map(({ slug }) => slug)).toContain("old-one");
  expect(await deeds(first.id)).toEqual(["playbook.added", "playbook.archived", "playbook.restored"]);
  expect(await archivePlaybook(desk.desk, ada, 99_999 as PlaybookId, "archive")).toMatchObject({
    refused: "playbook-not-found",
  });
});

test("shipped playbooks come once, and follow the release while nobody has touched them", async () => {
  const bring = (title: string) => bringShippedPlaybooks(desk.desk, [source("shipped-a", title)]);
  expect(await bring("One")).toEqual({ added: 1, followed: 0, offered: 0 });
  expect(await bring("One")).toEqual({ added: 0, followed: 0, offered: 0 });
  expect(await called("shipped-a")).toMatchObject({ is_shipped: true, is_edited: false, version: 1, changed_by: null });
  expect(await bring("Two")).toEqual({ added: 0, followed: 1, offered: 0 });
  expect(await called("shipped-a")).toMatchObject({ title: "Two", version: 2, is_edited: false });
});

test("what the team has rewritten stays when a newer one is shipped, and the newer one is offered until somebody decides", async () => {
  const bring = (title: string) => bringShippedPlaybooks(desk.desk, [source("shipped-b", title)]);
  await bring("One");
  const ours = await save(source("shipped-b", "Ours"), await called("shipped-b"));
  expect(await bring("One")).toEqual({ added: 0, followed: 0, offered: 0 });
  expect(await called("shipped-b")).toMatchObject({ title: "Ours", is_edited: true, shipped_is_newer: false });
  expect(await bring("Two")).toEqual({ added: 0, followed: 0, offered: 1 });
  expect(await called("shipped-b")).toMatchObject({ title: "Ours", shipped_is_newer: true });

  await settleShippedPlaybook(desk.desk, ada, ours.id, "ours");
  expect(await called("shipped-b")).toMatchObject({ title: "Ours", shipped_is_newer: false, is_edited: true });
  expect(await bring("Two")).toEqual({ added: 0, followed: 0, offered: 0 });

  await bring("Three");
  await settleShippedPlaybook(desk.desk, ada, ours.id, "shipped");
  expect(await called("shipped-b")).toMatchObject({ title: "Three", shipped_is_newer: false, is_edited: false });
  expect(await bring("Four")).toEqual({ added: 0, followed: 1, offered: 0 });
});

test("a team's own playbook of the same name is left alone when one is shipped", async () => {
  const own = await save(source("ours-first", "Ours"));
  expect(await settleShippedPlaybook(desk.desk, ada, own.id, "shipped")).toMatchObject({
    refused: "playbook-not-shipped",
  });
  expect(await bringShippedPlaybooks(desk.desk, [source("ours-first", "Theirs")])).toMatchObject({ offered: 1 });
  expect(await findPlaybook(db, own.id)).toMatchObject({ title: "Ours", shipped_is_newer: true });
});

test("two desks that start at once bring each playbook once", async () => {
  const sources = ["twin-a", "twin-b", "twin-c"].map((id) => source(id));
  const brought = await Promise.all([1, 2, 3].map(() => bringShippedPlaybooks(desk.desk, sources)));
  expect(brought.reduce((sum, { added }) => sum + added, 0)).toBe(3);
});

test("an import says first what it would do, and then does all of it or nothing", async () => {
  await save(source("there-same"));
  await save(source("there-other", "Before"));
  const files = [source("there-same"), source("there-other", "After"), source("brand-new")];
  const expected = [
    { slug: "there-same", title: "there-same", what: "same" },
    { slug: "there-other", title: "After", what: "changed" },
    { slug: "brand-new", title: "brand-new", what: "added" },
  ];
  expect(await importPlaybooks(desk.desk, files, "look")).toEqual(expected);
  expect(await called("there-other")).toMatchObject({ title: "Before" });
  expect(await importPlaybooks(desk.desk, [...files, "no playbook"], "write")).toMatchObject({
    refused: "playbook-not-understood",
  });
  expect(await called("there-other")).toMatchObject({ title: "Before" });
  expect(await importPlaybooks(desk.desk, files, "write")).toEqual(expected);
  expect(await called("there-other")).toMatchObject({ title: "After", version: 2 });
  expect((await importPlaybooks(desk.desk, files, "look")) as readonly { what: string }[]).toSatisfy(
    (all: readonly { what: string }[]) => all.every(({ what }) => what === "same"),
  );
});
