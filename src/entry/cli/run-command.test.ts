import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { typed } from "../../../test/typed-command.ts";
import { Unavailable } from "../../kit/index.ts";
import { cliPage, everyCommand } from "./index.ts";

const COMMANDS = await everyCommand();

describe("the command line", () => {
  test("shows every command when nothing, or help, is typed, and says how to learn more", async () => {
    for (const line of [[], ["help"], ["--help"], ["-h"]]) {
      const { code, out, err } = await typed(line);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      for (const { name, summary } of COMMANDS) {
        expect(out).toContain(name);
        expect(out).toContain(summary);
      }
      expect(out).toContain("heard help COMMAND");
    }
  });

  test("explains one command, or a group of them, on standard output", async () => {
    for (const line of [
      ["help", "backup"],
      ["backup", "--help"],
      ["backup", "-h"],
    ])
      expect(await typed(line)).toMatchObject({
        code: 0,
        out: expect.stringContaining("Usage: heard backup FILE"),
        err: "",
      });
    const { out } = await typed(["help", "admin"]);
    for (const name of ["admin create", "admin list", "admin reset"]) expect(out).toContain(`Usage: heard ${name}`);
  });

  test.each([
    [["backupp"], "There is no command backupp."],
    [["help", "backupp"], "There is no command backupp."],
    [["config"], "heard config needs one word more:"],
    [["backup"], "FILE is missing."],
    [["backup", "one", "two"], "“two” is more than backup can use."],
    [["import", "old.mbox"], "--mailbox ADDRESS is missing."],
    [["backup", "one", "--fast"], "Unknown option '--fast'."],
    [["doctor", "--json=yes"], "Option '--json' does not take an argument."],
    [["move", "--to"], "Option '--to <value>' argument missing."],
  ])("says of %j what was not understood, touches nothing, and ends with 2", async (line, sentence) => {
    const { code, out, err } = await typed(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n")[0]).toBe(sentence);
  });

  test("says all that is wrong with the settings at once, and ends with 2", async () => {
    const wrong = { PORT: "many", HEARD_URL: "desk", HEARD_COLOUR: "red" };
    const { code, out, err } = await typed(["start"], wrong);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const name of Object.keys(wrong)) expect(err).toContain(name);
    const check = await typed(["config", "check"], wrong);
    expect(check).toEqual({ code: 1, out: "", err });
    expect(await typed(["config", "check"])).toEqual({ code: 0, out: "All settings are right.\n", err: "" });
  });

  test("describes the settings even when they are wrong", async () => {
    const { code, out } = await typed(["config", "describe"], { PORT: "many" });
    expect(code).toBe(0);
    expect(out).toContain("## HEARD_HOME");
  });

  test("starts the desk with the settings that were read, and ends as it ended", async () => {
    const started: unknown[] = [];
    const start = async (settings: { PORT?: number | undefined }) => {
      started.push(settings.PORT);
      return 7;
    };
    expect((await typed(["start"], { PORT: "4000" }, { start })).code).toBe(7);
    expect(started).toEqual([4000]);
  });

  test("ends with 3 and a sentence when the outside world is down, and with 70 for a mistake of its own", async () => {
    const down = await typed(
      ["start"],
      {},
      { start: () => Promise.reject(new Unavailable("database", "The database sleeps.")) },
    );
    expect(down).toEqual({ code: 3, out: "", err: "The database sleeps.\n" });
    const bug = await typed(["start"], {}, { start: () => Promise.reject(new Error("oh")) });
    expect(bug).toMatchObject({ code: 70, out: "", err: expect.stringContaining("Heard made a mistake: Error: oh") });
  });

  test("is described on docs/cli.md as it is (npm run docs)", () => {
    const page = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
    expect(page).toBe(cliPage(COMMANDS));
  });

  test("speaks of every command in sentences", () => {
    for (const { name, summary, details, options } of COMMANDS) {
      expect(summary, name).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [...details, ...Object.values(options).map((option) => option.say)])
        expect(text, name).toMatch(/[.]$/);
    }
  });
});
