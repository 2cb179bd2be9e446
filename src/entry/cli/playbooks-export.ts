/** `heard playbooks export FOLDER`: every playbook in use as the Markdown file that it is. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { playbooksInUse } from "../../records/playbook/index.ts";
import { type Command, EXIT, say } from "./command.ts";
import { withDesk } from "./open-desk.ts";

export const playbooksExport: Command = {
  name: "playbooks export",
  args: "FOLDER",
  leastArgs: 1,
  mostArgs: 1,
  summary: "Write the playbooks into a folder, one Markdown file each",
  details: [
    "Each file is called after its playbook's id and holds what was saved last, letter for letter. Files of the same name are written over, so that a folder under version control shows what has changed. Playbooks in the archive are left out.",
  ],
  options: {},
  examples: [["heard playbooks export playbooks/", "Write them all, for example into a repository of your own."]],
  settings: "needed",
  run: ({ around, args: [folder = ""], settings }) =>
    withDesk(settings, around, async ({ database }) => {
      const rows = await playbooksInUse(database.db);
      await mkdir(folder, { recursive: true });
      for (const { slug, source } of rows) await writeFile(join(folder, `${slug}.md`), source);
      say(around, `${rows.length} playbooks are in ${folder}.`);
      return EXIT.done;
    }),
};
