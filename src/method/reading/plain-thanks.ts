/**
 * Is this message nothing but a thank-you? Such a message must not end a snooze or reopen what was promised
 * (a customer's "thanks, OK" used to make desks forget the date). Says no whenever anything else is in it.
 */
const THANKS = [
  "thanks",
  "thank you",
  "many thanks",
  "thx",
  "ty",
  "cheers",
  "much appreciated",
  "appreciated",
  "great",
  "perfect",
  "ok",
  "okay",
  "wonderful",
  "super",
  "brilliant",
  "lovely",
  "got it",
  "sounds good",
  "will do",
  "so much",
  "very much",
  "a lot",
  "a million",
  "again",
  "for your help",
  "for the help",
  "for the update",
  "for letting me know",
  "for your quick reply",
  "for the quick reply",
  "and",
  "all good",
  "danke",
  "vielen dank",
  "danke schön",
  "dankeschön",
  "besten dank",
  "herzlichen dank",
  "merci",
  "merci beaucoup",
  "parfait",
  "gracias",
  "muchas gracias",
  "perfecto",
  "vale",
  "grazie",
  "grazie mille",
  "obrigado",
  "obrigada",
  "muito obrigado",
  "dziękuję",
  "dzięki",
  "dziekuje",
  "super dzięki",
  "bedankt",
  "dank je",
  "dank u",
  "dankjewel",
  "tack",
  "tack så mycket",
  "takk",
  "tak",
  "kiitos",
  "ありがとう",
  "ありがとうございます",
  "شكرا",
  "شكراً",
  "спасибо",
  "дякую",
  "谢谢",
  "감사합니다",
]
  .sort((a, b) => b.length - a.length)
  .map((phrase) => phrase.toLowerCase());

/** Longer than this is never only a thank-you, whatever it says. */
const LONGEST = 160;
/** A name at the end, or at the beginning, is part of politeness: "Thanks, Ana". At most this many other words. */
const SPARE_WORDS = 3;

/** @param reply the customer's own words, without quoted history and signature. METHOD close.through. */
export function isPlainThanks(reply: string): boolean {
  const text = reply.trim().toLowerCase();
  if (text.length === 0 || text.length > LONGEST || /[?？؟]/.test(text)) return false;
  let rest = ` ${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()} `;
  let thanked = false;
  for (const phrase of THANKS) {
    const spaced = /[぀-ヿ一-鿿가-힯]/.test(phrase) ? phrase : ` ${phrase} `;
    while (rest.includes(spaced)) {
      rest = rest.replace(spaced, " ");
      thanked ||= !["and", "again", "ok", "okay", "a lot", "vale"].includes(phrase);
    }
  }
  const left = rest.split(" ").filter(Boolean);
  return thanked && left.length <= SPARE_WORDS && !left.some((word) => BUT.has(word) || /\d/.test(word));
}

/** One of these means that there is more to hear. */
const BUT = new Set(
  "but not no never still however except nothing why when where how what wait please need want problem aber nicht noch kein mais pas pero no nicht nie ale men maar".split(
    " ",
  ),
);
