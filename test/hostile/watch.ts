/**
 * The detector. Notes everything that a mail must not be able to bring about in a browser: requests, dialogs, windows,
 * navigation, scripts, and elements that should not be there. It judges; the tests only ask whether it found anything.
 */
import { readFileSync } from "node:fs";
import type { BrowserContext, Frame, Page, Request } from "playwright-core";

export interface Watch {
  /** Everything found so far, as sentences; empty is good. */
  readonly found: string[];
  /** From now on pictures may be fetched: a person asked for them. */
  picturesAsked(page: Page, asked: "asked" | "not asked"): void;
}

/** What a frame that shows mail may ask this desk for. */
const OF_A_MAIL = /^\/(?:api\/v1\/(?:attachments\/\d+|messages\/\d+\/page\?images=show)|assets\/[\w.-]+)$/;

/** @param desk the address of the desk under attack. */
export function watch(context: BrowserContext, desk: string): Watch {
  const found: string[] = [];
  const asked = new Set<Page>();
  const known = new Set<Page>(context.pages());
  const attend = (page: Page): void => {
    page.on("dialog", (dialog) => {
      found.push(`a dialog said ${dialog.message()}`);
      void dialog.dismiss().catch(() => undefined);
    });
    page.on("framenavigated", (frame) => {
      const { origin } = URL.canParse(frame.url()) ? new URL(frame.url()) : { origin: "null" };
      if (origin !== "null" && origin !== desk) found.push(`a frame went to ${frame.url()}`);
    });
    page.on("pageerror", (error) => found.push(`the page broke: ${error.message}`));
  };
  for (const page of known) attend(page);
  context.on("page", (page) => {
    attend(page);
    // Tests open their windows themselves; a window with an opener was opened by what is shown.
    void page.opener().then((opener) => opener && found.push(`a window was opened for ${page.url()}`));
  });
  context.on("request", (request) => {
    const url = request.url();
    if (/^(?:data|blob|about):/.test(url)) return;
    if (url.startsWith(`${desk}/`)) {
      const { page, frame } = whereFrom(request);
      if (page && frame !== page.mainFrame() && !OF_A_MAIL.test(url.slice(desk.length)))
        found.push(`a mail asked this desk for ${url.slice(desk.length)}`);
      return;
    }
    const { page } = whereFrom(request);
    if (request.resourceType() === "image" && page && asked.has(page)) return;
    found.push(sayCall(request));
  });
  // What the policy stopped never left the browser: it was tried, and that is what the policy is for.
  context.on("requestfailed", (request) => {
    if (!/csp|BLOCKED_BY_CSP/i.test(request.failure()?.errorText ?? "")) return;
    const at = found.indexOf(sayCall(request));
    if (at >= 0) found.splice(at, 1);
  });
  return {
    found,
    picturesAsked: (page, how) => void (how === "asked" ? asked.add(page) : asked.delete(page)),
  };
}

const sayCall = (request: Request): string => `a ${request.resourceType()} was asked for at ${request.url()}`;

/** A request of a frame that is gone already has none to name. */
function whereFrom(request: Request): { readonly frame?: Frame; readonly page?: Page } {
  try {
    const frame = request.frame();
    return { frame, page: frame.page() };
  } catch {
    return {};
  }
}

const LOOK_AROUND = readFileSync(new URL("look-around.js", import.meta.url), "utf8");

/** Looks at the page as it stands, with everything that its frames show, once its frames have been drawn. */
export async function lookAround(page: Page, desk: string): Promise<string[]> {
  for (;;) {
    const found = await page.evaluate(`(${LOOK_AROUND})(${JSON.stringify(desk)})`);
    if (Array.isArray(found)) return found as string[];
    await page.waitForTimeout(20);
  }
}
