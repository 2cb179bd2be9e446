/** Writes docs/cli.md from the commands' own descriptions. A test compares, so that the page is never stale. */
import { writeFileSync } from "node:fs";
import { COMMANDS, cliPage } from "../src/entry/cli/index.ts";

writeFileSync(new URL("../docs/cli.md", import.meta.url), cliPage(COMMANDS));
