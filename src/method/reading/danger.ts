/**
 * A way of speaking that means danger, and the words without which nobody speaks so. An ordinary message holds few of those
 * words, so nearly all patterns need not be tried on it. What the patterns are stands in automatic-mail.ts and wish-to-die.ts.
 */

export interface Danger {
  /**
   * Groups of words with semicolons between them. Of each group at least one has to be in the text, else the pattern cannot
   * match; a word that ends in * stands for all that begin so. Empty: only in scripts whose words are not known.
   */
  readonly needs: string;
  readonly pattern: RegExp;
}

/** @param pattern applied to a text with straight apostrophes. */
export const danger = (needs: string, pattern: RegExp): Danger => ({ needs, pattern });
