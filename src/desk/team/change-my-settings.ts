/** Changes one's own name, time zone, signature and preferences. Role, address and password have verbs of their own. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { sanitiseHtml } from "../../platform/mail/index.ts";
import {
  changeOwnSettings,
  isTimeZone,
  type OwnSettings,
  type Profile,
  type SignedIn,
} from "../../records/account/index.ts";

const MOST_PREFERENCE_BYTES = 20_000;

/** Refusals: time-zone-unknown, too-large. */
export async function changeMySettings(desk: Desk, by: SignedIn, change: OwnSettings): Promise<Profile | Refusal> {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone))
    return refuse(
      "time-zone-unknown",
      `${change.timeZone} is not a time zone.`,
      "Choose one from the list, such as Europe/Berlin.",
    );
  return desk.database.inOneGo(async (tx) => {
    if (Buffer.byteLength(JSON.stringify(change.preferences ?? {})) > MOST_PREFERENCE_BYTES)
      return refuse("too-large", "These preferences are too large to keep.", "Remove some of them.");
    const { signatureHtml } = change;
    const profile = await changeOwnSettings(tx, by.id, {
      ...change,
      ...(signatureHtml === undefined ? {} : { signatureHtml: sanitiseHtml(signatureHtml).html }),
    });
    // Preferences say which hints somebody does not want to see: that they changed is for no log (METHOD learn.colleagues).
    const { preferences: _, ...others } = change;
    const changed = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (changed.length > 0)
      await note(tx, { at: desk.now(), kind: "person.settings-changed", personId: by.id, data: { changed } });
    return profile;
  });
}
