import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lossyOutput, openLog, toFault } from "../src/log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wasit-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const hasFull = existsSync("/dev/full");

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

describe("openLog", () => {
  it("writes one JSON line each, in order", async () => {
    const file = join(folder, "log");
    const fd = openSync(file, "w");
    const log = openLog("info", fd);
    for (let n = 0; n < 500; n += 1) log.info({ n }, "line");
    await until(() => readFileSync(file, "utf8").split("\n").length > 500);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 500 }, (_, n) => n));
    closeSync(fd);
  });

  it("writes neither a customer's words nor numbers that an error quotes", async () => {
    const file = join(folder, "log");
    const fd = openSync(file, "w");
    const log = openLog("info", fd);
    const error = new SyntaxError(`Unexpected token, "أنا سارة" is not valid JSON, 966501234567`);
    log.error({ err: error }, "a request failed");
    log.error({ error: new Error("outer", { cause: error }) }, "a turn failed");
    await until(() => readFileSync(file, "utf8").split("\n").length > 2);
    const written = readFileSync(file, "utf8");
    expect(written).not.toMatch(/سارة|966501234567/);
    expect(written).toContain("SyntaxError");
    expect(written).toContain("log.test.ts");
    closeSync(fd);
  });

  it.skipIf(!hasFull)(
    "lets the process end while its disk is full",
    async () => {
      const path = join(import.meta.dirname, "..", "src", "log.ts");
      const code = `
      const { openLog } = await import(${JSON.stringify(path)});
      const log = openLog("info");
      for (let n = 0; n < 50; n += 1) { log.info({ n }, "line"); await new Promise(setImmediate); }
      process.exit(3);`;
      const full = openSync("/dev/full", "w");
      const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
        stdio: ["ignore", full, "inherit"],
      });
      const ended = new Promise((resolve) => child.on("exit", resolve));
      const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      expect(await ended).toBe(3);
      clearTimeout(timer);
      closeSync(full);
    },
    20_000,
  );
});

describe("lossyOutput", () => {
  it.skipIf(!hasFull)(
    "keeps no more than a bound of what can't be written, and says how much was lost",
    async () => {
      const fd = openSync("/dev/full", "w");
      let told = 0;
      const output = lossyOutput(fd, (lines) => {
        told += lines;
      });
      const line = `${"x".repeat(1023)}\n`;
      for (let n = 0; n < 5_000; n += 1) output.write(line);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(told).toBe(0);
      closeSync(fd);
      const file = join(folder, "log");
      // The lowest free number is given out again: the same descriptor now leads to a disk with room.
      const again = openSync(file, "w");
      expect(again).toBe(fd);
      output.write("after\n");
      await until(() => told > 0);
      expect(told).toBe(5_000);
      expect(readFileSync(file, "utf8")).toBe("after\n");
      closeSync(again);
    },
  );
});

describe("toFault", () => {
  it("says what was thrown, also where it is no error", () => {
    expect(toFault("الرمز 123456")).toEqual({ type: "string", message: "… …" });
  });

  it("keeps the code and the cause of an error", () => {
    const cause = Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR" });
    const fault = toFault(new TypeError("broken", { cause }));
    expect(fault).toMatchObject({ type: "TypeError", message: "broken", cause: { code: "SQLITE_IOERR" } });
    expect(fault.stack?.[0]).toMatch(/^at /);
  });
});
