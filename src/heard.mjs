#!/usr/bin/env -S node --max-semi-space-size=4
/**
 * The `heard` command. Plain JavaScript, because what is compiled already is kept from the second start on: nothing written in
 * TypeScript may be loaded before that is switched on, or Node loads its compiler at every start (20 MB of memory, a tenth of a second).
 */
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./main.ts");
