/** A wish to move a promise, made in the ledger or in the guide: it opens a reply, and the sheet grants it once. */
import { letterWish } from "../desk/letter-wish.ts";

/** By the promise's number. */
export const { make: wishMove, useGrant: useMoveWish } = letterWish<number>();
