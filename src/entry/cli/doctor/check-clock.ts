/** The clock: promises, due times and sign-ins go wrong quietly when it is off, so it is compared with clocks elsewhere. */
import { connect } from "node:net";
import { sql } from "../../../platform/storage/index.ts";
import { listMailboxes } from "../../../records/mailbox/index.ts";
import { broken, type DeskWorld, type Finding, fine, hint } from "./finding.ts";

const SECOND_MS = 1_000;
/** A Date header has whole seconds, and the answer takes a while. */
const UNSEEN_MS = 10 * SECOND_MS;
/** Tokens of mail providers and certificates bear minutes, not more. */
const HARMFUL_MS = 120 * SECOND_MS;
const GREETING_PATIENCE_MS = 4_000;

interface OtherClock {
  readonly whose: string;
  /** How much ours is ahead; negative when it is behind. */
  readonly aheadMs: number;
}

/** @param serverTime what HEARD_URL answered in its Date header, just now. */
export async function checkClock(world: DeskWorld, serverTime: Date | undefined): Promise<Finding[]> {
  const { desk, now } = world;
  const clocks: OtherClock[] = [];
  const asked = now().getTime();
  const { rows } = await sql<{ at: Date }>`SELECT clock_timestamp() AS at`.execute(desk.database.db);
  const heard = now().getTime();
  if (rows[0]) clocks.push({ whose: "the database's", aheadMs: (asked + heard) / 2 - rows[0].at.getTime() });
  if (serverTime) clocks.push({ whose: "the clock behind HEARD_URL", aheadMs: now().getTime() - serverTime.getTime() });
  clocks.push(...(await mailServerClocks(world)));

  const off = clocks.filter(({ aheadMs }) => Math.abs(aheadMs) > UNSEEN_MS);
  if (off.length === 0)
    return [fine("clock", `This machine's clock agrees with ${clocks.map(({ whose }) => whose).join(", ")}.`)];
  return off.map(({ whose, aheadMs }) => {
    const sentence = `This machine's clock is ${spoken(Math.abs(aheadMs))} ${aheadMs > 0 ? "ahead of" : "behind"} ${whose}.`;
    const wayOut = "Turn on time synchronisation (NTP) on both machines.";
    return Math.abs(aheadMs) > HARMFUL_MS ? broken("clock", sentence, wayOut) : hint("clock", sentence, wayOut);
  });
}

function spoken(milliseconds: number): string {
  const seconds = Math.round(milliseconds / SECOND_MS);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

/** Many mail servers say the time in their greeting. A server that keeps silent is nothing against the clock. */
async function mailServerClocks({ desk, now }: DeskWorld): Promise<OtherClock[]> {
  const mailboxes = await listMailboxes(desk.database.db);
  const servers = new Map(
    mailboxes.flatMap(({ smtp }) =>
      smtp && smtp.security !== "tls" ? [[`${smtp.host}:${smtp.port}`, smtp] as const] : [],
    ),
  );
  const heard = await Promise.all(
    [...servers.values()].map(async ({ host, port }): Promise<OtherClock[]> => {
      const said = dateIn(await greetingOf(host, port));
      return said ? [{ whose: `that of ${host}`, aheadMs: now().getTime() - said.getTime() }] : [];
    }),
  );
  return heard.flat();
}

/** RFC 5322 §3.3, as Exim, Sendmail and Microsoft 365 put it into their greetings. */
const DATE = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}\b/;

function dateIn(greeting: string): Date | undefined {
  const [found] = DATE.exec(greeting) ?? [];
  return found === undefined ? undefined : new Date(found);
}

function greetingOf(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (text: string) => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(GREETING_PATIENCE_MS, () => end(""));
    socket.once("data", (bytes) => {
      socket.write("QUIT\r\n");
      end(bytes.subarray(0, 1_000).toString("latin1"));
    });
    socket.once("error", () => end(""));
    socket.once("close", () => end(""));
  });
}
