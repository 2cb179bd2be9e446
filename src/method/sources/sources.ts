/**
 * Why we believe what the coach says: every study, law or custom a rule may cite, with its grade. Nothing here is an effect
 * size: most were read as abstracts, so a sentence says what a source shows, and the grade says how far to trust it for support mail.
 */

/** A: several studies with service data. B: one solid one, or a neighbouring field. C: custom or analogy. L: law, safety, plain accuracy. */
export type Grade = "A" | "B" | "C" | "L";

export interface Source {
  readonly title: string;
  readonly where: string;
  readonly grade: Grade;
  /** One sentence: what it shows. */
  readonly shows: string;
}

const source = (title: string, where: string, grade: Grade, shows: string): Source => ({ title, where, grade, shows });

export const SOURCES = {
  "six-steps": source(
    "The six steps of a challenging situation",
    "METHOD.md, S0",
    "C",
    "Teachers of the craft order it so: listen, acknowledge, ask, confirm, provide, check.",
  ),
  "seven-strategies": source(
    "Seven strategies for complex interactions",
    "METHOD.md, S1",
    "C",
    "Validating, open questions, honest timelines, alternatives beside a no, and keeping one's word calm hard conversations.",
  ),
  "empathy-lesson": source(
    "Empathy in customer service",
    "METHOD.md, S2",
    "C",
    "Say it back in your own words, let the customer choose, and end with care and the next step.",
  ),
  "three-techniques": source(
    "Three techniques of empathy",
    "METHOD.md, S3",
    "C",
    "Relate briefly, reflect the feeling and the problem, and say that the reaction is a normal one.",
  ),
  "packard-berger-2021": source(
    "Packard & Berger, How concrete language shapes customer satisfaction",
    "Journal of Consumer Research 47(5), 2021, doi 10.1093/jcr/ucaa038",
    "A",
    "In five studies with calls and mails, concrete words raised satisfaction because they show that somebody listened.",
  ),
  "packard-2018": source(
    "Packard, Moore & McFerran, (I'm) happy to help (you)",
    "Journal of Marketing Research 55(4), 2018, doi 10.1509/jmr.16.0118",
    "A",
    "The word I instead of we made an agent seem to feel and to act for the customer; turning to you did little and can hurt.",
  ),
  "packard-li-berger": source(
    "Packard, Li & Berger, When language matters",
    "Journal of Consumer Research, 2023",
    "A",
    "Warm at the beginning and the end, competent in the middle, pleased customers of two firms best.",
  ),
  "herhausen-2023": source(
    "Herhausen and others, complaint handling in text",
    "Journal of Marketing, 2023, doi 10.1177/00222429221119977",
    "A",
    "Answers that listened and felt with upset customers earned gratitude before anything was fixed, in field data and experiments.",
  ),
  "marinova-2018": source(
    "Marinova, Singh & Singh, frontline problem solving",
    "Journal of Marketing Research, 2018",
    "B",
    "At airline desks, visible work pleased, while much apology and displayed cheer weakened it.",
  ),
  "min-2021": source(
    "Min, Jung & Ryu, Listen to their heart",
    "International Journal of Hospitality Management, 2021, 102956",
    "B",
    "Hearing the concern before apologising or solving raised satisfaction after a failure.",
  ),
  "decock-2021": source(
    "Decock and others, individual and routine complaint answers",
    "Journal of Internet Commerce, 2021",
    "B",
    "Answers written for the case did better than routine ones in two experiments.",
  ),
  "yeomans-2020": source(
    "Yeomans and others, Conversational receptiveness",
    "Organizational Behavior and Human Decision Processes, 2020",
    "C",
    "Acknowledging without a turn against it makes people more willing to listen; to be read with care, an author's other work was withdrawn.",
  ),
  "rogers-2018": source(
    "Rogers, Howieson & Neame, I understand you feel that way, but I feel this way",
    "PeerJ 6:e4831, 2018",
    "B",
    "Stating the other side's view and speaking for oneself was expected to raise less hostility than accusing, in imagined scenes.",
  ),
  "lewicki-2016": source(
    "Lewicki, Polin & Lount, The structure of effective apologies",
    "Negotiation and Conflict Management Research, 2016",
    "B",
    "Of six parts of an apology, taking responsibility weighed most and offering repair came second.",
  ),
  "roschk-kaiser-2013": source(
    "Roschk & Kaiser, The nature of an apology",
    "Marketing Letters, 2013, doi 10.1007/s11002-012-9218-x",
    "B",
    "How an apology is made matters: empathy most, then intensity, then timing.",
  ),
  "shaw-2003": source(
    "Shaw, Wild & Colquitt, To justify or excuse?",
    "Journal of Applied Psychology 88(3), 2003",
    "A",
    "Over 54 samples, explaining why raised fairness and lowered retaliation; a true cause did better than a justification.",
  ),
  "hogreve-2017": source(
    "Hogreve, Bilstein & Mandl, Unveiling the recovery time zone of tolerance",
    "Journal of the Academy of Marketing Science 45, 2017, doi 10.1007/s11747-017-0544-7",
    "B",
    "While people wait, an explanation or updates hold demands down; too much of both does not.",
  ),
  "davidow-2003": source(
    "Davidow, Organizational responses to customer complaints",
    "Journal of Service Research, 2003",
    "B",
    "Of six qualities of a complaint answer, attentiveness mattered most for coming back and for word of mouth.",
  ),
  "joireman-2013": source(
    "Joireman and others, When do customers offer firms a second chance after a double deviation?",
    "Journal of Retailing 89(3), 2013",
    "B",
    "After a second failure, an apology and a remedy together turn a wish for revenge round.",
  ),
  "gneezy-epley-2014": source(
    "Gneezy & Epley, Worth keeping but not exceeding",
    "Social Psychological and Personality Science 5(7), 2014",
    "A",
    "A promise kept is worth as much as one exceeded; a broken one costs.",
  ),
  "guo-2016": source(
    "Guo and others, Perceived control in service recovery",
    "Journal of Service Research, 2016, doi 10.1177/1094670515597213",
    "B",
    "Knowing what happens next and having a say give control back.",
  ),
  "buell-norton-2011": source(
    "Buell & Norton, The labor illusion",
    "Management Science 57(9), 2011",
    "B",
    "Waits are borne better when people see the work being done.",
  ),
  "jansen-2010": source(
    "Jansen & Janssen, bad-news letters",
    "Journal of Pragmatics, 2010",
    "B",
    "Letters that refuse did better with a reason.",
  ),
  "locker-1999": source(
    "Locker, Factors in reader responses to negative letters",
    "Journal of Business and Technical Communication, 1999",
    "B",
    "A refusal was taken better with a reason and an alternative; buffers before it did not help.",
  ),
  "herr-2015": source(
    "Herr and others, validation and invalidation",
    "2015, see also Kuo 2022 in Borderline Personality Disorder and Emotion Dysregulation",
    "B",
    "Telling people that their feeling is out of place keeps the feeling going; taking it as valid lets it fall.",
  ),
  "self-disclosure": source(
    "McDaniel 2007, Beach 2004, physicians' self-disclosure",
    "Archives of Internal Medicine; Journal of General Internal Medicine (PMC1492510)",
    "B",
    "Most stories that doctors told of themselves were of no use to the patient; short ones that came back to the patient did least harm.",
  ),
  "weger-2014": source(
    "Weger and others, The relative effectiveness of active listening",
    "International Journal of Listening, 2014, doi 10.1080/10904018.2013.813234",
    "B",
    "People who were actively listened to felt more understood than people who got advice.",
  ),
  "i-pass": source(
    "I-PASS handover studies",
    "Hospitals in the United States, PMC10964397",
    "B",
    "When the receiver said the case back, handover errors fell in 32 hospitals.",
  ),
  "cardosi-1994": source(
    "Cardosi, controller and pilot communication",
    "FAA reports, rosap.ntl.bts.gov/view/dot/8652",
    "B",
    "Messages with more items in them are misheard more often; reading back catches it.",
  ),
  "chen-2010": source(
    "Chen, Minson & Tormala, Tell me more",
    "Journal of Experimental Social Psychology, 2010",
    "B",
    "Asking people to elaborate makes them more open to what is said next.",
  ),
  "name-studies": source(
    "Addressing customers by name; Walsh and others 2022",
    "nrl.northumbria.ac.uk/id/eprint/49981 and later work",
    "B",
    "A name helps once; overused, misspelt or in an embarrassing matter it backfires.",
  ),
  effort: source(
    "Customer effort",
    "Corporate Executive Board, 2010 (a vendor's survey)",
    "C",
    "Repeating oneself, being sent elsewhere and writing again are what customers remember as effort.",
  ),
  "redundant-entry": source(
    "WCAG 2.2, 3.3.7 Redundant entry",
    "w3.org/TR/WCAG22",
    "C",
    "What somebody has already given should not be asked of them again.",
  ),
  "plain-positive": source(
    "Positive wording",
    "Custom of the trade; little direct evidence",
    "C",
    "Saying what can be done reads more helpful than saying what cannot.",
  ),
  "normalising-limits": source(
    "Where normalising turns into belittling",
    "Reasoned from Herr 2015",
    "C",
    "Calling the reaction normal validates; calling the failure normal says that nobody cares.",
  ),
  accuracy: source("Plain accuracy", "A duty, not a finding", "L", "A wrong date or sum in a letter is a new failure."),
  authority: source(
    "Limits of authority",
    "The team's own limits",
    "L",
    "Nobody may give away more than they may give away.",
  ),
  "consumer-law": source(
    "Consumer rights on cancellation and faulty goods",
    "For example Directive 2011/83/EU, Directive (EU) 2019/771, Consumer Rights Act 2015",
    "L",
    "Most distance purchases may be cancelled within fourteen days; a reply that denies a right misleads.",
  ),
  "iso-10002": source(
    "ISO 10002, complaints handling",
    "ISO 10002:2018",
    "L",
    "The way to complain and what happens next must be open and easy to find.",
  ),
  vulnerability: source(
    "FCA FG21/1 on vulnerable customers, and the TEXAS drill",
    "fca.org.uk, FG21/1; abi.org.uk",
    "L",
    "Somebody who tells of a death, an illness or debt is thanked, asked what they need, and not handed a form letter.",
  ),
  "duty-of-care": source(
    "Duty of care",
    "Every safeguarding protocol",
    "L",
    "Where a life may be in danger, a person answers, and answers that first.",
  ),
  "unreasonable-conduct": source(
    "Managing unreasonable conduct by a complainant",
    "NSW Ombudsman, ombo.nsw.gov.au",
    "L",
    "Name the conduct, not the person; set one limit, and keep the way to help open.",
  ),
  "data-protection": source(
    "GDPR Article 5 and the card industry's standard",
    "Regulation (EU) 2016/679; PCI DSS 3.4",
    "L",
    "What need not be repeated must not be: card numbers are shown by their last four digits at most, passwords never.",
  ),
  "fair-survey": source(
    "When a survey may be sent",
    "Ethics, and FG21/1",
    "L",
    "Asking for stars after a refusal, a death or an open complaint hurts, and measures nothing.",
  ),
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
