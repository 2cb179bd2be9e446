/** `heard playbooks check PATH…`: reads playbooks from files and says everything that is wrong with them. Needs no database. */
import { type Command, EXIT, say, tell } from "./command.ts";
import { readPlaybookFiles } from "./playbook-files.ts";

export const playbooksCheck: Command = {
  name: "playbooks check",
  args: "PATH…",
  leastArgs: 1,
  mostArgs: Number.POSITIVE_INFINITY,
  summary: "Say what is wrong with playbooks, before they are imported",
  details: [
    "Reads .md files and folders of them. Each mistake is one line on standard error, as `file:line: sentence`, and the exit code is 1. Needs no database.",
  ],
  options: {},
  examples: [["heard playbooks check playbooks/", "Check a folder, for example in the CI of your own repository."]],
  settings: "not-needed",
  run: async ({ around, args }) => {
    const files = await readPlaybookFiles(args);
    if ("refused" in files) return files;
    for (const { place, sentence } of files.problems) tell(around, `${place}: ${sentence}`);
    say(
      around,
      files.problems.length === 0
        ? `${files.found.length} playbooks, all as they should be.`
        : `${files.found.length} playbooks can be read; there are ${files.problems.length} mistakes.`,
    );
    return files.problems.length === 0 ? EXIT.done : EXIT.refused;
  },
};
