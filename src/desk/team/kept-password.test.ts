import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import { isRefusal } from "../../kit/index.ts";
import { findMailbox, OFFICE_WEEK, readSecret } from "../../records/mailbox/index.ts";
import type { ServerWithPassword } from "../shared/kept-secret.ts";
import { saveMailbox, tryMailbox } from "./index.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada");
const foreign = await startSmtpSink();
const server = (host: string, port: number, password: string | null): ServerWithPassword => ({
  host,
  port,
  security: "none",
  signIn: { kind: "password", user: "help@shop.test", password },
});
const mailbox = (smtp: ServerWithPassword) => ({
  name: "Help",
  address: "help@shop.test",
  aliases: [],
  openToAll: true,
  personIds: [],
  signatureHtml: "",
  timeZone: "UTC",
  hours: OFFICE_WEEK,
  holidays: [],
  replyWithinMinutes: 60,
  acknowledges: false,
  acknowledgementText: "",
  quotesHistory: true,
  wayIn: "smtp" as const,
  imap: null,
  wayOut: "smtp" as const,
  smtp,
  trustedServers: [],
});
const save = (id: Parameters<typeof saveMailbox>[2], smtp: ServerWithPassword) =>
  saveMailbox(desk.desk, ada, id, mailbox(smtp));

test("a kept password is used for its own server and shown to no other, not even to try it", async () => {
  const kept = await save(undefined, server("mail.shop.test", 587, "the-kept-secret"));
  if (isRefusal(kept)) throw new Error(kept.sentence);
  const elsewhere = server("127.0.0.1", foreign.port, null);
  const tried = await tryMailbox(
    desk.desk,
    { id: kept.id, ...mailbox(elsewhere), outside: "someone@elsewhere.test" },
    undefined,
  );
  expect(tried.find(({ what }) => what === "out")).toMatchObject({ ok: false, code: "password-again" });
  expect(await save(kept.id, elsewhere)).toMatchObject({ refused: "password-again" });
  expect((await findMailbox(desk.desk.database.db, kept.id))?.smtp?.host).toBe("mail.shop.test");

  expect(await save(kept.id, server("mail.shop.test", 587, null))).toEqual({ id: kept.id });
  expect(await readSecret(desk.desk, kept.id, "smtp-password")).toBe("the-kept-secret");
  expect(await save(kept.id, server("127.0.0.1", foreign.port, "a new one"))).toEqual({ id: kept.id });
  expect(await readSecret(desk.desk, kept.id, "smtp-password")).toBe("a new one");
});
