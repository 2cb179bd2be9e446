/** The key of a letter: made once, the same at every try to send it, so that the desk sends it once (not a secret). */

/** Not `randomUUID`: that is missing where the desk is reached by plain http. */
export const letterKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
