/**
 * How a message sounds, beside the name of who wrote it: a word and three small bars, the course of the heat where there is
 * one; and, when asked for, the words it rests on. Says nothing where the reading abstains. Marks only customers, never a colleague.
 */
import type { ReactNode } from "react";
import { FEELINGS, type Feeling } from "../../../method/reading/index.ts";
import { t } from "../i18n.ts";
import { Bars, type Strength, strengthOf } from "../look/bars.tsx";
import { CorrectionLines } from "./correction-lines.tsx";
import type { Heard } from "./hear.ts";
import { type Listening, quote } from "./listening.ts";

export function sayFeeling(feeling: Feeling, intensity: number): string {
  const word = t(`feeling.${feeling}`);
  if (feeling === "neutral") return word;
  const strength = strengthOf(intensity);
  return strength === 1
    ? t("feeling.a-little", { feeling: word })
    : strength === 2
      ? word
      : t("feeling.very", { feeling: word });
}

/** Where the heat of a message has another word (docs/coach/reading.md). */
const [TENSE, HOT, VERY_HOT] = [0.22, 0.4, 0.58];

function sayHeat(heat: number | null): string {
  if (heat === null) return t("heat.unknown");
  return t(heat < TENSE ? "heat.calm" : heat < HOT ? "heat.tense" : heat < VERY_HOT ? "heat.hot" : "heat.very-hot");
}

/** The heat from message to message, as a line; the same in words for whoever does not see it. */
function Course({ course }: { course: readonly (number | null)[] }): ReactNode {
  const [width, height, room] = [36, 16, 2];
  const place = (heat: number, index: number): string => {
    const x = room + (index / (course.length - 1)) * (width - 2 * room);
    return `${x.toFixed(1)} ${(height - room - heat * (height - 2 * room)).toFixed(1)}`;
  };
  const line = course.flatMap((heat, index) => (heat === null ? [] : [place(heat, index)]));
  const last = course.at(-1);
  const [x, y] = (line.at(-1) ?? "0 0").split(" ");
  return (
    <svg
      role="img"
      aria-label={t("heat.course", { course: course.map(sayHeat).join(", ") })}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="shrink-0 self-center"
    >
      <path
        d={`M${line.join("L")}`}
        fill="none"
        stroke="var(--ink-faint)"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last === null ? null : <circle cx={x} cy={y} r="1.75" fill="var(--ink-soft)" />}
    </svg>
  );
}

interface FeelingProps extends Listening {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

const idOf = ({ message }: Listening): string => `feeling-${message.id}`;
const hasCourse = ({ heard }: Listening): boolean => heard.course.filter((heat) => heat !== null).length > 1;

/** Heat is heard where no feeling is named: a third mail about the same, told calmly. */
function soundOf({ feelings: [main], course }: Heard): { said: string; strength: 0 | Strength } | undefined {
  if (main?.feeling === "neutral") return { said: t("feeling.neutral"), strength: 0 };
  if (main !== undefined)
    return { said: sayFeeling(main.feeling, main.intensity), strength: strengthOf(main.intensity) };
  const heat = course.at(-1) ?? 0;
  return heat < TENSE ? undefined : { said: sayHeat(heat), strength: heat < HOT ? 1 : heat < VERY_HOT ? 2 : 3 };
}

/** The word beside the name. */
export function FeelingMark(props: FeelingProps & { isLast: boolean }): ReactNode {
  const { heard, point, isOpen, onOpen, isLast } = props;
  const sound = soundOf(heard);
  if (sound === undefined) return null;
  const { said, strength } = sound;
  const isNeutral = strength === 0;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={idOf(props)}
        aria-label={isNeutral ? t("feeling.mark-neutral") : t("feeling.mark", { feeling: said })}
        className={`-mx-1 inline-flex min-h-6 items-center gap-1.5 rounded-sm px-1 text-sm decoration-dotted underline-offset-4 hover:underline ${isNeutral ? "text-faint" : "text-soft"}`}
        onClick={() => {
          onOpen(!isOpen);
          point(isOpen ? [] : (heard.feelings[0]?.spans ?? []));
        }}
      >
        <Bars strength={strength} />
        <span>{said}</span>
      </button>
      {isLast && hasCourse(props) ? <Course course={heard.course} /> : null}
    </>
  );
}

/** What that rests on, above the letter, whose words are marked meanwhile; and the word against it. */
export function FeelingNotes(props: FeelingProps & { conversationId: number }): ReactNode {
  const { heard, message, correct, point, isOpen, conversationId } = props;
  if (!isOpen || soundOf(heard) === undefined) return null;
  const put = heard.corrections.filter(({ aspect }) => aspect === "feeling");
  return (
    <div id={idOf(props)} className="mb-4 max-w-[var(--measure)] border-l-2 border-l-line pl-3 text-sm print-hidden">
      <ul>
        {heard.feelings.slice(0, 3).map(({ feeling, intensity, spans }, index) => (
          <li key={feeling} className="flex flex-wrap items-baseline gap-x-2">
            <span className={index === 0 ? "font-medium first-letter:uppercase" : "text-soft"}>
              {index === 0
                ? sayFeeling(feeling, intensity)
                : t("feeling.also", { feeling: sayFeeling(feeling, intensity) })}
            </span>
            <span className="font-serif text-soft">
              {spans
                .slice(0, 4)
                .map((span) => t("heard.quoted", { words: quote(message.replyText, span, 60) }))
                .join(" ")}
            </span>
          </li>
        ))}
      </ul>
      {hasCourse(props) ? (
        <p className="text-soft">{t("heat.course", { course: heard.course.map(sayHeat).join(", ") })}</p>
      ) : null}
      {put.length > 0 ? <CorrectionLines corrections={put} conversationId={conversationId} /> : null}
      <label className="mt-1 flex flex-wrap items-center gap-x-2 text-soft">
        {t("feeling.correct")}
        <select
          className="field !min-h-7 !w-auto !py-0.5"
          value={heard.feelings[0]?.feeling ?? ""}
          onChange={(event) => {
            point([]);
            correct({ aspect: "feeling", heard: heard.engineFeeling, said: { name: event.target.value } });
          }}
        >
          {heard.feelings.length === 0 ? <option value="">{t("feeling.unnamed")}</option> : null}
          {FEELINGS.map((feeling) => (
            <option key={feeling} value={feeling}>
              {t(`feeling.${feeling}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
