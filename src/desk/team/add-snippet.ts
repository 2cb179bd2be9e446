/** Adds a prepared piece of text, for all mailboxes or for one. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { addSnippet as keepNew, type Snippet, type SnippetText } from "../../records/mailbox/index.ts";
import { mayPutSnippet } from "../shared/snippet-place.ts";

/** Refusals: mailbox-not-found. */
export async function addSnippet(desk: Desk, by: SignedIn, text: SnippetText): Promise<Snippet | Refusal> {
  return desk.database.inOneGo(async (tx) => {
    const refused = await mayPutSnippet(tx, by, text.mailboxId);
    if (refused) return refused;
    const snippet = await keepNew(tx, text, by.id, desk.now());
    const data = { snippetId: snippet.id, name: snippet.name };
    await note(tx, { at: desk.now(), kind: "snippet.added", personId: by.id, data });
    return snippet;
  });
}
