/** Mails a link for a new password. The answer is the same whoever asks about whomever. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  addressDoor,
  findPersonByEmail,
  giveToken,
  knock,
  pathOfToken,
  resetMailDoor,
  tooManyTries,
  type Visitor,
} from "../../records/account/index.ts";
import { putSystemMail, systemMailbox } from "../../records/mailbox/index.ts";

const MAILED =
  "If somebody here has this address, a mail with a link is on its way. The link works once, for one hour.";
const CANNOT_MAIL =
  "This desk cannot mail links yet. An admin can make one on the desk's machine with: heard admin reset EMAIL";

/** Refusals: too-many-tries, by network only. The caller evens out how long the answer takes. */
export async function forgotPassword(
  desk: Desk,
  given: { readonly email: string },
  visitor: Visitor,
): Promise<{ readonly sentence: string } | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  const url = desk.settings.HEARD_URL;
  const tried = await knock(db, addressDoor("forgot", visitor.address), now);
  if (!tried.letIn) return tooManyTries(tried.until ?? now, now, "An admin of this desk can make a link for you.");
  if (url === undefined || !(await systemMailbox(db))) return { sentence: CANNOT_MAIL };

  const { letIn: mayBeMailed } = await knock(db, resetMailDoor(given.email), now);
  const person = await findPersonByEmail(db, given.email);
  if (person && !person.disabled && mayBeMailed)
    await desk.database.inOneGo(async (tx) => {
      const token = await giveToken(tx, { purpose: "reset", personId: person.id, createdBy: null }, now, desk.random);
      await putSystemMail(
        tx,
        {
          to: person.email,
          subject: "Choose a new password for the support desk",
          text: `Hello ${person.name},

somebody, probably you, asked for a new password at the support desk.

Open this link within one hour and choose one. It works once:

${url}${pathOfToken("reset", token)}

If it was not you, please just ignore this mail: your password stays as it is.
`,
        },
        { now, random: desk.random },
      );
      await note(tx, { at: now, kind: "person.reset-asked", data: { person: person.id } });
    });
  desk.poke("send-outbox");
  return { sentence: MAILED };
}
