/**
 * Says at the end of every run what was not run, and why: a green run without a browser must not look like one with it. Prints
 * nothing when everything was run.
 */
import type { Reporter, TestModule, Vitest } from "vitest/node";

/** A test that was not run. */
export interface LeftOut {
  readonly file: string;
  /** With the names of what it stands in. */
  readonly name: string;
  /** What it said when it left itself out. */
  readonly note: string | undefined;
}

const SAID = /not run: ([^)]+)/;
const UNSAID = "it does not fit this machine or its user, or was left out by hand";

/** @returns lines for the end of the run; none when nothing was left out. */
export function sayWhatWasNotRun(tests: readonly LeftOut[]): string[] {
  if (tests.length === 0) return [];
  const reasons = new Map<string, Map<string, number>>();
  for (const { file, name, note } of tests) {
    const why = SAID.exec(note ?? "")?.[1] ?? SAID.exec(name)?.[1] ?? UNSAID;
    const files = reasons.get(why) ?? new Map<string, number>();
    reasons.set(why, files.set(file, (files.get(file) ?? 0) + 1));
  }
  const count = (n: number) => `${n} ${n === 1 ? "test" : "tests"}`;
  return [
    `NOT RUN: ${count(tests.length)}`,
    ...[...reasons].flatMap(([why, files]) => [
      `  ${why}:`,
      ...[...files].map(([file, n]) => `    ${file} (${count(n)})`),
    ]),
  ];
}

export default class NotRun implements Reporter {
  #chosen = false;

  onInit({ config }: Vitest): void {
    this.#chosen = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    // Whoever names the tests to run (-t) knows that the others are not.
    if (this.#chosen) return;
    const leftOut: LeftOut[] = [];
    for (const module of modules)
      for (const test of module.children.allTests("skipped")) {
        const result = test.result();
        const note = result.state === "skipped" ? result.note : undefined;
        leftOut.push({ file: module.relativeModuleId, name: test.fullName, note });
      }
    const lines = sayWhatWasNotRun(leftOut);
    if (lines.length > 0) process.stdout.write(`\n${lines.join("\n")}\n`);
  }
}
