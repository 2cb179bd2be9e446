/**
 * Models: what was learned from examples, laid beside what is written by hand. `openModels(bytes)` gives what `read` and `review`
 * take; `weights.bin` holds the bytes, made by `npm run train` (training/README.md). Knows no file and no network: an entry
 * point hands the bytes in.
 */
export { type EmotionRead, type Heads, type Models, openModels } from "./open-models.ts";
export { packWeights, type StoredModel } from "./weights-file.ts";
