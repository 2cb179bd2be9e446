/** After a playbook was changed here: the list and its page look again. Other pages hear of it as an event. */
import { ask, client } from "../queries.ts";

export async function refreshPlaybook(id: number): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ask.playbooks().queryKey }),
    client.invalidateQueries({ queryKey: ask.playbook(id).queryKey }),
  ]);
}
