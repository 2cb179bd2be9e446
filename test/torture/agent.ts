/** A person at the desk, by HTTP: first person, mailboxes, replies and taking them back. Believes only a "200". */
import { pause, waitFor } from "./wait.ts";

export interface Answer {
  /** 0 when nobody answered or the connection broke: then it may or may not have been done. */
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into here.
  readonly body: any;
}

export interface SentReply {
  readonly mark: string;
  readonly conversationId: number;
  /** "unknown": no answer came, or one that says nothing about it. */
  outcome: "accepted" | "unknown" | "refused";
  messageId: number | undefined;
  undone: "not asked" | "taken back" | "had left" | "unknown";
}

export interface Agent {
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Creates the first person and the mailboxes, each with the port of its SMTP server on this machine. */
  readonly settleIn: (code: string, smtpPorts: Readonly<Record<string, number>>) => Promise<void>;
  readonly reply: (reply: SentReply, to: string, undoes: "undo" | "let it go") => Promise<Answer>;
}

const EMAIL = "ada@desk.test";
const PASSWORD = "correct horse battery";

export function agentAt(url: string): Agent {
  let cookie = "";

  const call: Agent["call"] = async (method, path, body) => {
    try {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(cookie ? { cookie } : {}),
          origin: url,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      const set = response.headers.getSetCookie().find((each) => each.startsWith("heard_session="));
      if (set) cookie = set.split(";")[0] as string;
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    } catch {
      return { status: 0, body: undefined };
    }
  };
  /** As people do: once more, until the desk is there again. */
  const insist = async (method: string, path: string, body: unknown) => {
    const done = await waitFor(async () => {
      const answer = await call(method, path, body);
      if (answer.status >= 400 && answer.status < 500) throw new Error(JSON.stringify(answer.body));
      return answer.status === 200 && answer;
    }, 30_000);
    if (done === undefined) throw new Error(`${method} ${path} was never answered.`);
  };

  return {
    call,
    async settleIn(code, smtpPorts) {
      const person = { code, name: "Ada Admin", email: EMAIL, password: PASSWORD, timeZone: "UTC" };
      await insist("POST", "/api/v1/setup/first-person", person);
      for (const [address, smtpPort] of Object.entries(smtpPorts))
        await insist("POST", "/api/v1/mailboxes", {
          name: address.split("@")[0],
          address,
          hours: { mon: [["09:00", "17:00"]], thu: [["09:00", "17:00"]] },
          wayIn: "smtp",
          wayOut: "smtp",
          smtp: { host: "127.0.0.1", port: smtpPort, security: "none", signIn: { kind: "none" } },
        });
    },
    async reply(reply, to, undoes) {
      const { status, body } = await call("POST", `/api/v1/conversations/${reply.conversationId}/replies`, {
        html: `<p>We have looked into it: ${reply.mark}.</p><p>It will be put right today.</p>`,
        to: [{ name: "", address: to }],
        seenMessageId: null,
        anyway: true,
        quotesHistory: false,
      });
      reply.outcome = status === 200 ? "accepted" : status >= 400 && status < 500 ? "refused" : "unknown";
      reply.messageId = body?.message?.id;
      if (undoes !== "undo" || reply.messageId === undefined) return { status, body };
      await pause(100);
      const undone = await call("POST", `/api/v1/messages/${reply.messageId}/undo`, {});
      reply.undone = undone.status === 200 ? "taken back" : undone.status === 409 ? "had left" : "unknown";
      return { status, body };
    },
  };
}
