/** Removes a prepared piece of text. What was written with it stays. */
import { isRefusal, type Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { removeSnippet as drop } from "../../records/mailbox/index.ts";
import { seenSnippet } from "../shared/snippet-place.ts";

/** Refusals: snippet-not-found. */
export async function removeSnippet(desk: Desk, by: SignedIn, id: number): Promise<Refusal | undefined> {
  return desk.database.inOneGo(async (tx) => {
    const seen = await seenSnippet(tx, by, id);
    if (isRefusal(seen)) return seen;
    await drop(tx, id);
    const data = { snippetId: id, name: seen.name };
    await note(tx, { at: desk.now(), kind: "snippet.removed", personId: by.id, data });
    return undefined;
  });
}
