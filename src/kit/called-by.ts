/**
 * By what name somebody is greeted, as far as a string can tell. The given name alone only where it is plainly the first word:
 * to call somebody by half a name, by a title or by the family's name is worse than to write it out. Decides no language.
 */

/** Words that show that a name is no person's, or that more has to stand: titles and what firms are called. */
const TITLES =
  /^(?:dr|prof|mr|mrs|ms|miss|mx|sir|dame|rev|herr|frau|hr|fr|mme|mlle|m|sr|sra|srta|dra|don|doña|sig|ing|dipl)\.?$/i;
const FIRMS =
  /(?:^|[\s,])(?:inc|llc|ltd|limited|gmbh|mbh|ag|kg|se|corp|co|company|sa|srl|sl|spa|bv|nv|ab|as|oy|plc|pty|team|support|service|services|sales|office|info|shop|store|group|verein|e\.v|s\.a|s\.r\.l)\.?(?=$|[\s,])/i;
const LONGEST = 80;

/**
 * "Ana Silva" and "Silva, Ana" are Ana; "山田 太郎", "Dr. Silva", "J. Silva", "NGUYEN Van An" and "Lamps Ltd" are called in full.
 * @returns "" for an address and for nothing at all.
 */
export function calledBy(name: string): string {
  const whole = name.replace(/["“”]/g, "").replace(/\s+/g, " ").trim().slice(0, LONGEST).trim();
  if (whole === "" || whole.includes("@")) return "";
  // Scripts in which the family's name stands first, or in which nobody here can tell, are left alone.
  if (/[^\p{Script=Latin}\p{M}\s.,'’()-]/u.test(whole) || FIRMS.test(whole)) return whole;
  const [before = "", after = ""] = whole.split(/\s?,\s?/);
  const words = (after || before).split(" ");
  const first = words[0] ?? "";
  const isSafe = /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(first) && !TITLES.test(first) && !isFamilyInCapitals(first, words);
  return isSafe ? first : whole;
}

/** "LIMA Ana": capitals mark the family's name where the rest is written otherwise. */
const isFamilyInCapitals = (first: string, [, ...others]: readonly string[]): boolean =>
  others.length > 0 && first === first.toUpperCase() && others.some((word) => word !== word.toUpperCase());
