import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FreshDesk, freshDesk } from "../../../test/fresh-desk.ts";
import { isRefusal, type PersonId } from "../../kit/index.ts";
import { readBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { sql } from "../../platform/storage/index.ts";
import {
  addPerson,
  hashPassword,
  type Role,
  type SignedIn,
  type Visitor,
  whoHas,
} from "../../records/account/index.ts";
import { addMailbox, OFFICE_WEEK } from "../../records/mailbox/index.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { addAdmin } from "./add-admin.ts";
import { changePassword } from "./change-password.ts";
import { changePerson } from "./change-person.ts";
import { forgotPassword } from "./forgot-password.ts";
import { invitePerson } from "./invite-person.ts";
import { makeResetLink } from "./make-reset-link.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";

const PASSWORD = "three old lighthouses";
const OTHER = "a quiet reading room";
const HOUR = 3_600_000;
const browser: Visitor = {
  userAgent: "Firefox",
  address: "192.0.2.1",
  sessionCookie: undefined,
  deviceCookie: undefined,
};

let fresh: FreshDesk;
let public_: Desk;
let ana: SignedIn;
beforeAll(async () => {
  fresh = await freshDesk();
  public_ = fresh.withSettings({ HEARD_URL: "https://desk.shop.example" });
});
beforeEach(async () => {
  await sql`TRUNCATE person, throttle, outbox, mailbox, event CASCADE`.execute(fresh.desk.database.db);
  ana = await signedIn("Ana", "admin");
});

async function signedIn(name: string, role: Role): Promise<SignedIn> {
  const { desk } = fresh;
  const email = `${name.toLowerCase()}@shop.example`;
  await addPerson(
    desk.database.db,
    { email, name, role, passwordHash: await hashPassword(PASSWORD, desk.random), timeZone: "UTC" },
    desk.now(),
  );
  const entered = await signIn(desk, { email, password: PASSWORD }, browser);
  if (isRefusal(entered)) throw new Error(entered.sentence);
  return (await whoHas(desk.database.db, entered.cookieValue, desk.now())) as SignedIn;
}

const connectMailbox = () =>
  addMailbox(fresh.desk.database.db, {
    name: "Shop",
    address: "help@shop.example",
    hours: OFFICE_WEEK,
    way_in: "smtp",
    way_out: "smtp",
    smtp: { host: "mail.shop.example", port: 587, security: "starttls", signIn: { kind: "none" } },
    created_at: fresh.desk.now(),
  } as never);

/** The mails that wait to leave, as text. */
async function waitingMails(): Promise<string[]> {
  const { db } = fresh.desk.database;
  const rows = await db.selectFrom("outbox").selectAll().orderBy("id").execute();
  const raws = await Promise.all(rows.map((row) => readBlob(db, row.blob_hash)));
  return raws.map((raw) =>
    Buffer.from(raw as Uint8Array)
      .toString()
      .replaceAll("=\r\n", "")
      .replaceAll("=3D", "="),
  );
}

const tokenIn = (text: string): string => /token=([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? "";

function good<T extends object>(answer: T): Exclude<T, { refused: string }> {
  if (isRefusal(answer)) throw new Error(answer.sentence);
  return answer as Exclude<T, { refused: string }>;
}

const ben = { email: "ben@shop.example", name: "Ben", role: "agent", mailboxIds: [] } as const;
const accept = (token: string) => ({ token, name: "Ben B.", password: OTHER, timeZone: "Europe/Lisbon" });

describe("an invitation", () => {
  test("is mailed where the desk can mail links, lets its owner in once, and is then spent", async () => {
    await connectMailbox();
    const invited = good(await invitePerson(public_, ana, ben));
    expect(invited).toMatchObject({ mailed: true, person: { email: "ben@shop.example", invited: true } });
    expect(fresh.poked).toContain("send-outbox");
    const [mail = ""] = await waitingMails();
    expect(mail).toContain("https://desk.shop.example/invite?token=");
    const token = tokenIn(mail);
    expect(invited.path).toBe(`/invite?token=${token}`);
    const entered = good(await acceptInvitation(public_, accept(token), browser));
    expect(entered.profile).toMatchObject({ name: "Ben B.", role: "agent", timeZone: "Europe/Lisbon" });
    expect(await acceptInvitation(public_, accept(token), browser)).toMatchObject({ refused: "spent-link" });
    expect(await resetPassword(public_, { token, password: OTHER }, browser)).toMatchObject({ refused: "spent-link" });
  });

  test("is handed to the admin where no mail can leave, or no address for links is known", async () => {
    expect(good(await invitePerson(public_, ana, ben)).mailed).toBe(false);
    await connectMailbox();
    const again = good(await invitePerson(fresh.desk, ana, ben));
    expect(again.mailed).toBe(false);
    expect(await waitingMails()).toEqual([]);
    expect(isRefusal(await acceptInvitation(fresh.desk, accept(tokenIn(again.path)), browser))).toBe(false);
  });

  test("lets only one in when its link is opened twice at the same moment", async () => {
    const token = tokenIn(good(await invitePerson(fresh.desk, ana, ben)).path);
    const all = await Promise.all([1, 2, 3].map(() => acceptInvitation(fresh.desk, accept(token), browser)));
    expect(all.filter((each) => !isRefusal(each))).toHaveLength(1);
  });

  test("is good for seven days; a newer one makes it void", async () => {
    const first = tokenIn(good(await invitePerson(fresh.desk, ana, ben)).path);
    const second = tokenIn(good(await invitePerson(fresh.desk, ana, { ...ben, role: "lead" })).path);
    expect(await acceptInvitation(fresh.desk, accept(first), browser)).toMatchObject({ refused: "spent-link" });
    fresh.wait(7 * 24 * HOUR);
    expect(await acceptInvitation(fresh.desk, accept(second), browser)).toMatchObject({ refused: "spent-link" });
    const third = tokenIn(good(await invitePerson(fresh.desk, ana, { ...ben, role: "lead" })).path);
    fresh.wait(7 * 24 * HOUR - 1);
    expect(good(await acceptInvitation(fresh.desk, accept(third), browser)).profile.role).toBe("lead");
  });

  test("survives a password that is too weak", async () => {
    const token = tokenIn(good(await invitePerson(fresh.desk, ana, ben)).path);
    expect(await acceptInvitation(fresh.desk, { ...accept(token), password: "short" }, browser)).toMatchObject({
      refused: "weak-password",
    });
    expect(isRefusal(await acceptInvitation(fresh.desk, accept(token), browser))).toBe(false);
  });

  test("is refused for somebody who is here already, and for an address no mail can reach", async () => {
    expect(await invitePerson(fresh.desk, ana, { ...ben, email: "ANA@shop.example" })).toMatchObject({
      refused: "already-here",
    });
    expect(await invitePerson(fresh.desk, ana, { ...ben, email: "ben@@shop" })).toMatchObject({
      refused: "not-an-address",
    });
  });

  test("names the mailboxes the newcomer will see", async () => {
    const mailbox = await connectMailbox();
    const { person } = good(
      await invitePerson(fresh.desk, ana, { ...ben, mailboxIds: [mailbox, 9_999 as typeof mailbox] }),
    );
    const rows = await fresh.desk.database.db
      .selectFrom("mailbox_person")
      .selectAll()
      .where("person_id", "=", person.id)
      .execute();
    expect(rows).toEqual([{ mailbox_id: mailbox, person_id: person.id }]);
  });

  test("from the command line makes an admin, where all others are gone", async () => {
    const { path } = good(await addAdmin(fresh.desk, { email: "cleo@shop.example", name: "Cleo" }));
    const entered = good(await acceptInvitation(fresh.desk, { ...accept(tokenIn(path)), name: "Cleo" }, browser));
    expect(entered.profile.role).toBe("admin");
    expect(await addAdmin(fresh.desk, { email: "cleo@shop.example", name: "Cleo" })).toMatchObject({
      refused: "already-here",
    });
  });
});

describe("a forgotten password", () => {
  test("gets the same answer for an address that is known and one that is not, and a mail only for the known", async () => {
    await connectMailbox();
    const known = await forgotPassword(public_, { email: "ana@shop.example" }, browser);
    const unknown = await forgotPassword(public_, { email: "nobody@shop.example" }, browser);
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ sentence: expect.stringContaining("on its way") });
    expect(await waitingMails()).toHaveLength(1);
  });

  test("says that an admin can help where links cannot be mailed, whoever asks", async () => {
    for (const desk of [fresh.desk, public_])
      for (const email of ["ana@shop.example", "nobody@shop.example"])
        expect(await forgotPassword(desk, { email }, browser)).toMatchObject({
          sentence: expect.stringContaining("heard admin reset EMAIL"),
        });
  });

  test("fills nobody's inbox: three links an hour, and the answer does not tell", async () => {
    await connectMailbox();
    const answers = [];
    for (let asked = 0; asked < 5; asked += 1)
      answers.push(
        JSON.stringify(
          await forgotPassword(public_, { email: "ana@shop.example" }, { ...browser, address: `192.0.2.${asked}` }),
        ),
      );
    expect(new Set(answers).size).toBe(1);
    expect(await waitingMails()).toHaveLength(3);
  });

  test("is replaced with the mailed link once within an hour; every session ends and the old password is nothing", async () => {
    await connectMailbox();
    await forgotPassword(public_, { email: "ana@shop.example" }, browser);
    const [mail = ""] = await waitingMails();
    expect(mail).toContain("https://desk.shop.example/reset?token=");
    const token = tokenIn(mail);
    expect(await resetPassword(public_, { token, password: "short" }, browser)).toMatchObject({
      refused: "weak-password",
    });
    good(await resetPassword(public_, { token, password: OTHER }, browser));
    expect(await resetPassword(public_, { token, password: OTHER }, browser)).toMatchObject({ refused: "spent-link" });
    expect(await fresh.desk.database.db.selectFrom("session").select("id").execute()).toEqual([]);
    expect(await signIn(public_, { email: ana.email, password: PASSWORD }, browser)).toMatchObject({
      refused: "wrong-password",
    });
    good(await signIn(public_, { email: ana.email, password: OTHER }, browser));
  });

  test("is replaced once when the link is used twice at the same moment", async () => {
    const token = tokenIn(good(await makeResetLink(fresh.desk, "ana@shop.example")).path);
    const all = await Promise.all(
      [1, 2, 3].map((n) => resetPassword(fresh.desk, { token, password: `${OTHER} ${n}` }, browser)),
    );
    expect(all.filter((each) => !isRefusal(each))).toHaveLength(1);
  });

  test("stays as it is when the link is an hour old, of another kind, or of somebody shut out", async () => {
    const old = tokenIn(good(await makeResetLink(fresh.desk, "ana@shop.example")).path);
    fresh.wait(HOUR);
    expect(await resetPassword(fresh.desk, { token: old, password: OTHER }, browser)).toMatchObject({
      refused: "spent-link",
    });
    const bea = await signedIn("Bea", "agent");
    const token = tokenIn(good(await makeResetLink(fresh.desk, "bea@shop.example")).path);
    expect(await acceptInvitation(fresh.desk, { ...accept(token) }, browser)).toMatchObject({ refused: "spent-link" });
    good(await changePerson(fresh.desk, ana, bea.id, { disabled: true }));
    expect(await resetPassword(fresh.desk, { token, password: OTHER }, browser)).toMatchObject({
      refused: "spent-link",
    });
    expect(await makeResetLink(fresh.desk, "bea@shop.example")).toMatchObject({ refused: "shut-out" });
    expect(await makeResetLink(fresh.desk, "nobody@shop.example")).toMatchObject({ refused: "person-not-found" });
  });
});

describe("one's own password", () => {
  test("is changed with the present one; other sessions end, and this one goes on under a new cookie", async () => {
    const { desk } = fresh;
    const elsewhere = good(await signIn(desk, { email: ana.email, password: PASSWORD }, browser));
    expect(await changePassword(desk, ana, { current: OTHER, password: OTHER })).toMatchObject({
      refused: "not-your-password",
    });
    const { cookieValue } = good(await changePassword(desk, ana, { current: PASSWORD, password: OTHER }));
    expect(await whoHas(desk.database.db, elsewhere.cookieValue, desk.now())).toBeUndefined();
    expect((await whoHas(desk.database.db, cookieValue, desk.now()))?.sessionId).toBe(ana.sessionId);
    expect(
      await desk.database.db.selectFrom("session").select("id").where("person_id", "=", ana.id).execute(),
    ).toHaveLength(1);
  });

  test("cannot be guessed from a browser that was left open", async () => {
    for (let tries = 0; tries < 5; tries += 1)
      await changePassword(fresh.desk, ana, { current: OTHER, password: OTHER });
    expect(await changePassword(fresh.desk, ana, { current: PASSWORD, password: OTHER })).toMatchObject({
      refused: "too-many-tries",
    });
  });
});

test("nothing that was handed out stands in any table", async () => {
  await connectMailbox();
  const invited = good(await invitePerson(fresh.desk, ana, ben));
  const reset = good(await makeResetLink(fresh.desk, "ana@shop.example"));
  const entered = good(await signIn(fresh.desk, { email: ana.email, password: PASSWORD }, browser));
  const { db } = fresh.desk.database;
  const tables = [];
  for (const table of ["person", "session", "account_token", "throttle", "event", "installation"] as const)
    tables.push(await db.selectFrom(table).selectAll().execute());
  const everything = JSON.stringify(tables);
  for (const secret of [tokenIn(invited.path), tokenIn(reset.path), entered.cookieValue, PASSWORD]) {
    expect(secret.length).toBeGreaterThan(10);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(JSON.stringify([...Buffer.from(secret)]).slice(1, -1));
  }
  expect(invited.person.id as PersonId).toBeGreaterThan(0);
});
