/** Tries whether the database would take a small mail now, and takes it back. A question alone is answered on a full disk, too. */
import { keepBlob } from "../../platform/blobs/index.ts";
import type { Desk } from "../../platform/desk/index.ts";

/** No free page of a table holds so much; random, so that it cannot be packed. */
const A_SMALL_MAIL = 16_384;

/** @throws Unavailable when it would not. */
export async function tryToWrite(desk: Pick<Desk, "database" | "random">): Promise<void> {
  try {
    await desk.database.inOneGo(async (tx) => {
      await keepBlob(tx, desk.random(A_SMALL_MAIL));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

class TakenBack extends Error {}
