/** What a verb stands on: the desk's own clock, chance, keys, settings and database. */
export type { Desk, SweepName } from "./desk.ts";
export { type Keys, openKeys, secretKeyFile } from "./keys.ts";
export { dropSetupCode, isSetupCode, keepSetupCode, writeSetupCode } from "./setup-code.ts";
