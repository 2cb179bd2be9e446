/** The playbooks that come with this release, as they lie in playbooks/ beside the code. Reads them; says nothing of what is in them. */
import { readdir, readFile } from "node:fs/promises";

const FOLDER = new URL("../../playbooks/", import.meta.url);

/** In the order of their names. */
export async function readShippedPlaybooks(): Promise<string[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, FOLDER), "utf8")));
}
