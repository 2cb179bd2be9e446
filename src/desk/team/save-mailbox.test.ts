import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import type { PersonId } from "../../kit/index.ts";
import { setDisabledAt } from "../../records/account/index.ts";
import { findMailbox, OFFICE_WEEK } from "../../records/mailbox/index.ts";
import { type MailboxToSave, saveMailbox } from "./save-mailbox.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada", "admin");
const sample = await desk.mailbox({ address: "help@loom.example", isSample: true });
const { db } = desk.desk.database;
const server = { host: "mail.shop.test", port: 993, security: "tls", signIn: { kind: "none" } } as const;

const asItIs: MailboxToSave = {
  name: "Loom",
  address: "help@loom.example",
  aliases: [],
  openToAll: true,
  personIds: [],
  signatureHtml: "",
  timeZone: "UTC",
  hours: OFFICE_WEEK,
  holidays: [],
  replyWithinMinutes: 480,
  acknowledges: true,
  acknowledgementText: "",
  quotesHistory: true,
  wayIn: "smtp",
  imap: null,
  wayOut: "sink",
  smtp: null,
  trustedServers: [],
};
const save = (change: Partial<MailboxToSave>) => saveMailbox(desk.desk, ada, sample, { ...asItIs, ...change });

test("a sample mailbox is never turned into a real one: neither its addresses nor its ways can be changed", async () => {
  for (const change of [
    { address: "help@shop.test" },
    { aliases: ["help@shop.test"] },
    { wayIn: "imap", imap: server },
    { wayOut: "smtp", smtp: server },
  ] satisfies Partial<MailboxToSave>[])
    expect(await save(change)).toMatchObject({ refused: "sample-stays", wayOut: expect.stringContaining("Connect") });
  expect(await findMailbox(db, sample)).toMatchObject({
    address: "help@loom.example",
    way_in: "smtp",
    way_out: "sink",
  });
});

test("how a sample mailbox treats people can be changed", async () => {
  expect(await save({ name: "Loom & Co", address: "Help@loom.example" })).toEqual({ id: sample });
  expect((await findMailbox(db, sample))?.name).toBe("Loom & Co");
});

const real = { address: "new@shop.test", wayOut: "smtp", smtp: { ...server, port: 25 } } as const;
const add = (change: Partial<MailboxToSave>) =>
  saveMailbox(desk.desk, ada, undefined, { ...asItIs, ...real, ...change });

test("an address belongs to one mailbox, also when several admins enter it in the same moment, as a name or another name", async () => {
  const all = await Promise.all([
    add({}),
    add({}),
    add({ address: "other@shop.test", aliases: ["NEW@shop.test"] }),
    add({ address: "third@shop.test", aliases: ["new@shop.test"] }),
  ]);
  expect(all.filter((each) => "id" in each)).toHaveLength(1);
  for (const each of all) if (!("id" in each)) expect(each.refused).toBe("address-taken");
});

test("a mailbox that nobody would see is not made, and only people who are here see one", async () => {
  const closed = { address: "board@shop.test", openToAll: false };
  expect(await add({ ...closed, personIds: [] })).toMatchObject({ refused: "nobody-sees-it" });
  expect(await add({ ...closed, personIds: [999_999 as PersonId] })).toMatchObject({ refused: "person-not-found" });
  const gone = await desk.person("Gone");
  await setDisabledAt(db, gone.id, desk.desk.now());
  expect(await add({ ...closed, personIds: [gone.id] })).toMatchObject({ refused: "nobody-sees-it" });
  expect(await add({ ...closed, personIds: [gone.id, ada.id] })).toHaveProperty("id");
});
