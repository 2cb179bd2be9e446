/**
 * What has been done to somebody, told as it happened and without a word of feeling: written to no avail, waited for in vain,
 * told one thing and then another. It heats a message as much as "I am annoyed" does. Each kind counts once. English.
 */
export const GRIEVANCE_CUES: ReadonlyArray<readonly [heat: number, phrases: string]> = [
  [
    0.4,
    "(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|3rd|4th|5th|6th|7th|8th|9th|10th|umpteenth|hundredth) (time|email|e-mail|mail|message|letter|complaint|call|engineer|technician|attempt|ticket|request|reminder|visit|replacement|week|month); (three|four|five|six|seven|eight|nine|ten) times; (several|many|multiple|countless|a hundred) times; how many times; how many more; every single time; again and again; over and over; time and again; time after time",
  ],
  [
    0.3,
    "(second|2nd) (time|email|e-mail|mail|message|letter|complaint|engineer|technician|attempt|request|reminder|visit); twice (already|now); yet again; once again; still (no|nothing|waiting|hasn't|haven't|broken); still (have|has) (not|no|nothing); still not; (keeps|keep|kept) (happening|breaking|failing|crashing|saying|telling|charging|asking|sending)",
  ],
  [
    0.35,
    "(nobody|no one|no-one) (cares|answers|answered|replies|replied|called|calls|came|comes|rang|rings|helps|helped|showed|shows|turned|picks|picked|knows|told|seems|listens|bothered); (nobody's|no one's) (done|called|come|replied|answered); (ignored|ignoring|ignores) (me|us|my|our|it|this); being ignored; never (called|rang|replied|answered|got back|heard back); then (silence|nothing); hung up; (line|phone) was (closed|dead|cut); passed (from|around)",
  ],
  [
    0.3,
    "you (said|promised|told (me|us)|assured (me|us)|swore); (i|we) (was|were) (told|promised|assured); (promised|assured) (me|us); (told|tells|telling) (me|us) (the same|something|that it|it would|to wait); broken promise; (lied|lying) to; (for|after) (weeks|months|ages|a (week|month|year)); (weeks|months) (later|now|and|of (waiting|this)); how much longer; how long (must|do|am|are) (i|we); waste of; wasted; (took|take|taken|lost) (a|the|another|two|three) (day|morning|afternoon|days|week) (off|of); day off (work|for)",
  ],
];
