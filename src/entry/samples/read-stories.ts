/**
 * Reads the customers and stories of the `samples` folder and says of every mistake where it is and what to do. It reads the
 * folder anew each time and keeps nothing; it composes no mail.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { type Branch, customerSchema, type SampleCustomer, type SampleMail, type Story, storySchema } from "./story.ts";

/** Where this repository keeps its stories. */
const SAMPLES_FOLDER = new URL("../../../samples/", import.meta.url);

export interface SampleWorld {
  readonly customers: ReadonlyMap<string, SampleCustomer>;
  readonly stories: readonly Story[];
  /** The bytes of one file of samples/attachments. */
  readonly attachment: (file: string) => Buffer;
}

/** All mistakes of one file, one per line: `file: place: what is wrong`. */
export class StoryMistakes extends Error {
  override readonly name = "StoryMistakes";
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(`The sample stories have ${mistakes.length} mistake(s):\n${mistakes.join("\n")}`);
    this.mistakes = mistakes;
  }
}

function mistakesOf(where: string, error: z.ZodError): string[] {
  return error.issues.flatMap((issue) =>
    deepest(issue).map(({ path, message }) => `${where}: ${path || "whole story"}: ${message}`),
  );
}

/** A union only says "invalid input"; the sentence that helps is the one of the alternative that came furthest. */
function deepest(issue: z.core.$ZodIssue, before: readonly PropertyKey[] = []): { path: string; message: string }[] {
  const path = [...before, ...issue.path];
  if (issue.code !== "invalid_union") return [{ path: path.map(String).join("."), message: issue.message }];
  const tried = issue.errors.filter((list) => list.some((one) => one.code !== "invalid_type" || one.path.length > 0));
  const best = tried.sort((a, b) => a.length - b.length)[0] ?? [];
  return best.length === 0
    ? [{ path: path.map(String).join("."), message: issue.message }]
    : best.flatMap((one) => deepest(one, path));
}

/** Checks one story as an author wrote it. `file` is only used in the words of a mistake. */
export function checkStory(file: string, draft: unknown): Story {
  const result = storySchema.safeParse(draft);
  if (!result.success) throw new StoryMistakes(mistakesOf(file, result.error));
  const expected = basename(file).replace(/\.ts$/, "");
  if (result.data.id !== expected)
    throw new StoryMistakes([`${file}: id: It has to be "${expected}", the name of the file.`]);
  return result.data;
}

export function checkCustomers(file: string, drafts: unknown): SampleCustomer[] {
  const result = z.array(customerSchema).safeParse(drafts);
  if (!result.success) throw new StoryMistakes(mistakesOf(file, result.error));
  return result.data;
}

/** Every mail of a story with the place it stands at, such as `next.0.next.1.says`. */
export function mailsOf(story: Story): { place: string; mail: SampleMail }[] {
  const inBranches = (branches: readonly Branch[], place: string): { place: string; mail: SampleMail }[] =>
    branches.flatMap((branch, at) => [
      ...(branch.says === null ? [] : [{ place: `${place}.${at}.says`, mail: branch.says }]),
      ...inBranches(branch.next, `${place}.${at}.next`),
    ]);
  return [
    { place: "opening", mail: story.opening },
    ...story.chasers.map(({ mail }, at) => ({ place: `chasers.${at}`, mail })),
    ...inBranches(story.next, "next"),
  ];
}

/** What only shows when stories, customers and files are looked at together. */
function mistakesBetween(story: Story, customers: ReadonlyMap<string, SampleCustomer>, folder: URL): string[] {
  const mistakes: string[] = [];
  const customer = customers.get(story.customer);
  if (customer === undefined) mistakes.push(`customer: There is no "${story.customer}" in customers.ts.`);
  for (const { place, mail } of mailsOf(story)) {
    if (customer !== undefined && customer.addresses[mail.from] === undefined)
      mistakes.push(
        `${place}.from: ${customer.name} has only ${customer.addresses.length} address(es), counted from 0.`,
      );
    const pictures = [...mail.text.matchAll(/\{\{image ([^}]+)\}\}/g)].map((match) => match[1]);
    for (const picture of pictures)
      if (!mail.attachments.some(({ file }) => file === picture))
        mistakes.push(`${place}: {{image ${picture}}} is in the text, but not among the attachments.`);
  }
  const files = [
    ...mailsOf(story).flatMap(({ mail }) => mail.attachments),
    ...story.knows.flatMap((one) => one.attachments),
  ];
  for (const { file } of files)
    if (!existsSync(new URL(`attachments/${file}`, folder)))
      mistakes.push(`attachments: samples/attachments/${file} does not exist. scripts/sample-pictures.ts draws it.`);
  return mistakes.map((mistake) => `${story.id}.ts: ${mistake}`);
}

/** Reads the whole folder. @throws StoryMistakes with everything that is wrong, in all files. */
export async function readSampleWorld(folder: URL = SAMPLES_FOLDER): Promise<SampleWorld> {
  const bring = async (path: string): Promise<unknown> => {
    const module: unknown = await import(new URL(path, folder).href);
    return z.object({ default: z.unknown() }).parse(module).default;
  };
  const customers = new Map(checkCustomers("customers.ts", await bring("customers.ts")).map((one) => [one.id, one]));
  const mistakes: string[] = [];
  const stories: Story[] = [];
  for (const file of readdirSync(new URL("stories/", folder))
    .filter((name) => name.endsWith(".ts"))
    .sort()) {
    try {
      const story = checkStory(file, await bring(`stories/${file}`));
      mistakes.push(...mistakesBetween(story, customers, folder));
      stories.push(story);
    } catch (error) {
      if (!(error instanceof StoryMistakes)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  if (mistakes.length > 0) throw new StoryMistakes(mistakes);
  return { customers, stories, attachment: (file) => readFileSync(new URL(`attachments/${file}`, folder)) };
}
