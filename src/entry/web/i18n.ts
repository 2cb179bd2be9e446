/**
 * Typed words in forty lines. The source catalogue is words/en.ts; other languages are flat JSON in the shape of i18next
 * (key_one, key_other), loaded when asked for. A missing key or variable is a mistake the compiler finds.
 */
import { en } from "./words/en.ts";

type Base<K extends string> = K extends `${infer B}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? B : K;
type WordKey = Base<keyof typeof en & string>;
type Names<S extends string> = S extends `${string}{${infer N}}${infer R}` ? N | Names<R> : never;
type Text<K extends WordKey> = K extends keyof typeof en
  ? (typeof en)[K]
  : `${K}_other` extends keyof typeof en
    ? (typeof en)[`${K}_other`]
    : never;
type Variables<K extends WordKey> = [Names<Text<K>>] extends [never]
  ? []
  : [variables: { [N in Names<Text<K>>]: string | number }];
export type Catalogue = Readonly<Record<string, string>>;
export interface Wording {
  readonly locale: string;
  readonly t: <K extends WordKey>(key: K, ...variables: Variables<K>) => string;
}

/** Figures that name something and count nothing: #1234 is not #1,234. */
const NAMES = new Set(["number", "port"]);

/** Words in `locale`; a key that the catalogue lacks is said in English. */
export function makeWording(locale: string, catalogue: Catalogue = {}): Wording {
  const plural = new Intl.PluralRules(locale);
  const englishPlural = new Intl.PluralRules("en");
  const number = new Intl.NumberFormat(locale);
  const english: Catalogue = en;
  const find = (from: Catalogue, rules: Intl.PluralRules, key: string, count: unknown): string | undefined =>
    from[key] ??
    (typeof count === "number" ? from[`${key}_${rules.select(count)}`] : undefined) ??
    from[`${key}_other`];
  return {
    locale,
    t: (key, ...[variables]) => {
      const values: Record<string, string | number> = variables ?? {};
      const count = values["count"];
      const words = find(catalogue, plural, key, count) ?? find(english, englishPlural, key, count) ?? key;
      return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        return typeof value === "number" && !NAMES.has(name) ? number.format(value) : String(value);
      });
    },
  };
}

const wording = makeWording("en");
/** The words of the running app. */
export const t = wording.t;
export const locale = wording.locale;
