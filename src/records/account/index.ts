/**
 * Account: the people who work here, how they prove who they are, and what their role is.
 *
 * - people: found, added, changed; `lockAdmins` guards the last admin;
 * - passwords: argon2id; somebody unknown costs the same work as somebody known;
 * - sessions: `whoHas` a cookie's value; opened at sign-in, ended one by one or all at once;
 * - links that work once (invitation, new password) and the set-up code that the terminal prints;
 * - doors: tries are counted and slowed, and a device that has signed in before has a door of its own;
 * - the log of who did what, as people read it.
 *
 * Invariant: no password, cookie value, link or code stands in a table, only its hash. This record reads no other record.
 */
export {
  forgetOldTokens,
  giveToken,
  pathOfToken,
  spentLink,
  type TokenPurpose,
  takeToken,
  voidTokens,
  whoseToken,
} from "./account-token.ts";
export { type Entered, letIn, type Visitor } from "./enter.ts";
export { deviceCookieFor, KNOWN_FOR_MS, readDeviceCookie } from "./known-device.ts";
export { checkPassword, hashPassword, weaknessOf } from "./password.ts";
export {
  addPerson,
  changeOwnSettings,
  findPerson,
  findPersonByEmail,
  getProfile,
  hasAnyAccess,
  isAnybodyHere,
  isTimeZone,
  listPeople,
  lockAdmins,
  lockPerson,
  namesOfPeople,
  type OwnSettings,
  type PersonLine,
  type PersonWithSecret,
  type Profile,
  setDisabledAt,
  setPasswordHash,
  setRole,
  staffAddresses,
} from "./person.ts";
export { readLog } from "./read-log.ts";
export {
  closeAllSessions,
  closeSession,
  forgetOldSessions,
  LONGEST_MS,
  listSessions,
  renewSession,
  type SignedIn,
  whoHas,
} from "./session.ts";
export type { Role } from "./tables.ts";
export {
  accountDoor,
  addressDoor,
  deviceDoor,
  forgetOldTries,
  forgetTries,
  knock,
  ownPasswordDoor,
  resetMailDoor,
  takeTryBack,
  tooManyTries,
} from "./throttle.ts";
