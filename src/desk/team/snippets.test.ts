import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import { isRefusal } from "../../kit/index.ts";
import { listSnippets } from "../../records/mailbox/index.ts";
import { addSnippet } from "./add-snippet.ts";
import { changeSnippet } from "./change-snippet.ts";
import { removeSnippet } from "./remove-snippet.ts";

const desk = await filingDesk();
const { db } = desk.desk.database;
const ada = await desk.person("Ada", "admin");
const bo = await desk.person("Bo", "agent");
const secret = await desk.mailbox({ address: "board@shop.test", people: [ada] });

async function deeds() {
  const rows = await db.selectFrom("event").selectAll().where("kind", "like", "snippet.%").orderBy("id").execute();
  return rows.map(({ kind, person_id, data }) => [kind, person_id, (data as { name: string }).name]);
}

test("each change of a snippet is in the log, with who did it", async () => {
  const added = await addSnippet(desk.desk, bo, { name: "Hours", html: "<p>9 to 5</p>", mailboxId: null });
  if (isRefusal(added)) throw new Error(added.sentence);
  await changeSnippet(desk.desk, ada, added.id, { name: "Opening hours", html: "<p>9 to 6</p>", mailboxId: null });
  expect(await removeSnippet(desk.desk, bo, added.id)).toBeUndefined();
  expect(await deeds()).toEqual([
    ["snippet.added", bo.id, "Hours"],
    ["snippet.changed", ada.id, "Opening hours"],
    ["snippet.removed", bo.id, "Opening hours"],
  ]);
  expect(await listSnippets(db, [])).toEqual([]);
});

test("a snippet of a mailbox is out of reach for whoever does not see the mailbox, and nothing is written", async () => {
  const before = await deeds();
  const text = { name: "Board", html: "<p>Confidential</p>", mailboxId: secret };
  expect(await addSnippet(desk.desk, bo, text)).toMatchObject({ refused: "mailbox-not-found" });
  expect(await deeds()).toEqual(before);
  const board = await addSnippet(desk.desk, ada, text);
  if (isRefusal(board)) throw new Error(board.sentence);
  const open = { ...text, mailboxId: null };
  expect(await changeSnippet(desk.desk, bo, board.id, open)).toMatchObject({ refused: "snippet-not-found" });
  expect(await removeSnippet(desk.desk, bo, board.id)).toMatchObject({ refused: "snippet-not-found" });
  expect(await listSnippets(db, [secret])).toHaveLength(1);
});
