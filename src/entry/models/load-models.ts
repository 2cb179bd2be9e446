/** Reads the weights from disk and opens them, once per process and only when somebody asks. */
import { readFileSync } from "node:fs";
import { type Models, openModels } from "../../method/models/index.ts";

const FILE = new URL("../../method/models/weights.bin", import.meta.url);

let opened: Models | undefined;

/** A few milliseconds the first time, nothing afterwards. `read(text, { scorers: loadModels().reading })`, `review(input, loadModels())`. */
export function loadModels(): Models {
  opened ??= openModels(readFileSync(FILE));
  return opened;
}
