/** A whole desk inside the test: real database, real SMTP door, real web server, on ports of its own; and a signed-in browserless client. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import pino, { type DestinationStream } from "pino";
import { afterAll } from "vitest";
import { openLog } from "../src/entry/log.ts";
import { isRefusal } from "../src/kit/index.ts";
import { readSettings } from "../src/platform/config/index.ts";
import { type RunningDesk, runDesk } from "../src/run-desk.ts";
import { freshDatabase } from "./desk-database.ts";

export interface TestDesk extends RunningDesk {
  readonly url: string;
  readonly smtpPort: number;
  /** Calls a route as the person with this cookie; answers status and body. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    cookie?: string,
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape, and fail by themselves when it is another.
  ) => Promise<{ status: number; body: any }>;
  /** The cookie of the first person, an admin. */
  readonly cookie: string;
  /** Lets a stranger's mail server deliver a mail. */
  readonly deliver: (raw: string | Uint8Array, from: string, to: readonly string[]) => Promise<void>;
}

/** @param logTo where the desk's log goes instead of to standard error. */
export async function startTestDesk(
  more: Readonly<Record<string, string>> = {},
  logTo?: DestinationStream,
): Promise<TestDesk> {
  const database = await freshDatabase();
  const home = mkdtempSync(join(tmpdir(), "heard-home-"));
  const settings = readSettings({
    HEARD_HOME: home,
    DATABASE_URL: database.connectionUrl.replace(/^postgresql:/, "postgres:"),
    PORT: "0",
    HEARD_SMTP_PORT: "0",
    HEARD_UNDO_SECONDS: "0",
    HEARD_LOG: process.env["HEARD_LOG"] ?? "error",
    ...more,
  });
  if ("problems" in settings) throw new Error(settings.problems.join("\n"));
  const log = openLog(settings.HEARD_LOG, logTo ?? pino.destination(2));
  const running = await runDesk(settings, { now: () => new Date(), random: (length) => randomBytes(length), log });
  if (isRefusal(running)) throw new Error(running.sentence);
  const { url, smtpPort } = running as RunningDesk & { url: string; smtpPort: number };
  afterAll(async () => {
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  });

  let cookie = "";
  const call: TestDesk["call"] = async (method, path, body, as = cookie) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(as ? { cookie: as } : {}),
        origin: url,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const set = response.headers.getSetCookie().find((each) => each.startsWith("heard_session="));
    if (set && !cookie) cookie = set.split(";")[0] as string;
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
  const first = await call("POST", "/api/v1/setup/first-person", {
    code: running.setupCode,
    name: "Ada Admin",
    email: "ada@desk.test",
    password: "correct horse battery",
    timeZone: "Europe/Berlin",
  });
  if (first.status !== 200) throw new Error(JSON.stringify(first.body));

  return {
    ...running,
    url,
    smtpPort,
    call,
    cookie,
    async deliver(raw, from, to) {
      const transport = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
      await transport.sendMail({ envelope: { from, to: [...to] }, raw: Buffer.from(raw as string) });
      transport.close();
    },
  };
}

/** Waits for a state, not for a change; fails after ten seconds with what it saw last. */
export async function until<T>(look: () => Promise<T | undefined | false>, patienceMs = 10_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error("It did not come to that in time.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The fields of a mailbox whose mail comes in by SMTP and leaves through a server on this machine. */
export const mailboxFor = (address: string, smtpPort: number, more: Record<string, unknown> = {}) => ({
  name: "Help",
  address,
  hours: {
    mon: [["09:00", "17:00"]],
    tue: [["09:00", "17:00"]],
    wed: [["09:00", "17:00"]],
    thu: [["09:00", "17:00"]],
    fri: [["09:00", "17:00"]],
  },
  wayIn: "smtp",
  wayOut: "smtp",
  smtp: { host: "127.0.0.1", port: smtpPort, security: "none", signIn: { kind: "none" } },
  ...more,
});
