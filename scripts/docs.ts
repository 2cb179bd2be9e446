/** Writes what can be known from the code into docs/: the command line, the settings, the rules of the coach, what examples answer. A test compares, so no page is stale. */
import { readFileSync, writeFileSync } from "node:fs";
import { cliPage, everyCommand } from "../src/entry/cli/index.ts";
import { describeSettings } from "../src/platform/config/index.ts";
import { writeCoachPages } from "./docs-coach.ts";
import { USING, withTrueExamples } from "./docs-using.ts";

writeFileSync(new URL("../docs/cli.md", import.meta.url), cliPage(await everyCommand()));
writeFileSync(new URL("../docs/config.md", import.meta.url), describeSettings());
writeCoachPages();
writeFileSync(USING, await withTrueExamples(readFileSync(USING, "utf8")));
