/** `heard admin reset EMAIL`: a way in for somebody who forgot the password, where mail cannot help. */

import { makeResetLink } from "../../desk/team/index.ts";
import { isRefusal } from "../../kit/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { withDesk } from "./open-desk.ts";

export const adminReset: Command = {
  name: "admin reset",
  args: "EMAIL",
  leastArgs: 1,
  mostArgs: 1,
  summary: "Make a link with which somebody chooses a new password",
  details: [
    "The link works once, for one hour, and ends all sessions of that person when it is used. With HEARD_URL unset only its path is printed: open it on the address at which you reach the desk.",
  ],
  options: {},
  examples: [["heard admin reset ana@shop.example", "Print a link for Ana; hand it to her in person."]],
  settings: "needed",
  run: async ({ around, args: [email = ""], settings }) => {
    const made = await withDesk(settings, around, (desk) => makeResetLink(desk, email));
    if (isRefusal(made)) return made;
    tell(around, `Whoever opens this within one hour chooses the password of ${email}:`);
    say(around, `${settings.HEARD_URL ?? ""}${made.path}`);
    if (settings.HEARD_URL === undefined) tell(around, "Open it on the address that `heard start` printed.");
    return EXIT.done;
  },
};
