/** The parts of the desk that come after the first screen: writing, showing HTML mail, listening to a message. Fetched while the browser is idle. */
import { lazy } from "react";

const loadComposer = () => import("../composer/composer.tsx");
export const loadHtmlLetter = () => import("./html-letter.tsx");
const loadMailFrame = () => import("./mail-frame.tsx").then(({ MailFrame }) => ({ default: MailFrame }));
/** A letter can be read without the coach, so what cannot be fetched is left out. */
const loadReading = () => import("../reading/message-reading.tsx").catch(() => ({ default: () => null }));
const loadMenu = () => import("../look/menu-open.tsx");

export const Composer = lazy(loadComposer);
export const MessageReading = lazy(loadReading);
export const HtmlLetter = lazy(loadHtmlLetter);
export const MailFrame = lazy(loadMailFrame);

export function prefetchWriting(): () => void {
  const timer = setTimeout(() => {
    void loadHtmlLetter()
      .then(loadComposer)
      .then(loadMenu)
      .catch(() => undefined);
  }, 400);
  return () => clearTimeout(timer);
}
