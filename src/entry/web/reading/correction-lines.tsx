/** What people have put right in a message: what was heard, what they say, who said so, and the way back. */
import type { ReactNode } from "react";
import type { ReadingCorrection } from "../../contract/index.ts";
import { locale, t } from "../i18n.ts";
import { nameOf, usePeople } from "../viewer.ts";
import { takeBack } from "./put-right.ts";
import { sayFact } from "./say-fact.ts";

interface LinesProps {
  readonly corrections: readonly ReadingCorrection[];
  readonly conversationId: number;
}

export function CorrectionLines({ corrections, conversationId }: LinesProps): ReactNode {
  // Names come from the cache; asking here draws the lines again once they are known.
  usePeople();
  return (
    <ul className="mt-1">
      {corrections.map((one) => (
        <li key={one.id} className="flex flex-wrap items-baseline gap-x-2">
          <span className="inline-block first-letter:uppercase">{sayCorrection(one)}</span>
          {one.personId ? <span className="text-soft">{t("put-right.by", { name: nameOf(one.personId) })}</span> : null}
          <button
            type="button"
            className="link min-h-6"
            aria-label={t("put-right.undo-named", { what: sayCorrection(one) })}
            onClick={() => void takeBack(conversationId, one.id)}
          >
            {t("put-right.undo")}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A name of the list as it stands within a sentence. */
export const inSentence = (words: string): string =>
  locale === "en" ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;

/** "angry → worried", "not so: a threat". */
function sayCorrection({ aspect, heard, said }: ReadingCorrection): string {
  const name = (one: { name: string; value: string | null }): string => {
    if (aspect !== "fact") return sayName(aspect, one.name);
    const kind = one.name as "order";
    return t("heard-fact.tip", {
      kind: t(`kind.${kind}`),
      value: sayFact({ kind, text: one.value ?? "", value: one.value ?? "" }, locale, true),
    });
  };
  if (said === null)
    return t(aspect === "fact" ? "put-right.gone-fact" : "put-right.gone", { heard: heard ? name(heard) : "" });
  return t("put-right.instead", { heard: heard ? name(heard) : t("put-right.nothing"), said: name(said) });
}

function sayName(aspect: Exclude<ReadingCorrection["aspect"], "fact">, name: string): string {
  if (aspect === "feeling") return t(`feeling.${name as "angry"}`);
  if (aspect === "situation") return inSentence(t(`situation.${name as "other"}`));
  return aspect === "signal" ? t(`signal-name.${name as "legal"}`) : t(`unsaid-name.${name as "unheard"}`);
}
