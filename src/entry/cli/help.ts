/** Help texts and docs/cli.md, both made from the descriptions of the commands. Prints nothing itself. */
import { type Command, EXIT_MEANINGS } from "./command.ts";

/** How a command is typed in a clone; installed, it is `heard` alone. */
const IN_A_CLONE = "npm run -s heard --";

export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { kind, value, isNeeded }]) => {
    const text = kind === "text" ? `--${name} ${value ?? "TEXT"}` : `--${name}`;
    return isNeeded ? text : `[${text}]`;
  });
  return ["heard", command.name, command.args, ...options].filter(Boolean).join(" ");
}

/** `heard help`. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => typed(command).length));
  return [
    "Heard: a support desk where every customer is heard.",
    "",
    "Usage: heard COMMAND",
    "",
    ...commands.map((command) => `  ${typed(command).padEnd(width)}  ${command.summary}`),
    "",
    "heard help COMMAND says more about one of them.",
    `In a clone of the repository type: ${IN_A_CLONE} COMMAND`,
    "",
  ].join("\n");
}

const typed = ({ name, args }: Command): string => [name, args].filter(Boolean).join(" ");

/** `heard help COMMAND`. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, { kind, value, say }]) => [kind === "text" ? `--${name} ${value ?? "TEXT"}` : `--${name}`, say] as const,
  );
  const width = Math.max(0, ...options.map(([name]) => name.length));
  return [
    `Usage: ${usageOf(command)}`,
    "",
    `${command.summary}.`,
    "",
    ...command.details.flatMap((paragraph) => [...wrapped(paragraph), ""]),
    ...(options.length > 0
      ? ["Options:", ...options.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`), ""]
      : []),
    ...(command.examples.length > 0
      ? ["Examples:", ...command.examples.flatMap(([line, text]) => [`  ${line}`, `      ${text}`]), ""]
      : []),
  ].join("\n");
}

function wrapped(text: string, width = 90): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

/** docs/cli.md, whole. */
export function cliPage(commands: readonly Command[]): string {
  const lines = [
    "# The command line",
    "",
    "<!-- Made by npm run docs from src/entry/cli. Do not edit by hand. -->",
    "",
    `In a clone of the repository the command is \`${IN_A_CLONE} COMMAND\`. Only the answer goes to standard output; progress,`,
    "hints and refusals go to standard error. Commands may run while the desk runs, unless theirs says otherwise.",
    "",
    "| exit code | means |",
    "|---|---|",
    ...EXIT_MEANINGS.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    "",
  ];
  for (const command of commands) {
    lines.push(`## heard ${command.name}`, "", "```", usageOf(command), "```", "", `${command.summary}.`, "");
    for (const paragraph of command.details) lines.push(paragraph, "");
    const options = Object.entries(command.options);
    if (options.length > 0)
      lines.push(
        "| option | |",
        "|---|---|",
        ...options.map(
          ([name, { kind, value, say }]) => `| \`--${name}${kind === "text" ? ` ${value ?? "TEXT"}` : ""}\` | ${say} |`,
        ),
        "",
      );
    if (command.examples.length > 0)
      lines.push("```", ...command.examples.flatMap(([line, text]) => [`# ${text}`, line]), "```", "");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
