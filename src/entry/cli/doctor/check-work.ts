/** The work of the desk: whether mail is filed and sent, what lies in quarantine, who can sign in. */

import { listPeople } from "../../../records/account/index.ts";
import { intakeHealth, leftLying } from "../../../records/conversation/index.ts";
import { listMailboxes, outboxHealth } from "../../../records/mailbox/index.ts";
import { broken, type DeskWorld, type Finding, fine, hint, plural } from "./finding.ts";

export async function checkWork(world: DeskWorld): Promise<Finding[]> {
  return [
    ...(await outbox(world)),
    ...(await intake(world)),
    ...(await sweeps(world)),
    ...(await people(world)),
    ...(await samples(world)),
  ];
}

const START = "heard start runs it; HEARD_PARTS must name worker in one of the processes.";

async function outbox({ desk, isRunning }: DeskWorld): Promise<Finding[]> {
  const { untried, retrying, said, failed } = await outboxHealth(desk.database.db, desk.now());
  const findings: Finding[] = [];
  if (untried > 0)
    findings.push(
      broken(
        "outbox",
        `${plural(untried, "mail")} should have left and nobody has tried to send ${untried === 1 ? "it" : "them"}.`,
        isRunning ? `The sending part does not run. ${START}` : START,
      ),
    );
  if (retrying > 0)
    findings.push(
      broken(
        "outbox",
        `${plural(retrying, "mail")} could not leave yet; the desk goes on trying.${said ? ` The server said: ${said}` : ""}`,
        "See what is said above about the way out of the mailboxes.",
      ),
    );
  if (failed > 0)
    findings.push(
      hint(
        "outbox",
        `${plural(failed, "mail")} could not be sent within the last week.`,
        "Each conversation says why, and offers to try again.",
      ),
    );
  return findings.length > 0 ? findings : [fine("outbox", "Nothing is stuck on its way out.")];
}

async function intake({ desk, isRunning }: DeskWorld): Promise<Finding[]> {
  const { unfiled, unfiledSince, quarantined } = await intakeHealth(desk.database.db, desk.now());
  const findings: Finding[] = [];
  if (unfiled > 0)
    findings.push(
      broken(
        "intake",
        `${plural(unfiled, "mail")} came in and nobody has filed ${unfiled === 1 ? "it" : "them"}, the oldest since ${unfiledSince?.toISOString() ?? "long ago"}.`,
        isRunning ? `The filing part does not run. ${START}` : START,
      ),
    );
  if (quarantined > 0)
    findings.push(
      hint(
        "quarantine",
        `${plural(quarantined, "mail")} could not be read and ${quarantined === 1 ? "waits" : "wait"} in quarantine.`,
        "Look at them in the desk's settings; nothing was thrown away.",
      ),
    );
  return findings.length > 0 ? findings : [fine("intake", "Every mail that came in is filed.")];
}

/** When each sweep looked last is not written down; what it should have done by now and has not is there to be counted. */
async function sweeps({ desk, isRunning }: DeskWorld): Promise<Finding[]> {
  const { asleep, unacknowledged } = await leftLying(desk.database.db, desk.now());
  const why = isRunning ? `This part of the work does not run; the desk's log says why. ${START}` : START;
  const findings: Finding[] = [];
  if (asleep > 0)
    findings.push(
      broken(
        "sweeps",
        `${plural(asleep, "snoozed conversation")} should have come back and nobody has woken any.`,
        why,
      ),
    );
  if (unacknowledged > 0)
    findings.push(
      broken("sweeps", `${plural(unacknowledged, "mail")} should have been acknowledged and nobody has looked.`, why),
    );
  return findings.length > 0 ? findings : [fine("sweeps", "Nothing that was due is left lying.")];
}

async function people({ desk }: DeskWorld): Promise<Finding[]> {
  const everyone = await listPeople(desk.database.db);
  if (everyone.length === 0)
    return [hint("people", "Nobody can sign in yet.", "Open the desk and enter the code that heard start prints.")];
  if (everyone.some((person) => person.role === "admin" && !person.disabled && !person.invited)) return [];
  return [
    broken(
      "people",
      "This desk has no admin who can sign in.",
      "Make one: heard admin create EMAIL; for one who was invited already: heard admin reset EMAIL.",
    ),
  ];
}

async function samples({ desk }: DeskWorld): Promise<Finding[]> {
  const mailboxes = await listMailboxes(desk.database.db);
  return mailboxes.some((mailbox) => mailbox.is_sample) && mailboxes.some((mailbox) => !mailbox.is_sample)
    ? [
        hint(
          "samples",
          "The sample customers are still here, beside real ones.",
          "One click in the desk's settings removes them.",
        ),
      ]
    : [];
}
