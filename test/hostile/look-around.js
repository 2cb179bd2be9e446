/**
 * Runs inside the browser: looks at the page as it stands, with everything that its frames show. watch.ts hands it over as text.
 * Answers null while a frame is being drawn.
 */
// biome-ignore lint/correctness/noUnusedVariables: it is evaluated in the browser
function lookAround(desk) {
  const found = [];
  // A form whose field is called "attributes" lies about itself; the prototype does not.
  const attributesOf = (element) => Object.getOwnPropertyDescriptor(Element.prototype, "attributes").get.call(element);
  const tagOf = (element) => Object.getOwnPropertyDescriptor(Element.prototype, "tagName").get.call(element);
  const sourceOf = (element) => Element.prototype.getAttribute.call(element, "src");
  if ("owned" in window) found.push(`a script ran: ${window.owned}`);
  if (document.title === "owned") found.push("the title was changed");
  if (location.origin !== desk) found.push(`the page went to ${location.href}`);

  // As the browser reads it, not as it is written.
  const harmless = (address) =>
    URL.canParse(address, desk) && /^(?:https?|mailto|tel):$/.test(new URL(address, desk).protocol);
  const ours = new Set(["HTML", "HEAD", "BODY"]);
  const DEAD = new Set(
    (
      "SCRIPT IFRAME FRAME FRAMESET OBJECT EMBED APPLET PORTAL FORM INPUT BUTTON TEXTAREA SELECT OPTION KEYGEN SVG MATH VIDEO AUDIO " +
      "SOURCE TRACK LINK DIALOG TEMPLATE MARQUEE PICTURE IMAGE NOSCRIPT XMP PLAINTEXT LISTING MAP AREA BGSOUND DETAILS METER"
    ).split(" "),
  );
  const reach = (element, where) => {
    for (const { name, value } of attributesOf(element)) {
      if (/^on/i.test(name)) found.push(`${where}: ${element.localName} listens with ${name}`);
      if (
        /^(?:srcdoc|srcset|formaction|action|ping|background|poster|data|codebase|autofocus|popover|attributionsrc)$/i.test(
          name,
        )
      )
        found.push(`${where}: ${element.localName} has ${name}=${value.slice(0, 60)}`);
      if (/(?:^|:)href$/i.test(name) && !harmless(value)) found.push(`${where}: a link leads to ${value.slice(0, 60)}`);
    }
  };
  for (const frame of document.querySelectorAll("iframe")) {
    const inner = frame.contentDocument;
    const where = frame.closest("article")?.querySelector(":scope article")?.id ?? frame.closest("article")?.id ?? "?";
    if (!inner) {
      found.push(`${where}: its frame left this desk`);
      continue;
    }
    for (const word of frame.sandbox)
      if (/scripts|forms|top-nav|modals|pointer|present|downloads/.test(word))
        found.push(`${where}: the frame may ${word}`);
    if (!inner.body) return null;
    const isPage = /\/api\/v1\/messages\/\d+\/page\?images=show$/.test(inner.location.href);
    if (!isPage && inner.location.href !== "about:srcdoc")
      found.push(`${where}: the frame went to ${inner.location.href}`);
    if (inner.querySelectorAll("style").length !== 1) found.push(`${where}: it brought a style sheet`);
    if (inner.querySelectorAll("meta").length !== (isPage ? 1 : 3)) found.push(`${where}: it brought a meta element`);
    if (inner.querySelectorAll("base").length !== (isPage ? 1 : 0)) found.push(`${where}: it brought a base element`);
    for (const element of inner.body.querySelectorAll("*")) {
      const name = tagOf(element).toUpperCase();
      if (DEAD.has(name)) found.push(`${where}: it brought a ${name}`);
      if (ours.has(name)) found.push(`${where}: it brought another ${name}`);
      reach(element, where);
      const style = inner.defaultView?.getComputedStyle(element);
      if (style && style.position !== "static") found.push(`${where}: ${element.localName} is ${style.position}`);
      if (
        style &&
        /url\(/.test(style.backgroundImage + style.listStyleImage + style.content + style.maskImage + style.cursor)
      )
        found.push(`${where}: ${element.localName} paints with an address`);
      const source = sourceOf(element);
      if (
        source !== null &&
        !/^(?:data:image\/|\/api\/v1\/attachments\/\d+$)/i.test(source) &&
        !(isPage && /^https?:/i.test(source))
      )
        found.push(`${where}: ${element.localName} would fetch ${source.slice(0, 60)}`);
    }
    const box = frame.getBoundingClientRect();
    const letter = frame.closest("article")?.getBoundingClientRect();
    if (!letter || box.left < letter.left - 1 || box.right > letter.right + 1)
      found.push(`${where}: the frame reaches over the letter`);
    if (getComputedStyle(frame).position !== "static") found.push(`${where}: the frame is lifted out of the page`);
  }
  // The page itself: only what the desk has put there.
  for (const element of document.querySelectorAll("[href], [onclick], [onerror], [onload], [style*='url(']"))
    reach(element, "the page");
  for (const script of document.scripts)
    if (!script.src.startsWith(`${desk}/assets/`)) found.push(`the page has a script from ${script.src || "within"}`);
  if (document.querySelector("form[action], base, object, embed, applet"))
    found.push("the page has something that embeds or submits");
  for (const [x, y] of [
    [20, 20],
    [20, innerHeight / 2],
    [innerWidth / 2, 10],
    [innerWidth - 8, innerHeight - 8],
  ])
    if (document.elementFromPoint(x, y)?.closest("iframe")) found.push(`a letter covers the desk at ${x}, ${y}`);
  return found;
}
