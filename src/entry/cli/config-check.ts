/** `heard config check`: whether the settings can be understood. Reaches for nothing outside; doctor does. */
import { readSettings } from "../../platform/config/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";

export const configCheck: Command = {
  name: "config check",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "Say all that is wrong with the settings, at once",
  details: ["Looks at the settings only. heard doctor also tries what they point at."],
  options: {},
  examples: [["HEARD_URL=https://desk.shop.example heard config check", "Try a setting before keeping it."]],
  settings: "not-needed",
  run: async ({ around }) => {
    const settings = readSettings(around.environment);
    if (!("problems" in settings)) {
      say(around, "All settings are right.");
      return EXIT.done;
    }
    for (const problem of settings.problems) tell(around, problem);
    return EXIT.refused;
  },
};
