/** Small choices about the look of this browser (panels open or shut) that outlive a reload. */
import { useCallback, useState } from "react";

export function useStored(key: string, initial: boolean): [boolean, (value: boolean) => void] {
  const name = `heard.${key}`;
  const [value, setValue] = useState(() => {
    try {
      const found = localStorage.getItem(name);
      return found === null ? initial : found === "yes";
    } catch {
      return initial;
    }
  });
  const change = useCallback(
    (next: boolean) => {
      setValue(next);
      try {
        localStorage.setItem(name, next ? "yes" : "no");
      } catch {
        // Storage may be forbidden; the choice then lasts until the page is left.
      }
    },
    [name],
  );
  return [value, change];
}
