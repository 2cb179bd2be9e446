/** Settings of an installation: one described schema, read once. Nothing else reads the environment. */
export { describeSettings, readSettings, type Settings } from "./settings.ts";
