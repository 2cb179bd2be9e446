import { expect, test } from "vitest";
import { freshDesk } from "../../../test/fresh-desk.ts";
import {
  findInboundMail,
  freeMailTakenBy,
  keepInboundMail,
  type TakenMail,
  takersOfMail,
  takeWaiting,
} from "./index.ts";

const { desk } = await freshDesk();
const { db } = desk.database;
const LATER_MS = 1_000;
const at = (milliseconds: number) => new Date(desk.now().getTime() + milliseconds);
const keep = (mailFrom: string, n: number) =>
  keepInboundMail(
    db,
    {
      raw: Buffer.from(`${mailFrom} ${n}`),
      via: "smtp",
      mailboxId: null,
      mailFrom,
      rcptTo: ["help@shop.test"],
      remoteAddress: "192.0.2.1",
    },
    at(n),
  );

test("a sender who floods the desk holds up only their own mail, however long the queue", async () => {
  for (let n = 0; n < 700; n += 1) await keep("bomber@flood.test", n);
  const ana = await keep("ana@customers.test", 701);
  const ben = await keep("ben@customers.test", 702);
  const first = await takeWaiting(db, at(LATER_MS), 4, "someone");
  expect(first.map(({ id }) => id)).toEqual(expect.arrayContaining([ana, ben]));
  expect(first.filter(({ mail_from }) => mail_from === "bomber@flood.test")).toHaveLength(2);
});

test("what a dead process had taken can be taken again, and only an outage is not held against a mail", async () => {
  const [mail] = (await takeWaiting(db, at(LATER_MS), 1, "dead")) as [TakenMail];
  expect(await takersOfMail(db)).toEqual(expect.arrayContaining(["dead", "someone"]));
  await freeMailTakenBy(db, ["dead"], at(0), "counts");
  expect(await findInboundMail(db, mail.id)).toMatchObject({ attempts: 1, taken_by: null, retry_at: at(0) });
  await takeWaiting(db, at(LATER_MS), 1, "dead");
  await freeMailTakenBy(db, ["dead"], at(0), "does not count");
  expect(await findInboundMail(db, mail.id)).toMatchObject({ attempts: 1, taken_by: null });
});
