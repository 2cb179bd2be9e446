/** `heard config describe`: every setting with what it is for. */
import { describeSettings } from "../../platform/config/index.ts";
import { type Command, EXIT } from "./command.ts";

export const configDescribe: Command = {
  name: "config describe",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "List every setting and what it is for",
  details: ["Prints Markdown. Settings come from the environment; everything else is set on screen."],
  options: {},
  examples: [],
  settings: "not-needed",
  run: async ({ around }) => {
    around.out.write(describeSettings());
    return EXIT.done;
  },
};
