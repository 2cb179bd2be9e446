/** The parts of the desk that come after the first screen: writing and showing HTML mail. Fetched while the browser is idle. */
import { lazy } from "react";

const loadComposer = () => import("../composer/composer.tsx");
const loadMailFrame = () => import("./mail-frame.tsx");
const loadMenu = () => import("../look/menu-open.tsx");

export const Composer = lazy(loadComposer);
export const MailFrame = lazy(loadMailFrame);

export function prefetchWriting(): () => void {
  const timer = setTimeout(() => {
    void loadMailFrame()
      .then(loadComposer)
      .then(loadMenu)
      .catch(() => undefined);
  }, 400);
  return () => clearTimeout(timer);
}
