/**
 * `npm run corpus`: reads published sets of odd mails, quotes and bounces, and prints what was measured. The sets are found
 * through HEARD_CORPORA and are never part of this repository; without it nothing is measured and that is said. Ends with
 * 1 when a target is missed or a set that should be there is not.
 */
import { createMailReader, type ParsedMail } from "../src/platform/mail/index.ts";
import { expectedBounces, scoreBounces } from "./corpus/bounces.ts";
import { openSet } from "./corpus/open-set.ts";
import { scoreCrisp, scoreTrimmer } from "./corpus/replies.ts";

const corpora = process.env["HEARD_CORPORA"];
if (!corpora) {
  console.log(
    "HEARD_CORPORA is not set. Nothing was run: set it to the folder that holds the mail sets and try again.",
  );
  process.exit(0);
}

const reader = createMailReader();
let missed = 0;

/** One line of the table. `target` is met when `value` is at least as large. */
function row(what: string, value: number, target: number | undefined, shown: string): void {
  const met = target === undefined || value >= target;
  if (!met) missed++;
  console.log(
    `${met ? "  " : "! "}${what.padEnd(58)} ${shown}${target === undefined ? "" : `   (target ${target <= 1 ? percent(target) : target})`}`,
  );
}
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Reads every mail; counts those that broke the reader and those of which nothing can be seen. */
async function readAll(title: string, files: ReadonlyMap<string, Buffer>): Promise<Map<string, ParsedMail>> {
  const mails = new Map<string, ParsedMail>();
  const lost: string[] = [];
  const broken: string[] = [];
  const torn: string[] = [];
  await Promise.all(
    [...files].map(async ([path, raw]) => {
      const result = await reader.read(raw);
      if (!("mail" in result)) {
        broken.push(`${path}: ${result.unreadable}`);
        return;
      }
      const { mail } = result;
      mails.set(path, mail);
      if (raw.toString("latin1").trim() !== "" && !isVisible(mail)) lost.push(path);
      if (mail.reply + mail.folded !== mail.text) torn.push(path);
    }),
  );
  row(`${title}: read without crash or hang`, mails.size, files.size, `${mails.size} of ${files.size}`);
  row(
    `${title}: something to see`,
    files.size - lost.length,
    files.size,
    `${files.size - lost.length} of ${files.size}`,
  );
  row(
    `${title}: reply + folded = whole`,
    mails.size - torn.length,
    mails.size,
    `${mails.size - torn.length} of ${mails.size}`,
  );
  for (const line of [...broken, ...lost, ...torn]) console.log(`    ${line}`);
  return mails;
}

function isVisible(mail: ParsedMail): boolean {
  return (
    mail.text.trim() !== "" ||
    (mail.html ?? "") !== "" ||
    mail.attachments.length > 0 ||
    mail.subject !== "" ||
    mail.from !== undefined
  );
}

function part(files: ReadonlyMap<string, Buffer>, pattern: RegExp): Map<string, Buffer> {
  return new Map([...files].filter(([path]) => pattern.test(path)));
}

function set(name: string): Map<string, Buffer> | undefined {
  const files = openSet(corpora as string, name);
  if (!files) {
    console.log(`! ${name}: not found in HEARD_CORPORA, so nothing was measured with it.`);
    missed++;
  }
  return files;
}

async function findReply(text: string): Promise<{ reply: string; folded: string }> {
  const raw = Buffer.from(`From: someone@example.org\nContent-Type: text/plain; charset=utf-8\n\n${text}`);
  const result = await reader.read(raw);
  return "mail" in result ? result.mail : { reply: "", folded: "" };
}

const started = performance.now();
const bounces = set("sisimai-bounces");
const tables = set("sisimai-expected");
if (bounces) {
  const expected = tables ? expectedBounces(tables) : new Map();
  for (const [title, pattern] of [
    ["bounces (LF)", /maildir\/bsd\/.+\.eml$/],
    ["bounces (CRLF)", /maildir\/dos\/.+\.eml$/],
    ["bounces (CR only)", /maildir\/mac\/.+\.eml$/],
  ] as const) {
    const mails = await readAll(title, part(bounces, pattern));
    const named = new Map([...mails].map(([path, mail]) => [path.replace(/^.*\/|\.eml$/g, ""), mail]));
    const score = scoreBounces(named, expected);
    row(`${title}: is a bounce, with a recipient`, score.recall, 0.97, percent(score.recall));
    row(`${title}: hard or soft (${score.judged} judged)`, score.hardOrSoft, 0.9, percent(score.hardOrSoft));
    row(`${title}: reason word`, score.reason, undefined, percent(score.reason));
    row(`${title}: names the original Message-ID`, score.originalId, undefined, percent(score.originalId));
  }
  const others = await readAll(
    "other files of the bounce set",
    part(bounces, /^(?!.*maildir\/(?:bsd|dos|mac)\/)(?:.*\/)?(?:maildir|mailbox|to-be-)/),
  );
  const wrongly = [...others].filter(([path, mail]) => /\/is-not-bounce/.test(path) && mail.bounce);
  row("mails that are no bounces: called so", -wrongly.length, 0, String(wrongly.length));
}

const trimmer = set("email-reply-trimmer");
if (trimmer) {
  const score = await scoreTrimmer(trimmer, findReply);
  row("email-reply-trimmer: reply exact", score.right, 58, `${score.right} of ${score.of}`);
  console.log(`    not: ${score.wrong.join(", ")}`);
  await readAll("email-reply-trimmer", part(trimmer, /\.txt$/));
}
const crisp = set("crisp-email-reply-parser");
if (crisp) {
  const score = await scoreCrisp(crisp, findReply);
  row("crisp email-reply-parser: as its tests want", score.right, undefined, `${score.right} of ${score.of}`);
  console.log(`    not: ${score.wrong.join(", ")}`);
  await readAll("crisp email-reply-parser", part(crisp, /\.txt$/));
}
const stalwart = set("stalwart-mail-parser");
if (stalwart) {
  for (const kind of ["malformed", "rfc", "legacy", "thirdparty"])
    await readAll(`stalwart ${kind}`, part(stalwart, new RegExp(`/${kind}/.+\\.eml$`)));
}
await reader.close();
console.log(
  `${missed === 0 ? "Every target is met" : `${missed} targets are missed`}, ${((performance.now() - started) / 1000).toFixed(1)} s.`,
);
process.exit(missed === 0 ? 0 : 1);
