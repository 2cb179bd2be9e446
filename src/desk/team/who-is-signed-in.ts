/** The person behind a session's cookie. That they were here is written down, once a minute at most: quiet sessions end. */
import type { Desk } from "../../platform/desk/index.ts";
import { type SignedIn, whoHas } from "../../records/account/index.ts";

export const whoIsSignedIn = (desk: Desk, cookieValue: string): Promise<SignedIn | undefined> =>
  whoHas(desk.database.db, cookieValue, desk.now());
