/** The words dates are made of, in English, German, French, Spanish, and months also in neighbouring languages. Data only. */

const listed = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap((line, index) =>
      line
        .split(" ")
        .filter(Boolean)
        .map((word) => [word, index] as const),
    ),
  );

/** 1 to 12. "may" and "march" are also verbs; whoever asks has to look at the neighbours. */
export const MONTHS = listed([
  "",
  "january jan januar jänner janvier janv enero ene januari gennaio janeiro stycznia styczeń",
  "february feb febr februar feber février fevrier févr febrero februari febbraio fevereiro lutego luty",
  "march mar märz maerz mrz mars marzo maart março marca marzec",
  "april apr avril avr abril abr aprile kwietnia kwiecień",
  "may mai mayo mei maggio maio maja maj",
  "june jun juni juin junio giugno junho czerwca czerwiec",
  "july jul juli juillet juil julio luglio julho lipca lipiec",
  "august aug août aout agosto augustus sierpnia sierpień",
  "september sep sept septembre septiembre settembre setembro września wrzesień",
  "october oct oktober okt octobre octubre ottobre outubro października październik",
  "november nov novembre noviembre novembro listopada listopad",
  "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia grudzień",
]);

/** Sunday is 0. English short forms only where they are not other words. */
export const WEEKDAYS = listed([
  "sunday sun sundays sonntag sonntags dimanche domingo niedziela niedzielę zondag",
  "monday mon mondays montag montags lundi lunes poniedziałek maandag",
  "tuesday tue tues tuesdays dienstag dienstags mardi martes wtorek dinsdag",
  "wednesday wed weds wednesdays mittwoch mittwochs mercredi miércoles miercoles środa środę woensdag",
  "thursday thu thur thurs thursdays donnerstag donnerstags jeudi jueves czwartek donderdag",
  "friday fri fridays freitag freitags vendredi viernes piątek vrijdag",
  "saturday sat saturdays samstag sonnabend samstags samedi sábado sabado sobota sobotę zaterdag",
]);
/** Also English words, or names: they count only beside something else of a date. */
export const DOUBTFUL = new Set("may march mar mai maj mars sun sat wed mon jan jun dec set marca".split(" "));

/** Days from the day of writing. */
export const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
  ["tmrw", 1],
  ["tomorow", 1],
  ["yesturday", -1],
  ["heute", 0],
  ["gestern", -1],
  ["vorgestern", -2],
  ["übermorgen", 2],
  ["aujourd'hui", 0],
  ["hier", -1],
  ["avant-hier", -2],
  ["demain", 1],
  ["après-demain", 2],
  ["hoy", 0],
  ["ayer", -1],
  ["anteayer", -2],
  ["mañana", 1],
  ["dziś", 0],
  ["dzisiaj", 0],
  ["wczoraj", -1],
  ["jutro", 1],
  ["oggi", 0],
  ["ieri", -1],
  ["domani", 1],
  ["vandaag", 0],
  ["gisteren", -1],
]);

export type Unit =
  | "minute"
  | "hour"
  | "day"
  | "working-day"
  | "week"
  | "month"
  | "year"
  | "quarter"
  | "weekend"
  | "second";
const UNIT_WORDS: ReadonlyArray<readonly [Unit, string]> = [
  ["second", "second seconds secs sekunde sekunden seconde secondes segundo segundos"],
  ["minute", "minute minutes min mins minuten minuto minutos"],
  ["hour", "hour hours hr hrs stunde stunden heure heures hora horas"],
  ["day", "day days tag tage tagen jour jours día días dia dias dni dzień giorni giorno dagen dag"],
  [
    "week",
    "week weeks wk wks woche wochen semaine semaines semana semanas tygodni tygodnie tygodnia settimane settimana weken fortnight fortnights",
  ],
  ["month", "month months monat monate monaten mois mes meses miesięcy miesiące mesi maanden maand"],
  ["year", "year years yr yrs jahr jahre jahren an ans année années año años lat rok jaar"],
  ["quarter", "quarter quarters"],
  ["weekend", "weekend weekends wochenende finde"],
];
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_WORDS.flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)),
);

/** Which way a word beside a weekday, a week or a month points: -1 back, 0 this, 1 on. */
export const DIRECTIONS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ["last", -1],
  ["previous", -1],
  ["past", -1],
  ["this", 0],
  ["current", 0],
  ["coming", 1],
  ["upcoming", 1],
  ["following", 1],
  ["next", 1],
  ["letzten", -1],
  ["letzte", -1],
  ["letzter", -1],
  ["letztem", -1],
  ["vergangenen", -1],
  ["vergangene", -1],
  ["vorigen", -1],
  ["vorige", -1],
  ["diesen", 0],
  ["diese", 0],
  ["dieser", 0],
  ["dieses", 0],
  ["nächsten", 1],
  ["nächste", 1],
  ["nächster", 1],
  ["nächstes", 1],
  ["kommenden", 1],
  ["kommende", 1],
  ["pasado", -1],
  ["pasada", -1],
  ["próximo", 1],
  ["próxima", 1],
  ["este", 0],
  ["esta", 0],
  ["dernier", -1],
  ["dernière", -1],
  ["prochain", 1],
  ["prochaine", 1],
  ["ce", 0],
  ["cette", 0],
]);

/** Words before a bare figure or "May" that make it a date. */
export const DATE_OPENERS = new Set(
  "on by since until till before after from dated due in of last next this early late mid around during between am ab bis seit vor im le depuis avant en el desde hasta antes dès du al para".split(
    " ",
  ),
);
export const DAY_PARTS: ReadonlyMap<string, readonly [from: number, name: string]> = new Map([
  ["morning", [480, "morning"]],
  ["afternoon", [840, "afternoon"]],
  ["evening", [1140, "evening"]],
  ["night", [1260, "night"]],
  ["lunchtime", [720, "noon"]],
  ["morgen", [480, "morning"]],
  ["vormittag", [600, "morning"]],
  ["vormittags", [600, "morning"]],
  ["nachmittag", [840, "afternoon"]],
  ["nachmittags", [840, "afternoon"]],
  ["abend", [1140, "evening"]],
  ["abends", [1140, "evening"]],
  ["früh", [480, "morning"]],
  ["matin", [480, "morning"]],
  ["soir", [1140, "evening"]],
  ["après-midi", [840, "afternoon"]],
  ["tarde", [840, "afternoon"]],
  ["noche", [1260, "night"]],
]);

/** Minutes from UTC. Abbreviations that mean two things are read as mail about support mostly means them. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ["utc", 0],
  ["gmt", 0],
  ["bst", 60],
  ["wet", 0],
  ["cet", 60],
  ["cest", 120],
  ["mez", 60],
  ["mesz", 120],
  ["eet", 120],
  ["eest", 180],
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["ist", 330],
  ["jst", 540],
  ["aest", 600],
  ["aedt", 660],
]);
export const TIME_WORDS: ReadonlyMap<string, number> = new Map([
  ["noon", 720],
  ["midday", 720],
  ["midnight", 0],
  ["mittag", 720],
  ["mitternacht", 0],
  ["midi", 720],
  ["minuit", 0],
  ["mediodía", 720],
  ["medianoche", 0],
]);
/** So many days may be said with a unit before the value is no use: "10000 days". */
export const MOST_UNITS = 1200;
