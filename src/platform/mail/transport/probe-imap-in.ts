/** Tries the way in by IMAP: signs in, opens the folder read-only, looks, changes nothing. */
import { type ImapIn, type ImapPatience, leaveImap, openImap, USUAL_IMAP_PATIENCE } from "./imap-in.ts";
import { imapTrouble } from "./imap-trouble.ts";
import { failed, type Probe } from "./trouble.ts";

const FOLDERS_NAMED = 12;

/** Never rejects. When the folder is missing, the way out names those that are there. */
export async function probeImapIn(from: ImapIn, folder: string, patience: Partial<ImapPatience> = {}): Promise<Probe> {
  const waits = { ...USUAL_IMAP_PATIENCE, connectMs: 15_000, answerMs: 20_000, ...patience };
  try {
    const client = await openImap(from, waits);
    try {
      const box = await client.mailboxOpen(folder, { readOnly: true });
      const encrypted = client.secureConnection ? "encrypted" : "not encrypted";
      const push = client.capabilities.has("IDLE")
        ? "it announces new mail at once"
        : "it does not announce new mail, so we look every few minutes";
      return {
        ok: true,
        detail: `${folder} holds ${box.exists} ${box.exists === 1 ? "mail" : "mails"}; ${encrypted}, signed in as ${from.login.user}, ${push}.`,
      };
    } catch (error) {
      const trouble = imapTrouble(error, from, folder);
      if (trouble.code !== "folder") return failed(trouble);
      const names = (await client.list()).map(({ path }) => path);
      const shown = names.slice(0, FOLDERS_NAMED).join(", ");
      return failed({
        ...trouble,
        wayOut: `Choose one of these: ${shown}${names.length > FOLDERS_NAMED ? " …" : ""}.`,
      });
    } finally {
      await leaveImap(client);
    }
  } catch (error) {
    return failed(imapTrouble(error, from, folder));
  }
}
