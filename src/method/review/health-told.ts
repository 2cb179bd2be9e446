/**
 * Where somebody's health is told in a mail: written into a file that others read, put up on a wall, or spelled out although nobody in
 * the thread has named it. Only illnesses and medicines by their names; being unwell in general is no secret.
 */
import { cue, pattern } from "./pattern.ts";

const KEEPS =
  "(?:i|we)(?:'ve| have|'ll| will)?(?: also| now| just| then)? (?:noted?|record(?:ed)?|saved?|stored?|add(?:ed)?|enter(?:ed)?|put|wrote|write|written|kept|keep|filed?|flag(?:ged)?|mark(?:ed)?|log(?:ged)?)";
const PLACE =
  "(?:in|on|to|into|under|beside|against) (?:(?:your|the|her|his|their|our|my|all) )?(?:\\w+ ){0,2}(?:files?|profile|records?|case|account|notes?|slip|system|database|crm|label|list|history)";
const ILLNESS =
  "(?:\\w*(?:thyroid|diabet|dementia|alzheimer|cancer|tumou?r|chemo|epilep|asthma|depress|bipolar|schizo|autis|adhd|psychiatr|psycholog|parkinson|hepatitis|pregnan|miscarr|fracture|broken (?:arm|leg|wrist|hip)|seizure|migraine|arthrit|sclerosis|allerg|addict|alcohol|incontinen|disab|dialysis|surger|diagnos|medication|illness|disease)\\w*|hiv|stroke|suffers? from|suffering from|mental health|heart (?:attack|failure|condition))";
const HEALTH_KEPT = pattern(
  `${KEEPS}\\b.{0,160}?${ILLNESS}.{0,120}? ${PLACE}`,
  `${KEEPS}\\b.{0,60}? ${PLACE}\\b.{0,160}?${ILLNESS}`,
);
const WITH_LEAVE = pattern(
  "if you (?:agree|like|want|wish|allow|don't mind)|with your (?:consent|permission|leave)|as you (?:asked|wished|requested)|may i|shall i|would you like",
);

/** Their health, written where others read it. @param unquoted words between quotation marks included. */
export const keepsHealth = (unquoted: string): boolean => HEALTH_KEPT.test(unquoted) && !WITH_LEAVE.test(unquoted);

/** One illness, called by its name: no "illness", no "medication". */
const BY_NAME =
  "(?:\\w*(?:thyroid|diabet|dementia|alzheimer|cancer|tumou?r|chemo|epilep|asthma|depress|bipolar|schizo|autis|adhd|psychiatr|parkinson|hepatitis|miscarr|seizure|migraine|arthrit|sclerosis|alcohol|incontinen|dialysis|leukaemi|leukemi|anorexi|bulimi|psychosis|thrush|eczema|psoriasis|haemorrhoid|hemorrhoid|endometrio)\\w*|hiv|aids|stroke|burn-?out|heart (?:attack|failure|condition)|broken (?:arm|leg|wrist|hip)|allerg(?:y|ies|ic)|nervous breakdown|\\w+oscopy|blood in your \\w+|crohn\\w*|abortion|chlamydia|syphilis|gonorrh\\w+|herpes|impoten\\w+|rehab)";
const NAMES_ILLNESS = cue(
  new RegExp(
    `(?<![\\w'])(?:your|because of (?:the|your|her|his)|suspicion of|suspected|suspect|diagnos\\w+ (?:of|with)|treat(?:ed|ment) (?:for|of)|suffer\\w* from|living with|history of|(?:off|away|at home|on leave)(?: sick)? (?:with|because of|for)|(?:you|he|she|they|who) (?:have|has|had)|for) (?:[\\w'-]+ ){0,4}?(${BY_NAME})(?!\\w)`,
  ),
);
/** A colleague's body, told as a reason. */
const OF_A_COLLEAGUE = cue(
  /(?<![\w'])(?:off|away|out|on leave|at home|slow|in hospital)\b[^.,;]{0,30}? (?:after|with|for|because of) (?:an? |her |his |the )?(?:surgery|operation|chemo\w*|hip|miscarriage|breakdown|accident to (?:her|his))(?!\w)/,
);
const THEY_TOLD = /(?<![\w'])(?:you (?:wrote|said|told|mention|describe)|as you)/;

/** What stands in a patient's file: a medicine with its dose, a score, a finding. */
const OF_A_FILE = cue(
  /(?<!\w)[a-z]{5,20} \d{1,4} ?(?:mg|mcg)(?!\w)|(?<!\w)(?:warfarin|sertraline|donepezil|insulin|lithium|methadone|morphine|methotrexate|citalopram|fluoxetine|diazepam|olanzapine|quetiapine|metformin|antidepressants?)(?!\w)|(?<!\w)(?:moca|phq|gad|hba1c|psa|cd4)(?: \w+){0,2} ?(?:score )?\d|pregnancy termination|termination of (?:the |your )?pregnancy|(?<!\w)(?:memory|depression|anxiety) score(?!\w)/g,
);

/** Findings and medicines that nobody in the thread has named. @param said plain, everything in the thread. */
export function fileTold(plain: string, said: string): string | undefined {
  for (const [found] of plain.matchAll(OF_A_FILE)) {
    const [name = "", ...dose] = found.split(" ");
    if (!said.includes(name) && !(dose.length > 0 && said.includes(dose.join(" ")))) return found;
  }
  return undefined;
}

/** Written up where others read it: "your name in the kitchen with …". */
const PUT_UP = cue(
  /(?<!\w)(?:hung|hang|put|pinned|posted|stuck|wrote|written|listed|noted|announced)(?: \w+)? (?:up )?(?:your|her|his|their) (?:name|case|allergy|illness|photo|condition)(?: [\w']+){0,4} (?:in|on|at|to) (?:the|our|all) (?:\w+ )?(?:kitchen|wall|board|door|counter|till|staff ?room|notice ?board|reservation book|calendar|group|chat|window)(?!\w)/,
);
export const putsUp = (plain: string): boolean => PUT_UP.test(plain) && !WITH_LEAVE.test(plain);

/** An illness that nobody in the thread has named, theirs or a colleague's. @param said plain, everything in the thread. */
export function illnessTold(plain: string, said: string): string | undefined {
  const named = NAMES_ILLNESS.exec(plain)?.[1] ?? OF_A_COLLEAGUE.exec(plain)?.[0];
  const part = named?.split(" ").at(-1);
  const isTheirs = named?.startsWith("broken ") === true && part !== undefined && said.includes(part);
  return named === undefined || isTheirs || said.includes(named.slice(0, 6)) || THEY_TOLD.test(plain)
    ? undefined
    : named;
}
