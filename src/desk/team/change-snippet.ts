/** Changes a prepared piece of text, or for which mailbox it is. */
import { isRefusal, type Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { changeSnippet as keepChanged, type Snippet, type SnippetText } from "../../records/mailbox/index.ts";
import { mayPutSnippet, SNIPPET_NOT_FOUND, seenSnippet } from "../shared/snippet-place.ts";

/** Refusals: snippet-not-found, mailbox-not-found. */
export async function changeSnippet(
  desk: Desk,
  by: SignedIn,
  id: number,
  text: SnippetText,
): Promise<Snippet | Refusal> {
  return desk.database.inOneGo(async (tx) => {
    const seen = await seenSnippet(tx, by, id);
    if (isRefusal(seen)) return seen;
    const refused = await mayPutSnippet(tx, by, text.mailboxId);
    if (refused) return refused;
    const changed = await keepChanged(tx, id, text, desk.now());
    if (!changed) return SNIPPET_NOT_FOUND;
    const data = { snippetId: id, name: changed.name };
    await note(tx, { at: desk.now(), kind: "snippet.changed", personId: by.id, data });
    return changed;
  });
}
