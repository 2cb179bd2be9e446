/** Measures the reading of bounces against what Sisimai expects of each file. */
import type { ParsedMail } from "../../src/platform/mail/index.ts";

export interface Expected {
  readonly reason: string;
  readonly hard: boolean;
}

/** "lhost-exim-01" → what is expected of its first recipient. From the tables in the test files of rb-sisimai. */
export function expectedBounces(files: ReadonlyMap<string, Buffer>): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  for (const [path, bytes] of files) {
    const engine = /([^/]+)\.rb$/.exec(path)?.[1];
    if (!engine || /-(?:test|code)$/.test(engine)) continue;
    for (const row of bytes
      .toString("utf8")
      .matchAll(/^\s*'(\d+)'\s*=>\s*\[\['[^']*',\s*'[^']*',\s*'([^']*)',\s*(true|false)/gm)) {
      expected.set(`${engine}-${row[1]}`, { reason: row[2] as string, hard: row[3] === "true" });
    }
  }
  return expected;
}

/** Sisimai reads these too, but nobody failed to be reached: an out-of-office answer, a receipt. */
const NO_FAILURE = new Set(["vacation", "delivered"]);

export interface BounceScore {
  readonly files: number;
  readonly recall: number;
  readonly judged: number;
  readonly hardOrSoft: number;
  readonly reason: number;
  readonly originalId: number;
}

export function scoreBounces(
  mails: ReadonlyMap<string, ParsedMail>,
  expected: ReadonlyMap<string, Expected>,
): BounceScore {
  const score = { files: 0, recalled: 0, judged: 0, right: 0, reason: 0, ids: 0 };
  for (const [name, mail] of mails) {
    const wanted = expected.get(name);
    if (wanted && NO_FAILURE.has(wanted.reason)) continue;
    score.files++;
    if (mail.bounce && mail.bounce.recipients.length > 0) score.recalled++;
    if (mail.bounce?.originalMessageId) score.ids++;
    if (!wanted || !mail.bounce) continue;
    score.judged++;
    if ((mail.bounce.verdict === "hard") === wanted.hard) score.right++;
    if (mail.bounce.reason === wanted.reason) score.reason++;
  }
  return {
    files: score.files,
    recall: score.recalled / score.files,
    judged: score.judged,
    hardOrSoft: score.right / score.judged,
    reason: score.reason / score.judged,
    originalId: score.ids / score.files,
  };
}
