/**
 * Account: the people who work here, how they prove who they are, and what their role is.
 *
 * - sessions: `whoHas` a cookie's value; opened at sign-in, ended one by one or all at once.
 *
 * Invariant: no password, cookie value, link or code stands in a table, only its hash. This record reads no other record.
 */
export { type SignedIn, whoHas } from "./session.ts";
export type { Role } from "./tables.ts";
