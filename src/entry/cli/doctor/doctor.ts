/** `heard doctor`: tries everything the desk stands on and says in sentences what is wrong. */
import { Resolver } from "node:dns/promises";
import { readSettings } from "../../../platform/config/index.ts";
import { type Command, EXIT, type Surroundings, say, tell } from "../command.ts";
import { freeBytesAt } from "./check-disk.ts";
import { examine } from "./examine.ts";
import { broken, type Finding, plural } from "./finding.ts";

const MARKS: Readonly<Record<Finding["level"], string>> = { fine: "✓", hint: "·", broken: "✗" };
const DNS_PATIENCE = { timeout: 3_000, tries: 2 };

export const doctor: Command = {
  name: "doctor",
  args: "",
  leastArgs: 0,
  mostArgs: 0,
  summary: "Try everything the desk stands on and say what is wrong",
  details: [
    "Looks at settings, HEARD_URL, disk, database, clock, each mailbox in both directions, DNS, the outbox, the intake and quarantine. Sends no mail and changes nothing in a mailbox. It may run while the desk runs.",
    "✓ is fine, · is worth knowing, ✗ is broken and comes with a way out. Ends with 1 when anything is broken.",
  ],
  options: { json: { kind: "yes-or-no", say: "Print JSON, for programs that watch the desk." } },
  examples: [["heard doctor --json | jq '.findings[] | select(.level == \"broken\")'", "Only what is broken."]],
  settings: "not-needed",
  run: async ({ around, options }) => {
    const findings = await findAll(around);
    const isWell = !findings.some(({ level }) => level === "broken");
    if (options.json) say(around, JSON.stringify({ ok: isWell, findings }, null, 2));
    else {
      for (const { level, sentence, wayOut } of findings) {
        say(around, `${MARKS[level]} ${sentence}`);
        if (wayOut) say(around, `  → ${wayOut}`);
      }
      const ill = findings.filter(({ level }) => level === "broken").length;
      tell(around, isWell ? "All is well." : `${plural(ill, "thing is", "things are")} broken.`);
    }
    return isWell ? EXIT.done : EXIT.refused;
  },
};

async function findAll(around: Surroundings): Promise<Finding[]> {
  const settings = readSettings(around.environment);
  if ("problems" in settings)
    return settings.problems.map((problem) =>
      broken("settings", problem, "heard config describe lists every setting."),
    );
  return examine({ settings, now: around.now, resolver: new Resolver(DNS_PATIENCE), freeBytes: freeBytesAt }, around);
}
