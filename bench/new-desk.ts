/** A desk as it stands after the first run: one person, one mailbox. */
import { type Browser, openBrowser, type RunningDesk, startDesk } from "./running-desk.ts";

export const PERSON = { email: "ida@desk.example", password: "a-long-enough-password-for-ida" } as const;
export const MAILBOX_ADDRESS = "support@desk.example";
const WEEK = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]));

export interface NewDesk {
  readonly desk: RunningDesk;
  readonly browser: Browser;
  readonly personId: number;
  readonly mailboxId: number;
}

const mailbox = (sinkPort: number) => ({
  name: "Lantern support",
  address: MAILBOX_ADDRESS,
  hours: WEEK,
  wayIn: "smtp",
  wayOut: "smtp",
  smtp: { host: "127.0.0.1", port: sinkPort, security: "none", signIn: { kind: "none" } },
  // The peers were measured without an automatic answer, too.
  acknowledges: false,
});

export async function makeDesk(home: string, sinkPort: number): Promise<NewDesk> {
  const desk = await startDesk(home);
  const browser = await openBrowser(desk.url, {
    path: "/api/v1/setup/first-person",
    body: { code: desk.setupCode, name: "Ida", ...PERSON, timeZone: "UTC" },
  });
  const { id: personId } = await browser.get<{ id: number }>("/api/v1/session");
  const { id: mailboxId } = await browser.send<{ id: number }>("POST", "/api/v1/mailboxes", mailbox(sinkPort));
  return { desk, browser, personId, mailboxId };
}

/** Signs in to a desk that was made before, and points its mailbox to where its mail goes now. */
export async function comeBack(desk: RunningDesk, sinkPort: number): Promise<Browser> {
  const browser = await openBrowser(desk.url, { path: "/api/v1/session", body: PERSON });
  const { items } = await browser.get<{ items: { id: number }[] }>("/api/v1/mailboxes");
  await browser.send("PATCH", `/api/v1/mailboxes/${items[0]?.id}`, mailbox(sinkPort));
  return browser;
}
