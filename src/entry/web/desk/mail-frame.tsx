/**
 * Shows HTML mail that is more than words behind three fences: purified, in a sandboxed frame without scripts, under a policy of its own that fetches
 * nothing but this desk's attachments. Same origin only so that the height can be read and keys keep working.
 */
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useIsDark } from "../frame/theme.ts";
import type { CleanMail } from "./mail-html.ts";

const SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

interface FrameProps {
  readonly title: string;
  readonly mail?: CleanMail;
  /** A page of the server's own instead of `mail`; with images. */
  readonly page?: string;
  readonly face?: "serif" | "plain";
  /** Told what holds the letter each time it is drawn, and null when it is gone. */
  readonly onLetter?: ((letter: HTMLElement | null) => void) | undefined;
}

const escapeHtml = (text: string): string => text.replace(/[<>&"]/g, " ");

/** The colours of the page, as they are now. */
function coloursNow(isDark: boolean): { ink: string; soft: string; accent: string; hair: string } {
  return isDark
    ? { ink: "#ebe5da", soft: "#b0a797", accent: "#7fc7c0", hair: "#37332d" }
    : { ink: "#26221b", soft: "#5e5648", accent: "#0e5a59", hair: "#e0d9ca" };
}

function documentOf(mail: CleanMail, title: string, face: "serif" | "plain", isDark: boolean): string {
  const { origin } = location;
  const policy = `default-src 'none'; img-src data: ${origin}/api/v1/attachments/; style-src 'unsafe-inline'; font-src ${origin}/assets/`;
  const dark = isDark && !mail.isDesigned;
  const colour = coloursNow(dark);
  const family =
    face === "serif" && !mail.isDesigned
      ? `"Letter", "Source Serif 4", Georgia, serif`
      : `"Inter", system-ui, sans-serif`;
  const size = face === "serif" && !mail.isDesigned ? "17px/1.6" : "15px/1.55";
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="${dark ? "dark" : "light"}"><style>
@font-face{font-family:Letter;font-weight:200 900;src:url(${origin}${serif}) format("woff2")}
html{color-scheme:${dark ? "dark" : "light"};background:${mail.isDesigned ? "#fff" : "transparent"}}
body{margin:0;padding:${mail.isDesigned ? "16px" : "0 0 1px"};font:${size} ${family};color:${colour.ink};overflow-wrap:anywhere;max-width:${mail.isDesigned ? "none" : "35rem"}}
body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}p{margin:0 0 .85em}
a{color:${colour.accent};text-underline-offset:.18em}img{max-width:100%;height:auto;border-radius:4px}table{max-width:100%}pre{white-space:pre-wrap;font-size:.88em}
blockquote{margin:.5em 0 .85em;padding-left:1rem;border-left:2px solid ${colour.hair};color:${colour.soft}}
.mention{font-weight:550;color:${colour.accent}}
</style></head><body dir="auto">${mail.html}</body></html>`;
}

export function MailFrame({ title, mail, page, face = "serif", onLetter }: FrameProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const isDark = useIsDark();
  const [height, setHeight] = useState(page ? 240 : 48);
  const source = useMemo(() => mail && documentOf(mail, title, face, isDark), [mail, title, face, isDark]);
  const watching = useRef<ResizeObserver | null>(null);
  useEffect(() => () => watching.current?.disconnect(), []);
  const letter = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (letter.current) onLetter?.(letter.current);
    return () => onLetter?.(null);
  }, [onLetter]);

  const onLoad = (): void => {
    const inner = frame.current?.contentDocument;
    if (!inner?.body) return;
    const measure = (): void => setHeight(Math.ceil(inner.documentElement.getBoundingClientRect().height) + 1);
    measure();
    letter.current = inner.body;
    onLetter?.(inner.body);
    watching.current?.disconnect();
    watching.current = new ResizeObserver(measure);
    watching.current.observe(inner.documentElement);
    // Keys pressed while the focus is inside the letter still mean what they mean outside.
    inner.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      const again = new KeyboardEvent("keydown", {
        key,
        ctrlKey,
        metaKey,
        shiftKey,
        altKey,
        bubbles: true,
        cancelable: true,
      });
      if (!document.body.dispatchEvent(again)) event.preventDefault();
    });
  };
  const onWhite = page !== undefined || (mail?.isDesigned ?? false);
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox={SANDBOX}
      referrerPolicy="no-referrer"
      {...(page ? { src: page } : { srcDoc: source })}
      className={`block w-full border-0 ${onWhite ? "rounded-md bg-white" : ""}`}
      style={{ height, colorScheme: onWhite || !isDark ? "light" : "dark" }}
      onLoad={onLoad}
    />
  );
}
