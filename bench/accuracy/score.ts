/** The measures of the accuracy page, each by its usual definition. */

/** Pearson's correlation. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [at, x] of xs.entries()) {
    const y = ys[at] as number;
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

export interface Balance {
  readonly precision: number;
  readonly recall: number;
  /** Mean of the F1 of each label that occurs; a label never found counts 0. */
  readonly macro: number;
  /** F1 over all. */
  readonly micro: number;
}

/** @param labels those that count, in their order. */
export function balanceOf<Label>(
  labels: readonly Label[],
  cases: ReadonlyArray<{ readonly wanted: ReadonlySet<Label>; readonly found: ReadonlySet<Label> }>,
): Balance {
  let [right, found, wanted] = [0, 0, 0];
  const each: number[] = [];
  for (const label of labels) {
    const isWanted = cases.filter((one) => one.wanted.has(label));
    const isFound = cases.filter((one) => one.found.has(label)).length;
    const isRight = isWanted.filter((one) => one.found.has(label)).length;
    right += isRight;
    found += isFound;
    wanted += isWanted.length;
    if (isWanted.length > 0) each.push((2 * isRight) / (isWanted.length + isFound));
  }
  return {
    precision: found === 0 ? 0 : right / found,
    recall: wanted === 0 ? 0 : right / wanted,
    macro: each.reduce((sum, one) => sum + one, 0) / each.length,
    micro: (2 * right) / (found + wanted),
  };
}
