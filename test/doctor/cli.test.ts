/** `npm run doctor` as its user runs it: what it prints, in which language, and with which code it ends. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "../../src/root.ts";

async function doctor(environment: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-doctor-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "src", "cli", "doctor.ts")], {
    cwd: root,
    env: { PATH: process.env.PATH, WASIT_DATA: join(folder, "data"), WASIT_PORT: "3999", ...environment },
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      out += data;
    });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, out, lines: out.trim().split("\n") };
}

describe("npm run doctor", { timeout: 60_000 }, () => {
  it("ends well on an office that nobody has configured, in the office's language", async () => {
    const { code, lines } = await doctor({});
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^✓ Node /);
    expect(lines).toContain("✓ الإعدادات سليمة");
    for (const line of lines.slice(0, -2)) expect(line).toMatch(/^[✓!✗] /);
    expect((await doctor({ WASIT_LANGUAGE: "en" })).lines).toContain("✓ the settings are right");
  });

  it("names every wrong setting at once, never a secret's value, and ends with a failure", async () => {
    const { code, out, lines } = await doctor({
      WASIT_LANGUAGE: "en",
      WASIT_PORT: "none",
      WASIT_TIMEZONE: "Mars/Olympus",
      TELEGRAM_BOT_TOKEN: "my-secret-token",
    });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith("✗ a setting is wrong — "))).toHaveLength(3);
    expect(out).not.toContain("my-secret-token");
    expect(lines.at(-1)).toBe("faults: 3, warnings: 1");
  });

  it("ends with a failure where a service is not there", async () => {
    const { code, out } = await doctor({
      WASIT_LANGUAGE: "en",
      TELEGRAM_BOT_TOKEN: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
      TELEGRAM_API_ROOT: "http://127.0.0.1:3998",
      WASIT_ADMIN_EMAIL: "a@b.example",
      WASIT_ADMIN_PASSWORD: "long-enough-words",
    });
    expect(code).toBe(1);
    expect(out).toContain("✗ Telegram can't be reached (nobody listens there) — ");
    expect(out).not.toContain("AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw");
  });

  it("takes no options", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", join(root, "src", "cli", "doctor.ts"), "--x"], {
      cwd: root,
    });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
  });
});
