import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import { findMailbox } from "../../records/mailbox/index.ts";
import { lookedInto } from "./looked-into.ts";
import { noteWayIn } from "./note-way-in.ts";

const desk = await filingDesk();

test("a mailbox says when it was last looked into; that is written once a minute, and not while it is in trouble", async () => {
  const id = await desk.mailbox({ address: "help@shop.test" });
  const seen = async () => (await findMailbox(desk.desk.database.db, id))?.in_seen_at;
  const first = desk.desk.now();
  await lookedInto(desk.desk, id);
  expect(await seen()).toEqual(first);
  desk.wait(59_000);
  await lookedInto(desk.desk, id);
  expect(await seen()).toEqual(first);
  desk.wait(1_000);
  await lookedInto(desk.desk, id);
  expect(await seen()).toEqual(desk.desk.now());

  const last = desk.desk.now();
  desk.wait(600_000);
  await noteWayIn(desk.desk, id, "Nothing answers there.");
  expect(await seen()).toEqual(last);
  await noteWayIn(desk.desk, id, undefined);
  expect(await seen()).toEqual(desk.desk.now());
});
