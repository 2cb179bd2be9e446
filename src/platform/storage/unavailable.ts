/**
 * Tells "the database cannot be used right now" from "our own mistake".
 *
 * A connection that breaks, a full disk and a database that is starting up are not bugs: the same work may be tried
 * again later, and the person who looks after the desk needs a sentence that says what to do. Everything that is not
 * listed here is a bug in our SQL and is left as it is.
 */
import { Unavailable } from "../../kit/index.ts";
import { isOutdatedPlan } from "./prepared.ts";

/** PostgreSQL error codes (https://www.postgresql.org/docs/18/errcodes-appendix.html) and what to do about each. */
const SERVER_SENTENCES: Readonly<Record<string, string>> = {
  "53100": "The database's disk is full. Free some space; nothing that was saved is lost.",
  "53200": "The database ran out of memory. Give the machine more memory or stop another program on it.",
  "53300": "The database has no free connection left. Stop other programs that use it, or raise its max_connections.",
  "53400": "The database refused because one of its limits was reached. Its own log says which.",
  "57P01": "The database was shut down. Heard carries on by itself when it is back.",
  "57P02": "The database crashed and is recovering. Heard carries on by itself when it is back.",
  "57P03": "The database is starting up. Heard carries on by itself in a moment.",
  "57P04": "The database was removed while Heard was using it.",
  "58030": "The database could not read or write its disk. Check the disk and the system's log.",
  "25006": "The database only allows reading. Point DATABASE_URL at the main server, not at a copy of it.",
  "28000": "The database does not let this user in. Check the user in DATABASE_URL and the server's pg_hba.conf.",
  "28P01": "The database refused the password. Check the user and password in DATABASE_URL.",
  "3D000": "The database named in DATABASE_URL does not exist on that server. Create it first.",
  "42501": "The database user may not do this. Give it the right to create and change tables in its database.",
};

const DISK_FULL = "53100";

/** Socket and name errors of Node, by `code`. */
const NETWORK_SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Nothing answers at the database's address. Check that it is running.",
  ENOENT: "The database is not running: its socket does not exist.",
  EACCES: "The database's socket may not be opened by this user.",
  ECONNRESET: "The connection to the database broke.",
  EPIPE: "The connection to the database broke.",
  ETIMEDOUT: "The database did not answer in time.",
  EHOSTUNREACH: "The database's machine cannot be reached.",
  ENETUNREACH: "The database's machine cannot be reached.",
  ENOTFOUND: "The name of the database's machine is not known. Check DATABASE_URL.",
  EAI_AGAIN: "The name of the database's machine could not be looked up.",
};

const BROKE = ["Connection terminated", "Client has encountered a connection error", "timeout e"];

/** What node-postgres says without a code. Matched on its beginning. */
const DRIVER_SENTENCES: readonly (readonly [beginning: string, sentence: string])[] = [
  ["Connection terminated", "The connection to the database broke."],
  ["Client has encountered a connection error", "The connection to the database broke."],
  ["timeout exceeded when trying to connect", "The database did not answer in time."],
  ["timeout expired", "The database did not answer in time."],
  ["The server does not support SSL connections", "The database does not offer TLS. Remove sslmode from DATABASE_URL."],
];

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

/** Errors of a socket say so; an ENOENT of a file is none of the database's. */
const ofASocket = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  "syscall" in error &&
  /^(?:connect|read|write|getaddrinfo)$/.test(String(error.syscall));

/** The sentence for an error that means "not now", or undefined when the error is a bug of ours. */
function sentenceFor(error: unknown): string | undefined {
  const code = codeOf(error);
  const known = SERVER_SENTENCES[code] ?? (ofASocket(error) ? NETWORK_SENTENCES[code] : undefined);
  if (known !== undefined) return known;
  if (code.length === 5 && code.startsWith("08")) return "The connection to the database broke.";
  if (error instanceof AggregateError) return error.errors.map(sentenceFor).find((sentence) => sentence !== undefined);
  if (isOutdatedPlan(error)) return "The database's tables were changed meanwhile. Try again.";
  const message = error instanceof Error ? error.message : "";
  return DRIVER_SENTENCES.find(([beginning]) => message.startsWith(beginning))?.[1];
}

/** What passes when one waits: the server is starting, recovering, or not yet to be found on the network. */
const PASSES = new Set(["57P01", "57P02", "57P03", "53300", ...Object.keys(NETWORK_SENTENCES)]);
const NEVER_PASSES = new Set(["EACCES"]);

/** Whether waiting a little may help. A wrong password or a missing database stays wrong. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Unavailable)) return false;
  const causes = error.cause instanceof AggregateError ? error.cause.errors : [error.cause];
  return causes.some((cause) => {
    const code = codeOf(cause);
    if (PASSES.has(code) || code.startsWith("08")) return !NEVER_PASSES.has(code);
    return cause instanceof Error && BROKE.some((beginning) => cause.message.startsWith(beginning));
  });
}

/** Turns an error of the database into `Unavailable` where that is what it means; any other error comes back as it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof Unavailable) return error;
  const sentence = sentenceFor(error);
  return sentence === undefined
    ? error
    : new Unavailable(codeOf(error) === DISK_FULL ? "disk-full" : "database", sentence, error);
}

/** True when the database gave up our transaction to let another one through (40001, 40P01), or a plan of it is outdated: trying again is right. */
export function isWorthAnotherTry(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40001" || code === "40P01" || (error instanceof Unavailable && isOutdatedPlan(error.cause));
}
