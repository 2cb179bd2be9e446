/** Shown for an address that leads nowhere, and when a screen could not be built. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { SixDots } from "../look/step-dot.tsx";
import { sayProblem } from "../look/toasts.tsx";

export function LostPage({ error, reset }: { error?: unknown; reset?: () => void }): ReactNode {
  return (
    <main className="m-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 p-6">
      <SixDots size={12} />
      <h1 className="title text-3xl leading-10">{error ? t("lost.broken") : t("lost.title")}</h1>
      <p className="text-soft">{error ? sayProblem(error) : t("lost.words")}</p>
      {error && reset ? (
        <button type="button" className="btn btn-do" onClick={() => location.reload()}>
          {t("lost.again")}
        </button>
      ) : (
        <Link to="/" className="link">
          {t("lost.home")}
        </Link>
      )}
    </main>
  );
}
