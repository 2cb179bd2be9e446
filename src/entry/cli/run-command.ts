/**
 * The frame of the command line: finds the command, reads its options, reads the settings, runs it, and turns what comes
 * back into an exit code. Decides nothing about the desk.
 */
import { parseArgs } from "node:util";
import { isRefusal, Unavailable } from "../../kit/index.ts";
import { readSettings, type Settings } from "../../platform/config/index.ts";
import { COACH_COMMANDS } from "./coach-commands.ts";
import { type Call, type Command, EXIT, type Surroundings, tell } from "./command.ts";
import { helpOf, overview, usageOf } from "./help.ts";

/**
 * @param argv what was typed after `heard`.
 * @returns the exit code. Never throws, and never ends the process: what was printed must be able to leave first.
 */
export async function runCommand(argv: readonly string[], around: Surroundings): Promise<number> {
  const [first] = argv;
  if (first === undefined || first === "help" || first === "--help" || first === "-h")
    return help(argv.slice(1), around);
  const command = commandIn(COACH_COMMANDS, argv) ?? commandIn(await everyCommand(), argv);
  if (!command) return unknown(argv, around);
  const rest = argv.slice(command.name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) {
    around.out.write(helpOf(command));
    return EXIT.done;
  }
  const line = readLine(command, rest);
  if ("problem" in line) return misused(command, line.problem, around);
  const settings = readSettings(around.environment);
  if (command.settings === "needed" && "problems" in settings) return wrongSettings(settings.problems, around);
  // A command that does not need the settings does not look at them either.
  return run(command, { around, ...line, settings: settings as Settings });
}

async function run(command: Command, call: Call): Promise<number> {
  try {
    const end = await command.run(call);
    if (!isRefusal(end)) return end;
    tell(call.around, [end.sentence, end.wayOut].filter(Boolean).join("\n"));
    return EXIT.refused;
  } catch (error) {
    if (error instanceof Unavailable) {
      tell(call.around, error.message);
      return EXIT.unavailable;
    }
    tell(
      call.around,
      `Heard made a mistake: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return EXIT.bug;
  }
}

/** Loaded when it is asked for: most of them stand on the whole desk. */
export const everyCommand = async (): Promise<readonly Command[]> => (await import("./commands.ts")).COMMANDS;

/** The longest name that the line begins with: `admin reset` before `admin`. */
const commandIn = (commands: readonly Command[], words: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(" ").every((word, at) => words[at] === word));

async function help(words: readonly string[], around: Surroundings): Promise<number> {
  const commands = await everyCommand();
  if (words.length === 0) {
    around.out.write(overview(commands));
    return EXIT.done;
  }
  const command = commandIn(commands, words);
  if (command) {
    around.out.write(helpOf(command));
    return EXIT.done;
  }
  const group = commands.filter(({ name }) => name.split(" ")[0] === words[0]);
  if (group.length === 0) return unknown(words, around);
  around.out.write(group.map(helpOf).join("\n"));
  return EXIT.done;
}

async function unknown(words: readonly string[], around: Surroundings): Promise<number> {
  const group = (await everyCommand()).filter(({ name }) => name.split(" ")[0] === words[0]);
  if (group.length > 0) {
    tell(around, `heard ${words[0]} needs one word more:`);
    for (const command of group) tell(around, `  ${usageOf(command)}`);
  } else {
    tell(around, `There is no command ${words[0]}.`);
    tell(around, "heard help lists them all.");
  }
  return EXIT.usage;
}

function misused(command: Command, problem: string, around: Surroundings): number {
  tell(around, problem);
  tell(around, `Usage: ${usageOf(command)}`);
  return EXIT.usage;
}

function wrongSettings(problems: readonly string[], around: Surroundings): number {
  for (const problem of problems) tell(around, problem);
  return EXIT.usage;
}

type Line = Pick<Call, "args" | "options"> | { readonly problem: string };

function readLine(command: Command, words: readonly string[]): Line {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { kind }]) => [
      name,
      { type: kind === "text" ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    const missing = Object.entries(command.options).find(
      ([name, { isNeeded }]) => isNeeded && values[name] === undefined,
    );
    if (missing) return { problem: `--${missing[0]} ${missing[1].value ?? "TEXT"} is missing.` };
    if (positionals.length < command.leastArgs) return { problem: `${command.args} is missing.` };
    if (positionals.length > command.mostArgs)
      return { problem: `“${positionals[command.mostArgs]}” is more than ${command.name} can use.` };
    return { args: positionals, options: values as Call["options"] };
  } catch (error) {
    const { message } = error as Error;
    // parseArgs explains itself in a first sentence and then in its own terms.
    return { problem: `${message.split(". ", 1)[0]}.`.replace(/\.\.$/, ".") };
  }
}
