/** Bytes by their hash. */
export { keepBlob, keptWith, readBlob } from "./blobs.ts";
