/**
 * What must not stand in a mail: card and account numbers, passwords and codes; shown, asked for or kept. Knows their forms and the
 * words around them, and that a long number alone (a parcel, an order) is no secret. Somebody's health stands in health-told.ts.
 */
import type { Span } from "../../kit/index.ts";
import { pattern } from "./pattern.ts";

const LONG_NUMBER = /(?<![\w.,-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
/** Then it is a card's number, whatever its check sum says. */
const OF_A_CARD =
  /\b(?:credit |debit |bank |payment )?card(?: number| no\.?)?(?: is| was)?:? ?$|\b(?:visa|mastercard|amex)(?: card)?:? ?$/;
const OTHER_CARD =
  /\b(?:loyalty|library|membership|gift|bonus|travel|insurance|sim) card(?: number| no\.?)?(?: is)?:? ?$/;
const CODE =
  /\b(?:password|passcode|passphrase|pin|cvv2?|cvc|security code|(?:login|access|verification|one-time|sms|reset|confirmation|recovery|unlock) code)(?: (?:is now|now is|is|was))?:? ?["']?((?=[^\s"']{0,40}\d)[^\s"',;]{3,40})/g;
/** Between quotation marks a password needs no digit to be one. */
const QUOTED_CODE = /\b(?:password|passcode|passphrase)(?: (?:is now|now is|is|was))?:? ?"([^"]{4,40})"/g;
const PLACEHOLDER = /^[*x•.]+$|^\d{1,2}:\d{2}|days?$|^(?:four|six|8|6|4)-|characters?$|^\d{1,2}$/;
const IBAN = /(?<!\w)[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?!\w)/g;
const ACCOUNT = /\b(?:bank )?account (?:number|no\.?):? ?(?:is )?(\d{7,12})\b/g;
const OURS = /\b(?:our|us|pay(?:able)? (?:it )?to|transfer)\b/;

/** "account 00045882137-4": a long number that is said to be an account, theirs, in a mail that pays into it. */
const NEW_ACCOUNT =
  /\b(?:your|new|old) (?:bank )?account\b[^.;]{0,60}?\b(?:account|konto|no\.?|number) ?:? ?(\d[\d-]{6,16}\d)\b/g;
/** Tax and identity numbers, written with their points. */
const PERSONAL =
  /\b(?:cpf|ssn|social security (?:number|no\.?)|national insurance (?:number|no\.?)|passport (?:number|no\.?)|pesel|tax id)(?: is)?:? ?([a-z]{0,2}\d[\d .-]{5,16}[\da-z])\b/g;

export interface Shown extends Span {
  /** What may stand in its place. */
  readonly instead?: string;
}

/**
 * @param text plain(), words between quotation marks included. Places are in it.
 * @param said plain, everything in the thread: what is called a card there is one here.
 */
export function* secretsIn(text: string, said = ""): Generator<Shown> {
  const hasDigits = /\d{3}/.test(text);
  if (hasDigits) {
    for (const { 0: written, index } of text.matchAll(LONG_NUMBER)) {
      const digits = written.replace(/\D/g, "");
      const before = text.slice(Math.max(0, index - 40), index);
      const isCard = OF_A_CARD.test(before)
        ? !OTHER_CARD.test(before)
        : isCardNumber(digits) || isCalledCard(written, said);
      if (isCard) yield { start: index, end: index + written.length, instead: `ending ${digits.slice(-4)}` };
    }
    for (const { 0: written, index } of text.matchAll(IBAN))
      if (isIban(written.replaceAll(" ", "")) && !OURS.test(text.slice(Math.max(0, index - 60), index)))
        yield { start: index, end: index + written.length, instead: `ending ${written.slice(-4)}` };
    for (const known of [NEW_ACCOUNT, PERSONAL])
      for (const { 0: written, 1: number = "", index } of text.matchAll(known)) {
        const end = index + written.length;
        if (!OURS.test(text.slice(Math.max(0, index - 40), index)) && !/ending/.test(written))
          yield { start: end - number.length, end };
      }
    if (/\b(?:sort code|bank|iban|estate|savings)\b/.test(text) && !OURS.test(text))
      for (const { 0: written, 1: number = "", index } of text.matchAll(ACCOUNT)) {
        const end = index + written.length;
        yield { start: end - number.length, end, instead: `ending ${number.slice(-4)}` };
      }
  }
  if (!/pass(?:word|code|phrase)|pin\b|cv[vc]|code\b/.test(text)) return;
  for (const match of text.matchAll(CODE)) {
    const secret = (match[1] as string).replace(/[.!?]+$/, "");
    if (PLACEHOLDER.test(secret)) continue;
    const start = match.index + match[0].length - (match[1] as string).length;
    yield { start, end: start + secret.length };
  }
  for (const match of text.matchAll(QUOTED_CODE)) {
    const end = match.index + match[0].length - 1;
    yield { start: end - (match[1] as string).length, end };
  }
}

function isCalledCard(written: string, said: string): boolean {
  const at = said.indexOf(written);
  if (at < 0) return false;
  const before = said.slice(Math.max(0, at - 30), at);
  return OF_A_CARD.test(before) && !OTHER_CARD.test(before);
}

/** The check sum that every card number has. */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = Number(digits[digits.length - 1 - at]);
    if (at % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits) && /^[3-6]/.test(digits);
}

/** ISO 13616: the remainder of the whole, its beginning moved to the end, is 1. */
function isIban(written: string): boolean {
  let rest = 0;
  for (const char of written.slice(4) + written.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const SECRET =
  "(?:otps?|one-time (?:pins?|passwords?)|(?:seed|recovery|secret|backup) (?:phrases?|words|keys?)|private keys?|(?:answers? to )?(?:your|the) security (?:questions?|answers?)|(?:four|five|six|eight|4|5|6|8)[- ]digits? (?:\\w+ )?(?:codes?|pins?)|codes? (?:here )?(?:when|once|as soon as) (?:it|you) (?:arrives?|comes?|pops?|gets?|receives?)|(?:full |complete )?diagnos[ie]s letters?|(?:scan|test|blood|lab) results|list of (?:the |your )?(?:medication|medicine|drug)s?|codes? (?:that |which )?(?:you (?:\\w+ )?(?:got|get|received?)|(?:your phone|the app|it) shows|(?:we|i|they) (?:\\w+ )?(?:sent|texted))|(?:latest |last |new )?codes? (?:from|on|of) (?:your|the) (?:phone|mobile|text|sms)|(?:three|3) (?:\\w+ )?(?:digits|numbers|figures) (?:from|on|at|of) the back|(?:list of )?(?:any |all |your )*(?:illness(?:es)?|medicines|medications?|medical conditions)|passwords?(?! (?:page|field|reset|rules|box|form|mail|manager|screen))|passcodes?|passphrase|pins?(?: codes?| numbers?)?|cvv2?|cvc|(?:three|3)(?:-digit| digits?)(?: code)?|(?:three|3|last three) (?:little |small )?(?:numbers|digits|figures) on the back|(?:all )?(?:(?:the|complete|full|whole) )*(?:16|sixteen)(?:-digit| digits?)(?: number)?(?: (?:on|of|from) the (?:front|card))?|(?:the )?long number on (?:the|your) card|(?:full|complete|whole) (?:card|account) number|security code|(?:one-time|sms|verification|recovery|login|access|confirmation) codes?|codes? (?:from|of|in) (?:the|your) (?:recovery|sms|text|authenticator|app|bank)|card numbers?|card details|(?:photos?|pictures?|scans?|cop(?:y|ies)|both sides|front and back) of (?:both sides of |the front and back of )?(?:the|your) (?:credit |debit |bank |payment |new |old )?card|(?:photos?|pictures?|scans?|cop(?:y|ies)) of both sides of (?:the|your) (?:\\w+ )?card|online[- ]banking (?:login|details|user\\w*|name|access)|date of birth, diagnos\\w+|(?:all )?medical (?:history|records?|files?|findings?|reports?|documents|certificates?)|health (?:records?|details|data|insurance (?:card|number))|x-?rays?|diagnos[ie]s|lab results)";
const REQUEST =
  "(?:please|kindly|just|simply|yes|then|now|and|(?:can|could|would|will) you|you(?:'ll| will)? (?:need|have) to|i need you to|i'd ask you to|,|:)";
const ASKS_FOR = pattern(
  `${REQUEST} (?:please |also |just |then |quickly )*(?:send|give|tell|share|provide|confirm|forward|e-?mail|text|let (?:me|us) (?:have|know)|reply with|write|read|attach|enclose)(?: [\\w'&()-]+,?){0,16}? ${SECRET}`,
  `(?:send|give|tell|e-?mail|text) (?:me|us)(?: [\\w'&()-]+,?){0,12}? ${SECRET}`,
  `(?:i|we)(?:'ll| will)?(?: also| still| only| just)? (?:need|require)(?: to know| from you)?(?: [\\w'&()-]+,?){0,8}? ${SECRET}`,
  `(?:reply|answer|write|mail|come|respond)(?: back)?(?: to (?:this|my) (?:e-?mail|mail|message))? (?:with|here with)\\W{1,3}(?:[\\w'&()-]+[,:]? ){0,30}?${SECRET}`,
  `(?:i|we)(?:'m| am|'re| are|'ll| will)?(?: also| still| only)? (?:gonna|going to|have to|must)? ?(?:need|require|want)(?: from you)?:? ?(?:[\\w'&()-]+[,:]? ){0,24}?${SECRET}`,
  `(?:to (?:unblock|unlock|lift|verify|check|test)[\\w ]{0,40}) (?:i|we) need:? (?:[\\w'&()-]+[,:]? ){0,24}?${SECRET}`,
  `(?<=^\\W*|[.,;:!] |(?:kindly|please|just|or|so|and|then|ye|u|simply) )(?:send|share|give|tell|provide|confirm|forward|e-?mail|mail|text|drop|write|type|reply with|answer with|let (?:me|us) have|read (?:me |us )?(?:out)?):?(?: [\\w'&()-]+,?){0,10}? ${SECRET}`,
  `for every (?:complaint|claim|case) (?:we|i) (?:require|need)\\b.{0,120}?${SECRET}`,
  `what(?:'s| is) (?:the|your) (?:\\w+ )?${SECRET}`,
);
/** Done another way than by mail, or only spoken of. */
const SAFE_WAY = pattern(
  "upload|securely|secure (?:link|form|page|way|portal|upload|channel|message|mail)|(?:the|this|our|a) (?:\\w+ )?(?:link|form|portal|page|inbox)|by post|in person|(?:at|in|to) (?:the|our|your) (?:branch|counter|door|shop)|choose|set (?:a|your|up)|change|reset (?:link|page|your)|(?:keep|kept) (?:it|them|this|that) (?:to yourself|safe|secret|private)|nobody|no one|last (?:four|two|4) digits|ending|masked|blacked out|delete[ds]?|removed|(?:type|enter|put) (?:it|them) (?:in|into) the",
);
/** Warned against: the no stands in front of the asking, or follows it at once. */
const WARNED = pattern(
  "never|not|don't|won't|nor|no need|needn't|without|instead of|rather than|do not|no longer|nobody|no one|any(?:one|body) who",
);
const LOOKED_BACK = 60;

const NONE_OF_THEM = pattern(
  "(?:no|neither|nor|any|except|but not) (?:\\w+ )?(?:passwords?|passcodes?|pins?|codes?|card|secrets?|seed|phrase|number|records?|diagnos\\w+|medical|health)",
);

/** "Please send me your PIN", "what is the code from the text?" @param plain words between quotation marks left out. */
export function asksForSecret(plain: string): boolean {
  const asked = SAFE_WAY.test(plain) ? null : ASKS_FOR.exec(plain);
  return (
    asked !== null &&
    !NONE_OF_THEM.test(asked[0]) &&
    !WARNED.test(plain.slice(Math.max(0, asked.index - LOOKED_BACK), asked.index + asked[0].length))
  );
}

const SECRET_KEPT = pattern(
  `(?:i|we)(?:'ve| have|'ll| will)?(?: also| now| just| then)? (?:noted?|record(?:ed)?|saved?|stored?|add(?:ed)?|enter(?:ed)?|put|wrote|write|written|kept|keep|filed?|log(?:ged)?)\\b(?: \\w+){0,4}? ${SECRET}`,
);

export const keepsSecret = (plain: string): boolean =>
  SECRET_KEPT.test(plain) && !SAFE_WAY.test(plain) && !WARNED.test(plain);
