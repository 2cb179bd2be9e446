/** Two ways to begin, side by side. Neither closes the other off. */
import { Link } from "@tanstack/react-router";
import { Mail, Sprout } from "lucide-react";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { sayProblem, tell, tellProblem } from "../look/toasts.tsx";
import { client } from "../queries.ts";
import { Problem } from "./door.tsx";

export function ChooseStart({ onConnect, onDone }: { onConnect: () => void; onDone: () => void }): ReactNode {
  const [isComing, setIsComing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // They write one after the other, by real mail; the desk is the better place to watch them arrive.
  const begin = (): void => {
    setIsComing(true);
    setProblem(null);
    const leave = setTimeout(onDone, 1_500);
    call("POST /api/v1/samples", {}).then(
      async ({ conversations }) => {
        tell(t("samples.coming", { count: conversations }));
        await client.invalidateQueries();
      },
      (failure: unknown) => {
        clearTimeout(leave);
        setIsComing(false);
        setProblem(failure);
        tellProblem(failure);
      },
    );
  };
  const card = "flex flex-col items-start gap-3 border-t pt-5";
  return (
    <>
      <div className="grid gap-8 sm:grid-cols-2">
        <section className={card}>
          <Sprout size={22} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <h2 className="title text-xl">{t("choose.samples")}</h2>
          <p className="text-soft">{t("choose.samples-what")}</p>
          <button type="button" className="btn btn-do" disabled={isComing} onClick={begin}>
            {isComing ? t("choose.samples-doing") : t("choose.samples-do")}
          </button>
        </section>
        <section className={card}>
          <Mail size={22} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <h2 className="title text-xl">{t("choose.connect")}</h2>
          <p className="text-soft">{t("choose.connect-what")}</p>
          <button type="button" className="btn btn-plain" onClick={onConnect}>
            {t("choose.connect-do")}
          </button>
        </section>
      </div>
      {problem ? (
        <div className="mt-6">
          <Problem>{sayProblem(problem)}</Problem>
        </div>
      ) : null}
      <p className="mt-8 text-soft text-sm">
        {t("choose.later")}{" "}
        <Link to="/desk/$view" params={{ view: "open" }} className="link">
          {t("lost.home")}
        </Link>
      </p>
    </>
  );
}
