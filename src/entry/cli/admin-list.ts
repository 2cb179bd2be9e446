/** `heard admin list`: everyone who works here, one line each. */
import { isRefusal } from "../../kit/index.ts";
import { listPeople } from "../../records/account/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { withDesk } from "./open-desk.ts";

export const adminList: Command = {
  name: "admin list",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "List the people of the desk with their roles",
  details: ["One line for each: address, role, how they stand, name; with a tab between."],
  options: {},
  examples: [["heard admin list | grep admin", "Who can change the settings."]],
  settings: "needed",
  run: async ({ around, settings }) => {
    const people = await withDesk(settings, around, (desk) => listPeople(desk.database.db));
    if (isRefusal(people)) return people;
    for (const { email, role, disabled, invited, name } of people)
      say(around, [email, role, disabled ? "no access" : invited ? "invited" : "active", name].join("\t"));
    if (people.length === 0) tell(around, "Nobody yet. `heard start` prints the code for the first person.");
    return EXIT.done;
  },
};
