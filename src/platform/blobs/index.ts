/** Bytes by their hash. */
export { keepBlob, keptWith, readBlob } from "./blobs.ts";
export { dropLetGo } from "./drop-let-go.ts";
