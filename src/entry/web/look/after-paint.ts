/** What may wait until the eye has something to read: it is done once the page as it stands now has been painted. */
import { startTransition, useEffect, useState } from "react";

/** @returns takes it back, if it has not been done yet. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The frame's own callbacks run before it is painted, the next task after.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False while a part is drawn for the first time, true from just after that drawing was painted. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return isPainted;
}
