/**
 * The words and phrases feelings are told by, with how strong each is alone (0..1). Written for this project, in English.
 * Modifiers ("a bit", "very", "not") are applied by whoever reads; a phrase that holds its own "not" stands as it is.
 */
export const FEELINGS = [
  "angry",
  "frustrated",
  "disappointed",
  "worried",
  "confused",
  "sad",
  "embarrassed",
  "desperate",
  "pressed-for-time",
  "pleased",
  "grateful",
  "neutral",
] as const;
export type Feeling = (typeof FEELINGS)[number];
export type FeltFeeling = Exclude<Feeling, "neutral">;

/** Phrases parted by semicolons. */
export const FEELING_CUES: ReadonlyArray<readonly [FeltFeeling, intensity: number, phrases: string]> = [
  [
    "angry",
    0.97,
    "furious; livid; enraged; outraged; incensed; seething; fuming; boiling; irate; infuriated; apoplectic; (absolutely|bloody|fucking) (fuming|furious|livid); 😡; 🤬; 👿; incandescent; raging; makes my blood boil; lost (my|our) temper; spitting feathers; out of my mind with (anger|rage); hate you; rage",
  ],
  [
    "angry",
    0.8,
    "infuriating; outrageous; disgusted; disgusting; appalled; appalling; disgrace; disgraceful; shameful; scandalous; despicable; hate (this|your|that|it|dealing); how dare you; shame on you; (thieves|crooks|scammers|liars|conmen|cowboys); robbery; rip off; ripoff; ripped off; scam; scammed; thieving; stealing (my|our); stole (my|our) money; stolen (my|our); bullshit; bs; wtf; what the (hell|fuck|heck); go to hell; (sick and tired|fed up to the back teeth); had it with; liar; lied to; lying; insulting; insulted; 😠; 💢; shocking; shambles; daylight robbery; screw (you|this); piss take; taking the piss; pissed off; pissed; (mad|angry) as hell; incompetence; incompetent; useless; clowns; idiots; morons; contempt; damn; goddamn",
  ],
  [
    "angry",
    0.65,
    "angry; mad at; {im} mad; so mad; really mad; getting mad; makes me mad; made me mad; unacceptable; not acceptable; inexcusable; unforgivable; ridiculous; absurd; pathetic; laughable; (a|this|what a|bad|sick) joke; a farce; farcical; nonsense; outraging; cheated; deceived; misled; conned; (poor excuse|excuses) for; sick of; {im} done with; (crap|crappy|shit|shitty); terrible service; worst (customer service|service|company|experience|support); disrespectful; rude; no excuse; (your|this) __ fault; how is this (acceptable|ok|okay|legal); beyond belief; unbelievable; are you (serious|kidding|joking); you (have got|got) to be kidding; (i|we) demand; on earth; do your job; held hostage; treated like; anger",
  ],
  [
    "angry",
    0.5,
    "cross; annoyed with; (irritated|irritating|irritation); annoyed; annoying; annoys; ticked off; peeved; miffed; resent; resentful; offended; offensive; unfair; unjust; not (fair|right|on|good enough|ok|okay); isn't (fair|right|good enough); (wasn't|isn't) my fault; nobody (cares|gives); you {dont} care; don't seem to care; ignoring {me}; out of order; how (hard|difficult) can it be; seriously; enough is enough; bad form; unprofessional; sloppy; careless; negligent",
  ],
  [
    "frustrated",
    0.75,
    "fed up; at (my|our) wits end; at my wit's end; wits' end; had enough; at the end of (my|our) (rope|tether|patience); tearing my hair out; pulling (my|our) hair out; driving me (mad|crazy|insane|nuts|up the wall); losing (my|our) (patience|mind); lost patience; run out of patience; running out of patience; patience is (wearing|running) (thin|out); 😤; 😩; 😫; going (round|around) in circles; banging my head; nightmare; exasperated; exasperating; exhausting; exhausted; (how many|how much) more times; last straw; never ending; never-ending; (tired|weary) of; {cant} take (it|this|any more|anymore)",
  ],
  [
    "frustrated",
    0.58,
    "frustrated; upset; upsetting; frustrating; frustrates; frustration; frustrations; infuriates; waste of (time|money|my time|our time|space); wasted (my|our|hours|days|a|an|so much|half); wasting (my|our); 🙄; 😒; nobody (answers|answered|replies|replied|responds|responded|helps|helped|called|listens|listened); no one (answers|answered|replies|replied|responds|responded|helps|helped|called|listens|listened); no (response|reply|answer|word|luck|help|progress|update|updates) (from|yet|so far|at all|since|whatsoever|whatever); still no (response|reply|answer|refund|parcel|delivery|sign|news|update|word); still (waiting|nothing|not|broken|hasn't|haven't|doesn't|can't|unable|unresolved|no); yet again; once again; (third|fourth|fifth|sixth|second|2nd|3rd|4th|5th|umpteenth) time; over and over; again and again; time and again; every (single )time; keep (asking|getting|telling|saying|having|being|waiting); keeps (crashing|failing|happening|breaking|saying|telling|asking|sending|freezing); kept (telling|asking|waiting|sending|saying|on hold); on hold for; passed (around|from|between); pillar to post; (go|going|went) nowhere; getting nowhere; fobbed off; brushed off; copy and paste; copy-paste; canned (response|reply|answer); automated (response|reply|responses|replies); the same (answer|reply|email|thing|script|question|questions|problem|issue); as {i} (already )(said|explained|told|wrote|mentioned); {ive} already (told|said|explained|sent|tried|done|given); for the love of; hours (of|on) (my|the phone|hold); tedious; ordeal; hassle",
  ],
  [
    "frustrated",
    0.4,
    "inconvenient; inconvenience; inconvenienced; bothersome; a pain; pain in the; nuisance; ugh; argh; sigh; grr; (a )(bit|little) much; {doesnt} work; not working; stopped working; useless to me; difficult to (reach|contact|use); impossible to (reach|contact|use|get|find|speak); no way to (reach|contact|speak|reset); clunky; buggy; {cant} get (it|this|anyone|through|in|any); tried everything; nothing (works|worked|helps|helped)",
  ],
  [
    "disappointed",
    0.7,
    "heartbroken over; gutted; deeply disappointed; bitterly disappointed; let down; let (me|us) down; letting (me|us|people|customers) down; such a letdown; a letdown; (lost|losing) (faith|trust|confidence|all faith|all trust) (in|with); broke (my|our) trust; betrayed; ruined; spoiled; spoilt; (expected|deserve|deserves|deserved) better; 👎; crushed; dismayed; shattered my",
  ],
  [
    "disappointed",
    0.52,
    "disappointed; disappointing; disappointment; disheartened; disheartening; disillusioned; dissatisfied; unsatisfied; unhappy; displeased; underwhelmed; underwhelming; unimpressed; not impressed; not (what|as) (i|we) (expected|ordered|was promised|were promised|was told); not as (described|advertised|promised|pictured|shown); poor (quality|service|experience|form|show|communication); (bad|terrible|awful|dreadful|horrible|lousy|horrendous|atrocious|abysmal|subpar) (experience|service|quality|product|support); awful; dreadful; horrible; lousy; abysmal; atrocious; (i|we) (thought|hoped|expected) (you|better|more|that you); expected more; used to be (good|great|better|reliable); what a shame; it's a shame; it is a shame; such a shame; a pity; regret (buying|ordering|choosing|purchasing|my); (wish|wished) {i} had never; never (arrived|came|turned up|showed up|materialised|materialized); broken promise; broken promises; promised me; was promised; were promised; (a |my )(big |huge )mistake (buying|ordering|choosing); falls short; fell short; {dont} recommend; would not recommend; cannot recommend; sub-standard; substandard; (cracked|damaged|broken|dented|scratched) on arrival; arrived (broken|damaged|cracked|late|empty|dented|scratched); 😞; 😔; 😕; not worth",
  ],
  [
    "disappointed",
    0.35,
    "not (ideal|great|good|perfect|brilliant|nice); could be better; could have been better; hoped for; was hoping; were hoping; less than (ideal|great|happy|impressed|satisfactory); so so; meh; unfortunately for me; a shame; mediocre; oh well; (no|not) good",
  ],
  [
    "worried",
    0.85,
    "terrified; scared (to death|stiff|sick); frightened; petrified; panicking; panicked; in a panic; panic; frantic; worried sick; sick with worry; terrifying; horrified; freaking out; freaked out; 😱; 😨; 😰; alarmed; alarming; {cant} sleep; losing sleep; lose sleep; up all night; fear for",
  ],
  [
    "worried",
    0.58,
    "worried; worry; worries me; worrying; worries; anxious; anxiety; nervous; scared; afraid (that|of|it|my|to|for|we|i|this); i fear; fear (that|my|the|losing|we|it); fearful; concerned; concerning; concern (is|about|that|for); uneasy; unsettled; distressed; distressing; stressed; stressful; stress; on edge; not safe; unsafe; is (it|this|that) safe; is my (account|money|data|card|information|child|baby) safe; (been|was|were|got) hacked; hacked; fraud; fraudulent; (lose|losing|lost) (everything|all my|my job|the house|our home|my home); what (if|happens if); 😟; 😧; 😥; suspicious; sceptical about; dread; dreading; in danger; at risk; (burning|smoke|smoking|sparks|sparking|fire|shock|electrocuted)",
  ],
  [
    "worried",
    0.35,
    "hope (nothing|it isn't|it's not|it is not|this isn't|i haven't|that i haven't); not sure (if|whether) (it|this|that) is (safe|ok|okay|right); a concern; apprehensive; hesitant; unsure about; wondering if something; (want|need) to (make|be) sure; just (checking|making sure)",
  ],
  [
    "confused",
    0.6,
    "confused; confusing; confusion; baffled; baffling; bewildered; bewildering; puzzled; puzzling; perplexed; mystified; {dont} understand; {cant} understand; (doesn't|does not|didn't|did not) make (any )sense; makes no sense; make no sense; no idea (why|what|how|where|who|which); {dont} (know|get) (why|what|how|where|which|whether|who); not sure (why|what|how|where|which|who|i understand|if i); lost (here|as to|on this|me); at a loss; at sea; unclear; not clear; contradictory; contradicts; 😵; 🤷; 🤔; ❓; (two|three) different (answers|prices|dates|numbers|things); clueless; in the dark; which (of them|one) is (right|correct|true); (can't|cannot|can not) (figure|work|make) (it |this )(out|sense); what does (this|that|it) mean; what am i (missing|doing wrong); am i (missing|doing) something; how come; {cant} (find|see) (the|where|how|any); 😕; over my head; (beyond|above) me; scratching my head",
  ],
  [
    "confused",
    0.35,
    "i (think|thought|assumed|assume) __ but; strange; odd; weird; wondering (why|what|how|where); wonder (why|what|how|where); curious why; (unsure|uncertain) (how|what|why|which|where|about|if|whether)",
  ],
  [
    "sad",
    0.85,
    "heartbroken; devastated; devastating; grief; grieving; mourning; in tears; cried; crying; {cant} stop crying; broken hearted; broken-hearted; 😭; 💔; bereft; miserable; depressed; depression; suicidal; hopeless; inconsolable; passed away; (husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|partner|friend|he|she) (has |had |sadly |just |suddenly )died",
  ],
  [
    "sad",
    0.55,
    "sad; sadly (i|my|he|she|we|our); saddened; saddening; heartbreaking; unhappy about; hurt by; hurtful; hurts; miss (him|her|them); lonely; loneliness; alone; sorrow; sorrowful; tearful; 😢; 🥺; 😿; ☹; :(; :-(; :'(; gloomy; a broken heart; heavy heart; losing (him|her); funeral; my late (husband|wife|mother|father|mum|dad|son|daughter|friend); sentimental; low (mood|point); down about; meant (a lot|so much|the world) to",
  ],
  [
    "embarrassed",
    0.7,
    "ashamed; mortified; humiliated; humiliating; humiliation; disgraced; lost face; {cant} look (him|her|them) in",
  ],
  [
    "embarrassed",
    0.5,
    "embarrassed; embarrassing; embarrassment; awkward; feel (so |very |rather |a bit )(foolish|stupid|silly|dumb|an idiot); felt (so |very )(foolish|stupid|silly|dumb); (i am|i'm) (being |probably being )(foolish|stupid|silly|dumb); silly question; stupid question; dumb question; silly of me; stupid of me; foolish of me; my (own )(fault|mistake|stupidity|bad); (entirely|completely|totally) my (fault|mistake); {dont} like to (ask|admit|complain|bother); hate to (ask|admit|bother|be a bother|complain); sorry to (be a (bother|nuisance|pain)|bother|trouble|nag|pester); don't want to be (a bother|a burden|a nuisance|the old|difficult); not proud; 😳; 🙈; 😬; blush; sheepish; i confess; i (have|must) (to )admit; hard (for me )to (ask|write|say|admit); not easy (for me )to (ask|write|say)",
  ],
  [
    "desperate",
    0.85,
    "desperate; desperately; begging (you|for); i beg (you|of); (please|i) beg; i implore; implore you; (please|pls) (please|pls); last (hope|chance|resort); only hope; at breaking point; (about|ready) to give up; {dont} know what (else )to do; don't know where (else )to turn; nowhere (else )to turn; no one else to (ask|turn to); help (me )please help; please help (me|us); save (me|us); 🙏🙏; 🆘; sos; (lose|losing) (my|our) (home|house|job|flat|apartment|business|livelihood); {cant} (pay|afford|feed|eat|heat|go on|cope); at rock bottom; nothing left; stranded; (someone|anybody|anyone|somebody) (please )help",
  ],
  [
    "desperate",
    0.55,
    "{dont} know what to do; please (i|we) (really )need; really need (this|it|your help|help|you to); (i|we) need (your )help; help me; help us; (relying|depending|counting) on (this|you|it); running out of options; out of options; no (other )(choice|option|options); stuck; trapped; so much depends; everything we had; all {i} (have|had|own)",
  ],
  [
    "pressed-for-time",
    0.75,
    "urgent; urgently; asap; as soon as (humanly )possible; immediately; right away; emergency; time (is|was) (running out|critical|sensitive|short); time-sensitive; time-critical; at once; (today|tonight|tomorrow) at the latest; by (the )end of (the )day; by eod; by cob; by close of business; without delay; ⏰; 🚨; every (minute|hour) counts; running out of time; no time to (lose|waste); can't wait (any longer|until|till|for)",
  ],
  [
    "pressed-for-time",
    0.5,
    "in a (hurry|rush); hurry; quickly; quick as; soon as you can; as soon as you can; at your (very )earliest; earliest convenience; deadline; time pressure; (by|before|until|till|for) (tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|noon|midnight|christmas|this evening|this afternoon); (wedding|party|funeral|birthday|trip|flight|opening|exam|interview|move|meeting|presentation) is (on|in|tomorrow|today|this|next); (leave|leaving|fly|flying|travel|travelling|traveling|moving|opening|open) (on|in|tomorrow|today|tonight|this|next); need (it|this|them|an answer|a reply|that|the _) (by|before|for|today|tomorrow|this|tonight); short notice; in time for; on time; last minute; prompt (response|reply|attention|action)",
  ],
  [
    "pleased",
    0.85,
    "delighted; thrilled; overjoyed; ecstatic; over the moon; love (it|this|them|the|my|your|our); loved (it|the|them|your); adore; amazing; awesome; fantastic; brilliant; wonderful; superb; outstanding; excellent; incredible service; perfect; blown away; best (service|support|company|customer|purchase|experience|decision); 😍; 🥰; 🎉; 😁; 🤩; 💯; (couldn't|could not) be happier; made my (day|week); exceeded (my|our|all) expectations; five stars; 5 stars; top notch; first class; first-class",
  ],
  [
    "pleased",
    0.55,
    "happy; glad; pleased; great; lovely; impressed; impressive; enjoy; enjoying; enjoyed; satisfied; content with; nice; good (service|job|work|product|experience|quality|to (hear|know)); well done; kudos; works (great|well|perfectly|fine|beautifully|a treat|like a (charm|dream)); working (great|well|perfectly|fine|again|now); (sorted|solved|fixed|resolved) (now|it|quickly|thanks); all (good|sorted|fine|working); beautiful; gorgeous; beautifully; elegant; softest; favourite; favorite; relieved; relief; phew; big fan; 😊; 🙂; 😀; 😄; 👍; ❤; ❤️; 💕; :); :-); :d; ^^; <3; hooray; yay; wow; recommend (you|it|them|to); will (order|buy|shop|use) (again|you again); looking forward",
  ],
  [
    "pleased",
    0.3,
    "good; (is|was|are|works|worked|that's) fine; (is|was|all|that's) (ok|okay); cool; fair enough; not bad; decent; helpful; (so|very|really|how|was|were|is|are|that's|quite|most|such a|a) kind; friendly; polite; i like; we like",
  ],
  [
    "grateful",
    0.8,
    "so grateful; eternally grateful; forever grateful; (can't|cannot) thank (you|him|her|them) enough; (a )(million|thousand) thanks; thanks a million; thank you (so|very) (very )much; many many thanks; lifesaver; life saver; life-saver; bless you; you saved (my|the|our); went (above and beyond|out of (your|their|his|her) way); above and beyond; deeply appreciate; thanks so much; thanks ever so much; 🙏; owe you; touched by; moved by",
  ],
  [
    "grateful",
    0.5,
    "thank you for (your|the|being|all|always|getting|helping|sorting|fixing|explaining|replying|everything|coming|sending|taking|letting|listening|mending); thanks for (your|the|being|all|always|getting|helping|sorting|fixing|explaining|replying|everything|coming|sending|taking|letting|listening|mending); thank you again; thanks again; grateful; gratefully; gratitude; appreciate; appreciated; appreciative; much obliged; obliged to you; very kind of you; so kind of; kind of you to; big thanks; special thanks; just (wanted to say )thank you; thank (him|her|them|whoever) for",
  ],
  ["grateful", 0.32, "thanks; thank you; many thanks; thx; cheers; ta; ty"],
  [
    "pleased",
    0.42,
    "easy to (use|set up|install|read|carry|clean|handle|understand); user friendly; user-friendly; sturdy; reliable; durable; comfortable; crisp; sleek; stylish; cute; fun; intuitive; convenient; handy; compact; smooth; smoothly; flawless; flawlessly; solid; powerful; vivid; worth (it|every|the (money|price)); great value; good value; high quality; high-quality; well (made|built|designed); a (joy|pleasure|delight|bargain|steal|winner|gem|must); best; better than; ideal; remarkable; terrific; stunning; fabulous; magnificent; charming; attractive; responsive; recommended; highly recommend; proud of; hilarious; sweet; interesting; congrats; welcome; admire; respect; inspiring; funny; (works|worked) (fine|well|great)",
  ],
  [
    "disappointed",
    0.42,
    "poor; poorly; bad; badly; worse; worst; flimsy; cheaply made; junk; garbage; trash; rubbish; uncomfortable; lacks; lacking; ugly; overpriced; over-priced; unreliable; clumsy; cumbersome; sucks; sucked; lame; boring; dull; weak; useless feature; hard to (use|read|see|hear|hold|press|navigate|find); difficult to (use|read|see|navigate|operate); (too|very|so) (slow|small|heavy|loud|expensive|complicated|dark|short|big|bulky|quiet|weak); annoyingly slow; noisy; wasted; stay away; avoid; beware; inferior; inadequate; inaccurate; fails to; failed to; downside; drawback; the only (complaint|problem|downside|drawback); complaint; complaints; (not|n't) (work|last|fit|support|worth)",
  ],
];

/** Words before a cue that make it stronger, and by how much of what is left to 1. */
export const STRONGER: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.25, "quite pretty really particularly rather increasingly genuinely seriously truly more"],
      [
        0.4,
        "very so too most awfully terribly super highly deeply incredibly especially hugely damn bloody majorly greatly badly much",
      ],
      [
        0.6,
        "extremely absolutely completely totally utterly beyond fucking freaking insanely entirely wholly thoroughly exceedingly unbelievably immensely profoundly bitterly",
      ],
    ] as const
  ).flatMap(([by, words]) => words.split(" ").map((word) => [word, by] as const)),
);
/** Words before a cue that make it weaker, and the part that is left. Of several words: the last one. */
export const WEAKER: ReadonlyMap<string, number> = new Map([
  ["bit", 0.55],
  ["little", 0.55],
  ["slightly", 0.5],
  ["somewhat", 0.6],
  ["mildly", 0.5],
  ["tad", 0.5],
  ["kinda", 0.6],
  ["sorta", 0.6],
  ["fairly", 0.75],
  ["faintly", 0.4],
  ["partly", 0.6],
  ["almost", 0.7],
  ["mite", 0.5],
  ["touch", 0.5],
]);
export const NEGATIONS = new Set(
  "not never no without hardly scarcely neither nor don't didn't doesn't isn't wasn't aren't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't cannot ain't dont didnt doesnt isnt wasnt arent wont cant couldnt havent hasnt nothing nobody none".split(
    " ",
  ),
);
