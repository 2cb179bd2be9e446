/**
 * Pointing at marked words: they are no elements, so the pointer is compared with where they are. Resting on them says what
 * they are, as everywhere in the app; a click opens them. Selecting text and following links go on as ever.
 */
import { placeOnScreen } from "./letter-places.ts";

export interface Spot {
  readonly range: Range;
  /** Said while the pointer rests on it. */
  readonly tip: string;
  readonly onOpen: () => void;
}

const holds = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 2 && y <= box.bottom + 2,
  );

/**
 * @param root what holds the letter. @param stand an empty element of the app, put over the words so that the app's own tips
 *   have something to point at. @param onElsewhere somebody pressed in the letter, which a frame keeps from the page.
 * @returns what lets go of the letter.
 */
export function touchWords(
  root: HTMLElement,
  spots: readonly Spot[],
  stand: HTMLElement,
  onElsewhere: () => void,
): () => void {
  const page = root.ownerDocument;
  let current: Spot | undefined;
  const over = (target: EventTarget): boolean =>
    target.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
  const rest = (spot: Spot | undefined): void => {
    if (spot === current) return;
    current = spot;
    root.style.cursor = spot ? "pointer" : "";
    if (spot === undefined) {
      over(document.body);
      return;
    }
    const { x, y, width, height } = placeOnScreen(spot.range);
    Object.assign(stand.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    stand.dataset["tip"] = spot.tip;
    over(stand);
  };
  const spotAt = ({ clientX, clientY }: MouseEvent): Spot | undefined =>
    spots.find(({ range }) => holds(range, clientX, clientY));
  const move = (event: PointerEvent): void => {
    if (event.pointerType !== "touch" && event.buttons === 0) rest(spotAt(event));
  };
  const leave = (): void => rest(undefined);
  const press = (): void => {
    rest(undefined);
    if (page !== document) onElsewhere();
  };
  const click = (event: MouseEvent): void => {
    const isLink = (event.target as Element | null)?.closest?.("a[href]");
    if (isLink || event.button !== 0 || page.getSelection()?.isCollapsed === false) return;
    spotAt(event)?.onOpen();
  };
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerleave", leave);
  root.addEventListener("pointerdown", press);
  root.addEventListener("click", click);
  return () => {
    rest(undefined);
    root.removeEventListener("pointermove", move);
    root.removeEventListener("pointerleave", leave);
    root.removeEventListener("pointerdown", press);
    root.removeEventListener("click", click);
  };
}
