/** The conversations beside the one that is read: fetched, and their HTML made harmless, before anybody asks for them. */
import { ask, client } from "../queries.ts";
import { loadHtmlLetter } from "./lazy-parts.ts";

/** Until the browser has nothing better to do. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 50);
  });

/** @param isWanted false once the reader has gone elsewhere: nothing more is begun then. */
export async function fetchAhead(ids: readonly number[], isWanted: () => boolean): Promise<void> {
  for (const id of ids) {
    await idle();
    if (!isWanted()) return;
    const question = ask.conversation(id);
    await client.prefetchQuery(question);
    const { prepareLetter } = await loadHtmlLetter();
    for (const { replyHtml, attachments } of client.getQueryData(question.queryKey)?.messages ?? []) {
      if (replyHtml === null) continue;
      await idle();
      if (!isWanted()) return;
      prepareLetter(replyHtml, attachments);
    }
  }
}
