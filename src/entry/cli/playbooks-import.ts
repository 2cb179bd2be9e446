/** `heard playbooks import PATH…`: playbooks from Markdown files. Says what it would do, and does it with --write. */
import { type ImportedPlaybook, importPlaybooks } from "../../desk/team/index.ts";
import { isRefusal } from "../../kit/index.ts";
import { type Command, EXIT, say, tell } from "./command.ts";
import { withDesk } from "./open-desk.ts";
import { readPlaybookFiles } from "./playbook-files.ts";

const WORDS: Readonly<Record<ImportedPlaybook["what"], string>> = {
  added: "new      ",
  changed: "changed  ",
  same: "the same ",
};

export const playbooksImport: Command = {
  name: "playbooks import",
  args: "PATH…",
  leastArgs: 1,
  mostArgs: Number.POSITIVE_INFINITY,
  summary: "Take playbooks in from Markdown files; only says what it would do, unless told to write",
  details: [
    "Reads .md files and folders of them. A playbook whose id is known gets its next version, and every earlier one can be taken back on its page. When one of the files has a mistake, none is taken in.",
  ],
  options: { write: { kind: "yes-or-no", say: "Really take them in." } },
  examples: [
    ["heard playbooks import playbooks/", "Say which are new, changed and the same."],
    ["heard playbooks import wrong-item.md --write", "Take one in."],
  ],
  settings: "needed",
  run: async ({ around, args, options, settings }) => {
    const files = await readPlaybookFiles(args);
    if ("refused" in files) return files;
    if (files.problems.length > 0) {
      for (const { place, sentence } of files.problems) tell(around, `${place}: ${sentence}`);
      tell(around, "Nothing was taken in.");
      return EXIT.refused;
    }
    const how = options["write"] === true ? "write" : "look";
    return withDesk(settings, around, async (desk) => {
      const done = await importPlaybooks(
        desk,
        files.found.map(({ source }) => source),
        how,
      );
      if (isRefusal(done)) return done;
      for (const { slug, title, what } of done) say(around, `${WORDS[what]} ${slug}: ${title}`);
      const differ = done.filter(({ what }) => what !== "same").length;
      if (how === "look" && differ > 0) tell(around, "Nothing was changed. The same line with --write takes them in.");
      return EXIT.done;
    });
  },
};
