import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { holderState, newHolder } from "./holder.ts";

const module = fileURLToPath(new URL("./holder.ts", import.meta.url));

describe.runIf(process.platform === "linux")("the holder of a lease", () => {
  test("is alive while its process is, and gone as soon as that is killed", async () => {
    const script = `import { newHolder } from ${JSON.stringify(module)}; process.stdout.write(newHolder()); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [name] = (await once(child.stdout, "data")) as [Buffer];
    expect(holderState(name.toString())).toBe("alive");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(holderState(name.toString())).toBe("gone");
  });

  test("is gone when another process was given its number", () => {
    const [world, pid] = newHolder().split(".");
    expect(holderState(`${world}.${pid}.1.1`)).toBe("gone");
  });

  test("of another machine or container is unknown: its lease runs out by time", () => {
    const [, pid, started] = newHolder().split(".");
    expect(holderState(`0123456789abcdef.${pid}.${started}.1`)).toBe("unknown");
    expect(holderState("somewhere.5f9c7e1e")).toBe("unknown");
  });
});

test("two holders in one process have different names", () => {
  expect(newHolder()).not.toBe(newHolder());
});
