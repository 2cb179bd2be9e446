/** Finds and reads playbooks in what somebody names: .md files, and folders of them. Changes nothing. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Refusal, refuse } from "../../kit/index.ts";
import { readPlaybook } from "../../records/playbook/index.ts";

export interface PlaybookFiles {
  readonly found: readonly { readonly file: string; readonly id: string; readonly source: string }[];
  readonly problems: readonly { readonly place: string; readonly sentence: string }[];
}

/** Refusals: no-such-path, no-playbook-there. */
export async function readPlaybookFiles(paths: readonly string[]): Promise<PlaybookFiles | Refusal> {
  const files: string[] = [];
  for (const path of paths) {
    const there = await stat(path).catch(() => undefined);
    if (!there) return refuse("no-such-path", `There is nothing at ${path}.`, "Check the spelling.");
    if (!there.isDirectory()) files.push(path);
    else
      files.push(
        ...(await readdir(path))
          .filter(isPlaybook)
          .sort()
          .map((name) => join(path, name)),
      );
  }
  if (files.length === 0)
    return refuse("no-playbook-there", "There are no .md files there.", "Name files, or a folder of them.");
  const found: { file: string; id: string; source: string }[] = [];
  const problems: { place: string; sentence: string }[] = [];
  for (const file of files) {
    const source = await readFile(file, "utf8");
    const read = readPlaybook(source);
    for (const { line, sentence } of read.problems)
      problems.push({ place: line === null ? file : `${file}:${line}`, sentence });
    if (read.playbook === undefined) continue;
    const { id } = read.playbook;
    const other = found.find((one) => one.id === id);
    if (other) problems.push({ place: file, sentence: `The id ${id} is in ${other.file}, too.` });
    else if (basename(file) !== `${id}.md`)
      problems.push({ place: file, sentence: `The file of the playbook ${id} must be called ${id}.md.` });
    else found.push({ file, id, source });
  }
  return { found, problems };
}

const isPlaybook = (name: string): boolean => name.endsWith(".md") && !/^readme\.md$/i.test(name);
