/**
 * The list of all tables, as a type. It starts empty: each record merges its own tables into it,
 * so that storage never needs to know a word of the desk.
 *
 *   declare module "../../platform/storage/tables.ts" {
 *     interface Tables { promise: PromiseTable }
 *   }
 */
// biome-ignore lint/suspicious/noEmptyInterface: records merge their tables into it.
export interface Tables {}
