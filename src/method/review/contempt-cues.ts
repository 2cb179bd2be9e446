/** How a reply needles, mocks or shows the door: contempt in fixed turns of speech. Lists only; the rule does the looking. */
import { cue, everyPattern, pattern } from "./pattern.ts";

export const UNKIND = everyPattern(
  // What you do will get you nowhere.
  "(?:writing|shouting|complaining|asking|threatening|insisting|calling|repeating|ranting|swearing|capitals|capital letters|exclamation marks|(?:three|four|five|ten|more) (?:mails|messages|calls))\\b[^.]{0,70}? (?:will not|won't|doesn't|does not|don't|isn't going to|is not going to|never) (?:make|speed|help|change|get|bring|do|move|solve|impress|improve)",
  "(?:hardly|surely|scarcely|not exactly|not really) [^.?]{3,80}, (?:is|are|do|does|can|could|would|was|did) (?:it|we|you|they|he|she|i)\\?",
  "well,? (?:one|people|anybody|anyone|you) can (?:\\w+ ){1,3}(?:a lot|anything|many|whatever)|by magic|as you insist|if you insist|since you insist|if (?:it|that) makes you (?:happy|feel)|then we're (?:quits|even)|(?:no need to (?:get|be|become) (?:so )?(?:personal|rude|nasty|aggressive|sarcastic|cheeky|dramatic|impatient|unfriendly))",
  "(?:are|is) (?:you |that )?(?:now |really )?(?:so |such a )?surpris(?:ed|ing)\\?|what (?:exactly )?(?:were|are) you (?:expecting|hoping)|(?:never|not) once (?:look|read|check|think)|then (?:you )?(?:wonder|complain|act surprised)|(?:i|we) can only (?:laugh|shake|smile)|(?:must|have to) (?:really )?explain (?:this|that|everything) (?:again|twice)|you only need to read",
  "as you (?:well |very well |surely |should |already )+know|as you would know",
  "(?:obviously|clearly|evidently|apparently),? you(?:'ve| have)? (?:not|n't|never|didn't|don't|can't|cannot|missed|ignored|forgot)",
  // Mock thanks and mock wonder.
  "thanks for nothing|congratulations on (?:reading|finding out|finally)|(?<=^|well,? )bravo|thank(?:s| you) for (?:the|your) (?:novel|lecture|sermon|essay|speech|monologue|rant|wisdom|little)|(?<=^)(?:well,? well|charming|you again|good for you)|what a surprise|customer is king|your (?:highness|majesty|lordship)|how (?:nice|kind|lovely|charming|clever) of you to (?:finally|let|notice|join|share|grace)|oh,? how (?:terrible|awful|sad|tragic) for you|(?:that's|how) (?:rich|hilarious|original)|coming from you|surprise,? surprise|news ?flash",
  "(?:stupid|ridiculous|idiotic|nonsense|rude|absurd|childish|hysterical|silly|pathetic) (?:of you|question|message|e-?mail|demand|request|behaviou?r|complaint|tone|accusation|remark)s?|don't be (?:so )?(?:ridiculous|silly|childish|absurd|dramatic|precious)|what a drama|must be nice|(?<=^|oh |aww |aw )poor you(?= ?[.!]|$)|my heart bleeds",
  // As if to a child.
  "in case you (?:hadn't|haven't|didn't|had not) (?:noticed|know|realised|realized)|as any(?:one|body| child| adult) (?:knows|can see)|even a child|(?:not|isn't) rocket science|use your (?:eyes|head|brains?|common sense)|do your homework|just google|google it|(?:try|learn)(?: actually| how)?(?: to)? read(?:ing)?(?! (?:it|them|the) again)|bother(?:ed)? to (?:read|look|check|listen)|(?:if|as) you (?:could|can) (?:only )?read|read it to you|explain (?:it |this )?slowly|so that (?:even )?you can follow|please scroll up|better things to do|(?:a lot of|too much) time on your hands|wrong side of (?:the )?bed",
  "for the last time|once and for all|how many (?:times|more)|(?:what|which) part of|let me repeat|i can only repeat|for your information|(?<=^)for the (?:second|third|fourth|fifth|hundredth) time|is (?:that|it) (?:so|really so|too) (?:hard|difficult|much) to|what exactly (?:do you not|don't you) understand",
  // What do you expect?
  "believe it or not|like it or not|take it or leave it|welcome to (?:the real world|real life|reality)|what (?:else )?did you expect|do you (?:really|seriously|honestly) (?:think|expect|believe|imagine)|(?:do you|you don't) (?:think|expect|imagine|suppose) (?:that )?(?:we|i) (?:can|have|are|am|will|would|do)|what (?:more |else )?do you want (?:me|us) to do|what more do you want",
  "(?:we(?:'re| are)|i(?:'m| am)) not (?:your (?:servant|punching|slave|secretary|mother|nanny)s?|magicians?|mind-? ?readers?|miracle workers?|babysitters?|clairvoyants?|wizards?|a charity)|(?:can't|cannot|don't) (?:do|work) (?:magic|miracles)|wish concert|(?:we're|we are|this is) (?:a|an) \\w+, not an? (?:hotel|restaurant|charity|bank|circus|kindergarten|zoo|hospital|taxi|spa|supermarket|call centre)|not (?:our|my) only (?:customer|guest|client|patient|case)|world (?:doesn't|does not) revolve|patience is a virtue|rome (?:wasn't|was not) built|got what you paid for|you get what you pay for",
  // There is the door.
  "be my guest|good luck (?:with that|finding|elsewhere)|(?:nobody|no one) (?:is )?forc(?:ed|es|ing) you|(?:nobody|no one)(?:'s| is) (?:stopping|keeping|holding) you|there(?:'s| is) the door|go ahead and (?:sue|complain|report|leave|post|write|call)|feel free to (?:sue|complain|leave|shout|report us|give us|leave a)|complain to who|to whoever you (?:like|want)|for all i care|(?:bother|annoy|pester) (?:somebody|someone) else|(?:find|go to|try|look for|ask) (?:somebody|someone|somewhere) else(?! (?:here|in|from|on|at|will|who))|stop (?:writing|calling|mailing|asking|pestering|bothering|shouting|wasting)|refrain from (?:further )?(?:enquir|ask|call|writ|send|inquir)\\w*",
  "some of us (?:have|are|work|actually)|(?:i|we) (?:don't|do not) have (?:the )?time for (?:this|that|your|such)|(?:makes?|leaves?) no impression|(?:won't|will not|doesn't|does not|don't|do not) (?:impress|scare|frighten|speed (?:up )?(?:any|things|this)|get you (?:any|there|far))|your (?:opinion|displeasure|anger|complaint) (?:has been|is|was) noted|no intention of|how many more \\w+",
  // Their tone.
  "grow up|get over it|deal with it|spare (?:me|us|yourself) (?:the|your)|watch your (?:tone|language|mouth)|with that (?:attitude|tone)|if you shout|(?:could|might|should) try (?:being |to be )?(?:polite|nice|friendly|civil)|how dare you|don't (?:threaten|lecture|teach|patronise) (?:me|us)|that's (?:show ?business|tough luck|hard luck|your problem|not my problem)|to (?:a|two|three|five|several) hundred (?:people|customers) (?:a|every|each) day",
);
/** Thrown at a person, or back at the one who threw them. */
export const INSULT = cue(
  /(?<![\w'])(?<!(?:not|called|like|being|feel|the word) (?:an? |all |such )?)(?:idiots?|morons?|liars?|crooks?|fools|imbeciles?|cretins?|bastards?|arseholes?|assholes?|jerks?|troublemakers?|hypocrites?|whiners?|cry-?bab(?:y|ies)|drama queens?)(?!\w)/g,
);
export const OF_OURSELVES = cue(/\b(?:i|we)(?:'m| am|'re| are| was| were| felt| feel)\b/);
/** Three words and more in capitals, with a small word among them: a sentence that is shouted, no list of abbreviations. */
export const SHOUTED = cue(
  /(?<![\w-])(?=[A-Z ']*\b(?:THE|IS|NO|NOT|YOU|WE|IT|TO|ARE|I|AND|OF|YOUR|OUR|THIS|THAT)\b)[A-Z]+(?: [A-Z']+){2,12}(?![\w-])/g,
);
export const SHARP = pattern(
  "please|stop|do not|don't|look|read|check|listen|already|again|never|must|told|said|enough|clearly|obviously|not (?:our|my|your)|your (?:fault|problem|mistake)",
);
/** Behind these two marks only cheer. */
export const KIND = pattern(
  "sorry|oh no|thanks?|thank you|love(?:ly)?|gorgeous|great|good|happy|glad|enjoy|welcome|congratulations|best|super|wonderful|news|luck|birthday|well done",
);
