/** `npm run flows:check` and `npm run generate`, run as their owner runs them. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wasit-flows-"));
  cpSync(join(root, "flows"), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: string[]) {
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const path = join(root, "src", "cli", `${command}.ts`);
  const { status, stdout } = spawnSync(process.execPath, [tsx, path, ...args, "--flows", folder], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout };
}

function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}

describe("flows:check", () => {
  it("ends well with the counts of flows and sentences", () => {
    const { status, stdout } = run("flows-check");
    expect(stdout).toMatch(/^\d+ flows, \d+ sentences, no problems\n$/);
    expect(status).toBe(0);
  });

  it("ends badly after every problem on lines of its own", () => {
    edit("services/hotel_booking.yaml", "role: deliver", "role: delivr");
    edit("services/parcel_delivery.yaml", "max: 1000", "max: -1");
    const { status, stdout } = run("flows-check");
    expect(stdout).toContain(
      '"delivr" is not among what "role" may be\n    → Write deliver if that is meant.',
    );
    expect(stdout).toMatch(
      /services\/parcel_delivery\.yaml:\d+ {2}question weight_kg\n {4}weight_kg can have no value/,
    );
    expect(stdout).toMatch(/\n2 problems\n$/);
    expect(status).toBe(1);
  });
});

describe("generate", () => {
  it("mends in place what --check calls stale", () => {
    run("generate");
    expect(run("generate", "--check").status).toBe(0);
    edit("flow.schema.json", '"title"', '"titel"');
    edit("menu.yaml", "# yaml-language-server: $schema=flow.schema.json\n", "");
    const stale = run("generate", "--check");
    expect(stale.status).toBe(1);
    expect(stale.stdout).toMatch(/flow\.schema\.json is stale[\s\S]*menu\.yaml is stale/);
    run("generate");
    expect(run("generate", "--check").status).toBe(0);
  });
});
