/**
 * The command line: `heard COMMAND`. One file per command; its description makes the help and docs/cli.md.
 *
 * Only the answer goes to standard output. Commands read nothing from the process themselves: streams, environment, clock
 * and chance come in through `Surroundings`, which main.ts fills.
 */
export { EXIT, type Surroundings } from "./command.ts";
export { cliPage } from "./help.ts";
export { everyCommand, runCommand } from "./run-command.ts";
