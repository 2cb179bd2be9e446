/**
 * Reads the notices that Amazon SES sends as JSON by mail. Only what a delivery report would say is taken; anything that
 * is not such a notice gives nothing. Never throws.
 */

export interface JsonNotice {
  /** In the field names of RFC 3464, lower case. */
  readonly blocks: readonly ReadonlyMap<string, string>[];
  readonly isComplaint: boolean;
}

const NOTHING: JsonNotice = { blocks: [], isComplaint: false };

export function sesBlocks(body: string): JsonNotice {
  const start = body.indexOf("{");
  if (start < 0 || !/"(?:notificationType|eventType)"\s{0,3}:\s{0,3}"(?:Bounce|Complaint)"/.test(body.slice(0, 20_000)))
    return NOTHING;
  const end = body.lastIndexOf("}");
  try {
    const notice: unknown = JSON.parse(body.slice(start, end + 1).replace(/\n/g, ""));
    const complaint = list(at(at(notice, "complaint"), "complainedRecipients"));
    if (complaint.length > 0) {
      return {
        blocks: complaint.map((one) => new Map([["final-recipient", textAt(one, "emailAddress")]])),
        isComplaint: true,
      };
    }
    const blocks = list(at(at(notice, "bounce"), "bouncedRecipients")).map(
      (one) =>
        new Map([
          ["final-recipient", textAt(one, "emailAddress")],
          ["action", textAt(one, "action") || "failed"],
          ["status", textAt(one, "status")],
          ["diagnostic-code", textAt(one, "diagnosticCode")],
        ]),
    );
    return { blocks, isComplaint: false };
  } catch {
    return NOTHING;
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 50) : [];
}

function textAt(value: unknown, key: string): string {
  const found = at(value, key);
  return typeof found === "string" ? found.slice(0, 4000) : "";
}
