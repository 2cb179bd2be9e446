/** Bytes by their hash. */
export { keepBlob, readBlob } from "./blobs.ts";
