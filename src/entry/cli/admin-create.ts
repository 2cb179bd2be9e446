/** `heard admin create EMAIL`: a new admin, made on the machine itself. */

import { addAdmin } from "../../desk/team/index.ts";
import { isRefusal } from "../../kit/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { withDesk } from "./open-desk.ts";

export const adminCreate: Command = {
  name: "admin create",
  args: "EMAIL",
  leastArgs: 1,
  mostArgs: 1,
  summary: "Add an admin and print the link with which they choose a password",
  details: [
    "For a desk that is set up without a browser, or whose admins are all gone. The link works once, for seven days. With HEARD_URL unset only its path is printed.",
  ],
  options: { name: { kind: "text", value: "NAME", say: "What to call them; they can change it themselves." } },
  examples: [['heard admin create ana@shop.example --name "Ana Adler"', "Add Ana and print her link."]],
  settings: "needed",
  run: async ({ around, args: [email = ""], options, settings }) => {
    const name = typeof options.name === "string" ? options.name : (email.split("@")[0] ?? email);
    const made = await withDesk(settings, around, (desk) => addAdmin(desk, { email, name }));
    if (isRefusal(made)) return made;
    tell(around, `${name} chooses a password here, within seven days:`);
    say(around, `${settings.HEARD_URL ?? ""}${made.path}`);
    if (settings.HEARD_URL === undefined) tell(around, "Open it on the address that `heard start` printed.");
    return EXIT.done;
  },
};
