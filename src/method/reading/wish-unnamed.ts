/**
 * How people speak of their death without naming it: nothing left to live for, the others better off, the last things done, a place
 * that draws. Each with the words that it needs (danger.ts). Lists only; wish-to-die.ts makes patterns of them.
 */

/** Death without its name: nothing left to live for, the others better off, the last things done, a place that draws. */
export const NOT_NAMED = [
  [
    "live living life alive",
    "(?:nothing|no one|nobody|no reason|not much|little) (?:left |more )?to live for|(?:life|living)(?:'s| is)?(?: not| no longer| hardly)?(?:n'?t)? (?:really )?worth (?:living|it any ?more|it anymore|the (?:pain|effort))|not worth living|(?:done|finished|through) with (?:my )?(?:life|living)(?! (?:in|with|here|next|like|at))|(?:enough|tired|sick|weary) of (?:my life|life|living|being alive)(?! (?:in|with|next|out|without|under|like|off|on|near|above|below|here|there|from|by|insurance))",
  ],
  [
    "gone dead around here alive exist existed; better easier happier",
    "(?:everyone|everybody|they|all of (?:them|you)|my (?:kids|children|family|wife|husband|parents|mum|mother|son|daughter)|people|the world|it|things|you)(?:'s|'re|'d|'ll| is| are| would| will| might| must)*(?: all| probably| surely| really| much| far| be)* (?:better(?: off)?|easier|happier)(?: \\p{L}+){0,6} (?:when|if|once|after) i(?:'m| am|'d| was| were| just| simply|'ve| had)*(?: just| simply)?(?:n'?t| not)? (?:gone|dead|around|here|alive|exist(?:ed)?)(?= ?[.,;!]|$| any| anymore| at all)",
  ],
  [
    "point sense use; being me my",
    "(?:don'?t|do not|can'?t|cannot|no longer) (?:really |even )?see (?:the|any|a|much) (?:point|sense|use) (?:of|in) (?:me |my )?(?:being (?:here|alive|around)|life(?: itself)?|existing|living)(?= ?[.,;!]|$| any| at all)|(?:what(?:'s| is)|no) (?:the )?(?:point|sense|use) (?:of|in) me(?: being (?:here|around|alive))?(?= ?[.,;!?]|$)",
  ],
  [
    "better; off",
    "(?:they|everyone|everybody|my (?:kids|children|family|wife|husband|parents|mum|mother|son|daughter))(?:'d|d| would)? (?:all )?be (?:all |so much |far )?better off(?: without me)?(?= ?[.,;!]|$)",
  ],
  [
    "dying death dead; think thinking thought thoughts dream",
    "(?:think|thinking|thought|thoughts|dream|dreaming)(?: \\p{L}+){0,2} (?:of|about) (?:dying(?! (?:my|the|it|them|our))|death(?! (?:certificate|benefit))|being dead|my own death)",
  ],
  [
    "following follow joining join; think thinking want wish rather only",
    "(?:think|thinking|want|wish|rather|like)(?: \\p{L}+){0,2} (?:about |of |to )?(?:follow|following|join|joining) (?:him|her|them)(?= ?[.,;!]|$| (?:now|soon|there|up))",
  ],
  [
    "thoughts; dark not being here",
    "(?:dark|darkest|bad|terrible) thoughts(?! about (?:your|the|this))|thoughts (?:of|about) (?:not (?:being|existing|waking)|dying|leaving (?:this|for good))",
  ],
  [
    "wake; hope hoped wish pray",
    "(?:hope|hoped|wish|pray|prayed)(?: \\p{L}+){0,3} (?:don'?t|won'?t|do not|never|not|wouldn'?t) (?:to )?wake up(?= ?[.,;!]|$| tomorrow| again| in the morning| any)",
  ],
  [
    "here around alive; spend see pay use need read enjoy collect care",
    "(?:won'?t|will not|not going to|not gonna) be (?:here|around|alive)(?: \\p{L}+){0,3} to (?:spend|see|pay|use|need|read|enjoy|care)(?! (?:the (?:driver|parcel|delivery|engineer)|you))",
  ],
  ["where going; need", "where i(?:'m| am) going,? i (?:won'?t|will not|don'?t) (?:be )?need"],
  [
    "time read; over gone dead",
    "(?:by the time|when) you(?:'ve)? (?:read|get|see|receive)(?: \\p{L}+){0,3},? (?:it(?:'ll| will)(?: all)? be over|i(?:'ll| will) be (?:gone|dead)|i(?:'m| am) (?:gone|dead))",
  ],
  [
    "affairs order",
    "(?:put|putting|got|setting|settled|settling) (?:all )?my affairs (?:are |is )?(?:in order)?(?! (?:with|at) (?:you|the))",
  ],
  [
    "way; out; see bridge cabinet tracks railway one only no",
    "(?:see|saw|have|there(?:'s| is)) (?:no|not any|only one|no other) way out(?= ?[.,;!]|$| (?:any|except one|but one|left|for me|besides))|no longer see (?:a|any) way out(?! of)|(?:cabinet|bridge|tracks|railway|river|window|knife|rope|pills|roof|balcony|medicine)\\b.{0,50}(?:would be|is|as|be) (?:one |a |the |my )?(?:only )?way out",
  ],
  [
    "railway tracks train bridge cliff rope knife knives razor roof river cabinet platform; think thinking thoughts",
    "(?:keep|keeps|can'?t stop|always|only|constantly|started) think(?:ing)? (?:about|of) the (?:\\p{L}+ ){0,2}(?:railway|tracks|trains?|bridge|cliff|rope|knife|knives|razor|roof|river|cabinet|platform|pills)(?! (?:cruise|boat|trip|tour|walk|ticket|bed|terrace))",
  ],
  [
    "bridge roof ledge parapet tracks railing platform cliff; standing sitting stand sit",
    "i(?:'m| am)(?: \\p{L}+){0,2} (?:standing|sitting)(?: \\p{L}+){0,3} on (?:the|a) (?:edge of the )?(?:\\p{L}+ )?(?:bridge|roof|ledge|parapet|tracks|railing|cliff)(?! (?:cafe|hotel|bar|terrace|restaurant))",
  ],
  [
    "drove drive jumped jump stepped step walked walk crashed crash; bridge train tree wall traffic cliff lorry river roof",
    "if i (?:just |only |simply )?(?:drove|jumped|stepped|walked|crashed|ran|fell|drive|jump|step|walk|crash)(?: \\p{L}+){0,3} (?:off|into|in front of|under|from)(?: \\p{L}+){0,3} (?:bridge|train|tree|wall|traffic|cliff|lorry|river|roof|truck|bus)",
  ],
  [
    "ending; things everything it",
    "(?:feel like|think(?:ing)? (?:of|about)|about to|ready to) ending (?:it|things|everything)(?= ?[.,;!]|$| (?:tonight|today|now|soon|all|for good))",
  ],
  [
    "eating drinking; ends end over",
    "stopped (?:eating|drinking).{0,40}\\bhope (?:it|this|everything) (?:ends|is over|will be over)",
  ],
  [
    "stop end over; good forever all",
    "want (?:it|everything|this|things|the pain) (?:all )?to (?:stop|end|be over)[.!,;]? (?:for good|forever|once and for all)(?! with)|(?:feel like|think(?:ing)? (?:of|about)|about to|ready to) (?:end|ending) (?:it|things|everything)(?= ?[.,;!]|$| (?:tonight|today|now|soon|all|for good))",
  ],
  [
    "disappear vanish; never forever good notice back",
    "(?:want|like|wish|could|should) (?:to )?(?:just )?(?:disappear|vanish)(?: \\p{L}+){0,3} (?:never|forever|for good)|(?:nobody|no one) would(?: \\p{L}+)? notice (?:if i|that i)",
  ],
  [
    "myself; cut cutting burn burned burnt burning hurt hurting starve starving",
    "(?:cut|cutting|burn|burned|burnt|burning|starve|starving) myself (?:again|every|last night|tonight|at night|on purpose|because|when i)|hurt(?:ing)? myself (?:again|on purpose|every night|because)",
  ],
  [
    "weekend night week day; make",
    "i (?:don'?t think|doubt|know) (?:that )?i(?:'ll| will| can|'m going to| won'?t| can'?t)(?: even)? (?:make it|get|survive|last) (?:through|past|to) (?:this|the|another|tonight|tomorrow)(?: \\p{L}+)?(?! (?:with|without|exam|season|winter))|(?:won'?t|not going to|can'?t) survive (?:this|another|the) (?:night|week|weekend|day)",
  ],
  [
    "earth world me; longer anymore more want",
    "(?:not|\\p{L}{2,6}n'?t|no longer|never)(?: \\p{L}+){0,3} (?:on|in|of) this (?:earth|world|planet)(?= any| anymore| much| for|[.,;!]|$)|(?:won'?t|will not) be (?:any ?more |a )?me(?! time)(?= ?[.,;!]|$)",
  ],
  [
    "point; given giving gave written wrote goodbye",
    "(?:no point|what's the point)(?: in anything| to anything| to it)?(?: any ?more)?.{0,60}\\b(?:given|giving|gave) (?:the |my |away )?(?:\\p{L}+ ){0,2}away",
  ],
  [
    "baby son daughter child kids children mother father him her; strangle shake hurt throw harm smother hit",
    "(?:could|want to|wanted to|going to|might|afraid i(?:'ll| will| might)|scared i(?:'ll| will| might)|nearly|almost) (?:\\p{L}+ )?(?:strangle|shake|shook|hurt|throw|harm|smother|hit) (?:my|the) (?:\\p{L}+ )?(?:baby|son|daughter|child|kids|children|mother|father|toddler)",
  ],
] as const;

/** Short and plain, each in the few shapes it takes. */
export const IN_PASSING = [
  [
    "wanna want wish; here alive around",
    "(?:don'?t|do not|didn'?t) (?:want to|wanna|wish to) (?:be|stay) (?:here|alive|around)(?: any ?more| any longer)(?! (?:than|as a customer))",
  ],
  [
    "dead die dies",
    "(?:envy|jealous of) the dead|(?:whether|if|that) i live or die|i(?:'m| am| would be|'d be) (?:worth more|better off) dead",
  ],
  [
    "dead",
    "when i(?:'m| am) dead(?! (?:tired|beat|on|wrong|serious))|find (?:me|us) dead|i(?:'ll| will) be dead (?:by|before|soon|tomorrow)(?! tired)",
  ],
  [
    "body",
    "(?:find|have|get|be left with|collect) (?:a|my) (?:dead )?body(?! (?:part|wash|lotion|shop|board|lotion|suit|work))(?= ?[.,;!]|$| (?:here|there|on|instead|when|by|hanging))",
  ],
  ["nobody one; find", "(?:nobody|no one) (?:will|would|'ll) find me(?! (?:a|the|an|in the system|in your))"],
  [
    "message letter words mail; last final",
    "(?:this is|these are) my (?:last|final) (?:message|letter|words|mail|e-?mail)(?= ?[.,;!]|$| to (?:any(?:one|body)|every(?:one|body)|you all|the world))",
  ],
  ["use; going on", "what(?:'s| is) the use (?:in|of) (?:going on|living|any of it|it all)"],
  [
    "favour favor; ended gone dead",
    "(?:everyone|everybody|them|you all|the world|my family) a favou?r (?:if|when|by) i(?:'d|'m| am| was| were)? ?(?:ended (?:it|my)|disappeared|died|was gone|were gone|wasn'?t)",
  ],
  [
    "tablets pills paracetamol; how",
    "how many (?:of )?(?:\\p{L}+ ){0,3}(?:tablets|pills|paracetamol)(?: (?:it|you|one|i))? (?:takes?|need|would|have to)(?! (?:a day|per|with|before|daily))",
  ],
  [
    "roof bridge balcony edge tracks rope pills; keeping stops stopping keeps",
    "(?:keeping|keeps|stopping|stops) me (?:from|off|away from) (?:the|a) (?:\\p{L}+ )?(?:roof|bridge|balcony|edge|tracks|rope|pills|river|window)",
  ],
  ["rope", "(?:have|got|bought|found|tied) (?:a|the|some) rope(?: and |[.!]|$)(?!(?:ladder|swing|light))"],
  [
    "future; see",
    "(?:can'?t|cannot|don'?t|no longer) see (?:a|any|my) future(?= ?[.,;!]|$| any| for (?:me|myself|us))",
  ],
  [
    "stops ends over tonight; decided",
    "decided.{0,30} (?:it|this|everything) (?:all )?(?:stops|ends|is over) (?:tonight|today|now)",
  ],
  [
    "pills tablets knife rope bridge edge; nearly almost",
    "(?:nearly|almost) did it(?= ?[.,;!]|$).{0,60}(?:pills|tablets|knife|rope|bridge|edge|roof)",
  ],
  ["insurance; worth more", "life insurance.{0,40}worth more than (?:i|me)|worth more than i am"],
  [
    "papers keys documents will; told knows know",
    "told my (?:wife|husband|son|daughter|sister|brother|kids|mother|father|family|neighbour) where (?:the|my) .{0,30}(?:papers|documents|will|keys)",
  ],
] as const;
