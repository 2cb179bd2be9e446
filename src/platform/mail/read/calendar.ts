/**
 * Says in a few lines what an invitation is about, so that it can be read without a calendar program. It does not answer
 * invitations and does not work out repeating events.
 */
const MAX_TEXT = 200_000;
const METHODS: Readonly<Record<string, string>> = {
  REQUEST: "Invitation",
  CANCEL: "Cancelled",
  REPLY: "Answer to an invitation",
  PUBLISH: "Calendar entry",
  COUNTER: "Another time was proposed",
};

/** Lines such as "Invitation: Kick-off" / "When: 2024-05-02 14:00 (Europe/Berlin)". "" where it is no calendar. */
export function summariseCalendar(ics: string): string {
  const text = ics
    .slice(0, MAX_TEXT)
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "");
  if (!text.includes("BEGIN:VCALENDAR")) return "";
  const method = METHODS[field(text, "METHOD")?.value.toUpperCase() ?? ""] ?? "Calendar entry";
  const start = text.indexOf("BEGIN:VEVENT");
  const event = start < 0 ? text : text.slice(start);
  const from = field(event, "DTSTART");
  const to = field(event, "DTEND");
  const lines = [`${method}: ${plain(field(event, "SUMMARY")?.value ?? "(no title)")}`];
  if (from) lines.push(`When: ${when(from)}${to ? ` – ${when(to)}` : ""}`);
  const where = field(event, "LOCATION")?.value;
  if (where) lines.push(`Where: ${plain(where)}`);
  const organiser = field(event, "ORGANIZER")?.value.replace(/^mailto:/i, "");
  if (organiser) lines.push(`From: ${plain(organiser)}`);
  return lines.join("\n");
}

function field(text: string, name: string): { value: string; zone: string } | undefined {
  const match = new RegExp(`^${name}((?:;[^:\\n]{0,300})?):([^\\n]{0,2000})`, "im").exec(text);
  if (!match) return undefined;
  return { value: (match[2] ?? "").trim(), zone: /TZID="?([^;:"]{1,80})/i.exec(match[1] ?? "")?.[1] ?? "" };
}

function plain(value: string): string {
  return value
    .replace(/\\n/gi, " ")
    .replace(/\\([,;\\])/g, "$1")
    .trim()
    .slice(0, 300);
}

function when({ value, zone }: { value: string; zone: string }): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(value);
  if (!match) return plain(value);
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (!match[4]) return day;
  return `${day} ${match[4]}:${match[5]}${value.endsWith("Z") ? " UTC" : zone ? ` (${zone})` : ""}`;
}
