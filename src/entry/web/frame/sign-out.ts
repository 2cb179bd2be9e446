/** Ends this session and forgets everything that was on screen. */
import { call } from "../client.ts";
import { client } from "../queries.ts";

export async function signOut(): Promise<void> {
  await call("DELETE /api/v1/session", {}).catch(() => undefined);
  client.clear();
  // A full load, so that nothing of the last person stays in memory.
  location.assign("/sign-in");
}
