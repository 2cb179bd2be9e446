/** Fetches the weights when they are first wanted, never on the way to the first screen. Until they are there the coach does without. */
import { type Models, openModels } from "../../../method/models/index.ts";
import weights from "../../../method/models/weights.bin?url";

let opened: Promise<Models> | undefined;

/** Rejects when the file cannot be fetched; the next call tries again. */
export function loadModels(): Promise<Models> {
  opened ??= fetchModels().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function fetchModels(): Promise<Models> {
  const response = await fetch(weights);
  if (!response.ok) throw new Error(`The models could not be fetched: ${response.status}.`);
  return openModels(new Uint8Array(await response.arrayBuffer()));
}
