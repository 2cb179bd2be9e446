/** Measures where the reply ends: exactly against email_reply_trimmer, by its tests against crisp's email-reply-parser. */
import { runInNewContext } from "node:vm";

/** Gives the reply that Heard finds in a text. */
export type FindReply = (text: string) => Promise<{ reply: string; folded: string }>;

export interface ReplyScore {
  readonly right: number;
  readonly of: number;
  readonly wrong: readonly string[];
}

export async function scoreTrimmer(files: ReadonlyMap<string, Buffer>, find: FindReply): Promise<ReplyScore> {
  const wrong: string[] = [];
  let of = 0;
  for (const [path, bytes] of files) {
    const name = /(?:^|\/)emails\/([^/]+\.txt)$/.exec(path)?.[1];
    const wanted = name && files.get(path.replace("/emails/", "/trimmed/"))?.toString("utf8").trim();
    if (!name || wanted === undefined) continue;
    of++;
    const { reply } = await find(bytes.toString("utf8").replaceAll("\r\n", "\n").trim());
    if (reply.trim() !== wanted) wrong.push(name);
  }
  return { right: of - wrong.length, of, wrong };
}

/** Each test of crisp that says something about the visible text, the first fragment or the number of fragments. */
export async function scoreCrisp(files: ReadonlyMap<string, Buffer>, find: FindReply): Promise<ReplyScore> {
  const script = [...files].find(([path]) => path.endsWith(".js"))?.[1].toString("utf8") ?? "";
  const common = literal(/COMMON_FIRST_FRAGMENT = ('[^']*')/.exec(script)?.[1] ?? "''");
  const wrong: string[] = [];
  let of = 0;
  for (const body of script.split(/^export function /m).slice(1)) {
    const fixture = /get_email\("([^"]+)"\)/.exec(body)?.[1] ?? /fixtures\/(\w+)\.txt/.exec(body)?.[1];
    const bytes = [...files].find(([path]) => path.endsWith(`fixtures/${fixture}.txt`))?.[1];
    if (!bytes) continue;
    const checks = crispChecks(body, common);
    if (checks.length === 0) continue;
    of++;
    const found = await find(bytes.toString("utf8").replaceAll("\r\n", "\n"));
    if (!checks.every((check) => check(found.reply.trim(), found.folded.trim())))
      wrong.push(/^\w+/.exec(body)?.[0] ?? "");
  }
  return { right: of - wrong.length, of, wrong };
}

type Check = (reply: string, folded: string) => boolean;

function crispChecks(body: string, common: unknown): Check[] {
  const checks: Check[] = [];
  if (/test\.equal\(COMMON_FIRST_FRAGMENT/.test(body)) checks.push((reply) => reply === common);
  for (const [, text] of body.matchAll(
    /test\.equal\(("(?:[^"\\]|\\.)*"), (?:fragments\[0\]|reply\.fragments\[0\]|email\.getVisibleText|reply)/g,
  )) {
    const wanted = String(literal(text as string)).trim();
    checks.push((reply) => reply === wanted);
  }
  for (const [, yes, pattern, fragment] of body.matchAll(
    /test\.equal\((true|false), (\/.*?\/m?)\.test\(fragments\[([01])\]/g,
  )) {
    const expression = literal(pattern as string) as RegExp;
    checks.push((reply, folded) => expression.test(fragment === "0" ? reply : folded) === (yes === "true"));
  }
  if (/test\.equal\(1, fragments\.length/.test(body)) checks.push((_reply, folded) => folded === "");
  return checks;
}

/** A string or expression as it stands in the script; evaluated apart from everything of ours. */
function literal(source: string): unknown {
  return runInNewContext(source, {}, { timeout: 1000 });
}
