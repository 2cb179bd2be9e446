/** A desk with an open mailbox, a restricted one, and a person of each kind: those inside, and one agent who must not know. */
import { createTransport } from "nodemailer";
import { startTestDesk, type TestDesk, until } from "../running-desk.ts";

export const PASSWORD = "a quiet reading room";
export const SECRET = "xylophone";

export interface Insider {
  readonly id: number;
  readonly email: string;
  cookie: string;
}

export interface RestrictedDesk extends TestDesk {
  readonly openMailbox: number;
  readonly restrictedMailbox: number;
  /** Not in the restricted mailbox. */
  readonly outsider: Insider;
  readonly agent: Insider;
  readonly lead: Insider;
  readonly admin: Insider;
  /** A mail to the restricted mailbox, from this sender; with an attachment. @returns its conversation, message and so on. */
  readonly secretMail: (name: string) => Promise<Secret>;
  readonly signIn: (person: Insider) => Promise<string>;
  /** Into a draft of a conversation, or into the letter. */
  readonly upload: (place: number | "letter", cookie: string, name?: string, bytes?: Uint8Array) => Promise<Response>;
}

export interface Secret {
  readonly conversation: number;
  readonly message: number;
  readonly attachment: number;
  readonly customer: number;
}

const fields = (name: string, address: string, more: Record<string, unknown>) => ({
  name,
  address,
  hours: {},
  wayIn: "smtp",
  wayOut: "smtp",
  smtp: { host: "127.0.0.1", port: 9, security: "none", signIn: { kind: "none" } },
  acknowledges: false,
  ...more,
});

export const restrictedFields = (personIds: readonly number[]) =>
  fields("Restricted", "restricted@shop.test", { openToAll: false, personIds });

export async function restrictedDesk(): Promise<RestrictedDesk> {
  const desk = await startTestDesk({ HEARD_UNDO_SECONDS: "60" });
  const me = (await desk.call("GET", "/api/v1/session")).body;
  const cookieFrom = (response: Response): string =>
    response.headers
      .getSetCookie()
      .find((each) => each.startsWith("heard_session="))
      ?.split(";")[0] ?? "";
  const join = async (name: string, role: string): Promise<Insider> => {
    const email = `${name}@desk.test`;
    const { person, link } = (await desk.call("POST", "/api/v1/people", { email, name, role })).body;
    const response = await fetch(`${desk.url}/api/v1/invitations/accept`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: desk.url },
      body: JSON.stringify({
        token: new URL(link).searchParams.get("token"),
        name,
        password: PASSWORD,
        timeZone: "UTC",
      }),
    });
    return { id: person.id, email, cookie: cookieFrom(response) };
  };
  const [outsider, agent, lead] = [
    await join("olga", "agent"),
    await join("anna", "agent"),
    await join("lena", "lead"),
  ];
  const admin: Insider = { id: me.id, email: me.email, cookie: desk.cookie };
  const open = await desk.call("POST", "/api/v1/mailboxes", fields("Open", "open@shop.test", {}));
  const restricted = await desk.call("POST", "/api/v1/mailboxes", restrictedFields([agent.id, lead.id, admin.id]));
  for (const made of [open, restricted]) if (made.status !== 200) throw new Error(JSON.stringify(made.body));

  const secretMail = async (name: string): Promise<Secret> => {
    const transport = createTransport({ host: "127.0.0.1", port: desk.smtpPort, ignoreTLS: true });
    await transport.sendMail({
      from: `${name} Secret <${name}@secret.test>`,
      to: "restricted@shop.test",
      subject: `${SECRET} ${name}`,
      text: `The ${SECRET} is broken.`,
      attachments: [{ filename: `${SECRET}.txt`, content: "notes" }],
    });
    transport.close();
    const row = await until(async () => {
      const { items } = (await desk.call("GET", "/api/v1/conversations?view=open&limit=200")).body;
      return items.find((each: { subject: string }) => each.subject === `${SECRET} ${name}`);
    });
    const { messages } = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
    return {
      conversation: row.id,
      message: messages[0].id,
      attachment: messages[0].attachments[0].id,
      customer: row.customer.id,
    };
  };
  return {
    ...desk,
    openMailbox: open.body.id,
    restrictedMailbox: restricted.body.id,
    outsider,
    agent,
    lead,
    admin,
    secretMail,
    signIn: async ({ email }) =>
      cookieFrom(
        await fetch(`${desk.url}/api/v1/session`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: desk.url },
          body: JSON.stringify({ email, password: email === me.email ? "correct horse battery" : PASSWORD }),
        }),
      ),
    upload: (place, cookie, name = "paper.txt", bytes = Buffer.from("paper")) => {
      const form = new FormData();
      form.append("file", new Blob([new Uint8Array(bytes)]), name);
      const path = place === "letter" ? "letter/attachments" : `conversations/${place}/attachments?kind=reply`;
      return fetch(`${desk.url}/api/v1/${path}`, {
        method: "POST",
        headers: { origin: desk.url, cookie },
        body: form,
      });
    },
  };
}
