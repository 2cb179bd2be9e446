/** The hints that a person does not want to see, kept with that person's own settings; nobody else can look at them. */
import type { Me } from "../../contract/index.ts";
import { call } from "../client.ts";
import { ask, client } from "../queries.ts";

/** @returns the ids of rules. Anything else that stands in the preferences is passed over. */
export function mutedRules({ preferences }: Me): readonly string[] {
  const kept = preferences["mutedHints"];
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string") : [];
}

/** Whether the coach reads along at all. */
export const wantsCoach = ({ preferences }: Me): boolean => preferences["coach"] !== false;

/** Shown at once; taken back when the server could not keep it, which is thrown. */
export async function keepMuted(rules: readonly string[]): Promise<void> {
  const key = ask.me().queryKey;
  const before = client.getQueryData(key);
  client.setQueryData(key, (me) => me && { ...me, preferences: { ...me.preferences, mutedHints: [...rules] } });
  try {
    client.setQueryData(key, await call("PATCH /api/v1/me", { body: { preferences: { mutedHints: [...rules] } } }));
  } catch (problem) {
    client.setQueryData(key, before);
    throw problem;
  }
}
