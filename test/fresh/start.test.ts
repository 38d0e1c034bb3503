/** What a visitor meets who types `npm start` on a fresh clone, and what a start says that can't go on. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../kit.ts";
import { type Clone, freshClone } from "./clone.ts";

let clone: Clone;
let dataDir: string;
let port: number;

beforeAll(async () => {
  clone = freshClone();
  dataDir = mkdtempSync(join(tmpdir(), "wasit-fresh-data-"));
  port = await freePort();
}, 120_000);
afterAll(() => {
  clone.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = () => ({ WASIT_PORT: String(port), WASIT_DATA: dataDir });

describe("npm start on a fresh clone", () => {
  it("leaves no stamp of an install that failed, and says what it needs", async () => {
    clone.installEndsWith(1);
    const { code, output } = await clone.start(settings()).ended();
    expect(code).toBe(1);
    expect(output).toContain("Wasit cannot be set up");
    expect(output).toContain("The npm registry must be reachable");
    clone.installEndsWith(0);
    expect(existsSync(join(clone.folder, "node_modules", ".wasit", "installed"))).toBe(false);
    expect(clone.installs()).toBe(1);
  }, 160_000);

  it("installs, compiles, learns, serves, stops on Ctrl-C, and next time does none of them again", async () => {
    const first = clone.start(settings());
    const firstMs = await first.ready(port);
    expect(clone.installs()).toBe(2);
    expect(first.output()).toContain("Compiling");
    expect(first.output()).toContain("Learning");
    expect(first.output()).toContain(`http://127.0.0.1:${port}/chat`);
    expect(first.output()).toMatch(/noura@demo\.example\s+\S{12}/);
    const home = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    expect(home).toContain("/chat");
    expect(await first.interrupt()).toBeLessThan(10_000);
    await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();

    const second = clone.start(settings());
    const secondMs = await second.ready(port);
    expect(clone.installs()).toBe(2);
    expect(second.output()).not.toContain("Compiling");
    expect(second.output()).not.toContain("Learning");
    expect(passwordIn(second.output()), "made anew at each demo start").not.toBe(passwordIn(first.output()));
    expect(await second.interrupt()).toBeLessThan(10_000);
    console.log(
      `first start ${Math.round(firstMs)} ms (without the install), second ${Math.round(secondMs)} ms: ` +
        `${(firstMs / secondMs).toFixed(1)} times as quick`,
    );
  }, 400_000);

  it("compiles again when a source has changed and learns again when a flow has, and only then", async () => {
    appendFileSync(join(clone.folder, "src", "root.ts"), "\n// changed\n");
    const changed = clone.start(settings());
    await changed.ready(port);
    expect(changed.output()).toContain("Compiling");
    expect(clone.installs()).toBe(2);
    await changed.interrupt();

    appendFileSync(join(clone.folder, "flows", "office.yaml"), "\n# changed\n");
    const taught = clone.start(settings());
    await taught.ready(port);
    expect(taught.output()).not.toContain("Compiling");
    expect(taught.output()).toContain("Learning");
    await taught.interrupt();
  }, 400_000);
});

describe("a start that can't go on", () => {
  it("names every wrong setting at once, with an example of each", async () => {
    const wrong = {
      ...settings(),
      WASIT_PORT: "seventy",
      WASIT_LANGUAGE: "fr",
      WASIT_API_KEY: "short-secret",
    };
    const { code, output } = await clone.start(wrong).ended();
    expect(code).toBe(1);
    expect(messageIn(output)).toMatch(
      /3 settings are wrong[\s\S]+WASIT_PORT[\s\S]+WASIT_LANGUAGE[\s\S]+WASIT_API_KEY/,
    );
    expect(output).toContain("Example: WASIT_PORT=3000");
    expect(output, "secrets are never echoed").not.toContain("short-secret");
    expect(output).not.toContain("    at ");
  }, 160_000);

  it("names the file and line of a broken flow", async () => {
    const flows = join(clone.folder, "broken-flows");
    cpSync(join(clone.folder, "flows"), flows, { recursive: true });
    const file = join(flows, "services", "parcel_delivery.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("type: number", "type: nombre"));
    const { code, output } = await clone.start({ ...settings(), WASIT_FLOWS: flows }).ended();
    expect(code).toBe(1);
    expect(messageIn(output)).toMatch(/parcel_delivery\.yaml:\d+/);
    expect(output).not.toContain("    at ");
  }, 160_000);

  it("says that the port is taken, and how to give another", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    try {
      const { code, output } = await clone.start(settings()).ended();
      expect(code).toBe(1);
      expect(messageIn(output)).toContain(`Port ${port} on 127.0.0.1 is in use by another program.`);
      expect(output).toContain(`WASIT_PORT=${port + 1}`);
      expect(output).not.toContain("    at ");
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  }, 160_000);

  it("says which process holds the data folder, and leaves that one alone", async () => {
    const holder = clone.start(settings());
    await holder.ready(port);
    const { code, output } = await clone
      .start({ ...settings(), WASIT_PORT: String(await freePort()) })
      .ended();
    expect(code).toBe(1);
    const pid = readFileSync(join(dataDir, "lock.pid"), "utf8").trim();
    expect(messageIn(output)).toContain(`is in use by process ${pid}.`);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    await holder.interrupt();
  }, 400_000);
});

/** What stands under the one headline of a start that failed. */
function messageIn(output: string): string {
  const parts = output.split("Wasit did not start.");
  expect(parts).toHaveLength(2);
  return parts[1] ?? "";
}

function passwordIn(output: string): string {
  return /noura@demo\.example\s+(\S+)/.exec(output)?.[1] ?? "";
}
