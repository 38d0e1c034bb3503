import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ConfigError, loadConfig, loadSettings } from "../src/config.ts";
import { settings } from "../src/settings.ts";

const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

function faultsOf(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

describe("loadConfig", () => {
  it("has a working default for every setting", () => {
    expect(loadConfig({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      dataDir: "./data",
      flowsDir: "./flows",
      zone: "Asia/Riyadh",
      language: "ar",
      trustProxy: [],
      privateWebhooks: [],
      log: "info",
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(loadConfig({ WASIT_PORT: "", WASIT_ADMIN_EMAIL: "" })).toEqual(loadConfig({}));
  });

  it("names all faults at once, with what is expected and an example", () => {
    const message = faultsOf({ WASIT_PORT: "99999", WASIT_TIMEZONE: "Mars/Olympus", WASIT_LANGUAGE: "fr" });
    expect(message).toContain("3 settings are wrong");
    expect(message).toMatch(
      /WASIT_PORT: expected a port from 1 to 65535 \(it is "99999"\)\. Example: WASIT_PORT=3000/,
    );
    expect(message).toMatch(/WASIT_TIMEZONE: expected an IANA time zone/);
    expect(message).toMatch(/WASIT_LANGUAGE: expected ar or en/);
  });

  it.each(["WASIT_ADMIN_PASSWORD", "WASIT_API_KEY", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"])(
    "never repeats the value of %s",
    (name) => {
      const message = faultsOf({ [name]: "hunter2", WASIT_ADMIN_EMAIL: "owner@example.com" });
      expect(message).toContain(name);
      expect(message).not.toContain("hunter2");
    },
  );

  it("wants both halves of the first administrator", () => {
    expect(faultsOf({ WASIT_ADMIN_EMAIL: "owner@example.com" })).toContain("WASIT_ADMIN_PASSWORD");
    expect(faultsOf({ WASIT_ADMIN_PASSWORD: "a long enough password" })).toContain("WASIT_ADMIN_EMAIL");
  });

  it("turns Telegram on with a token alone, and the demo off", () => {
    expect(loadConfig({ TELEGRAM_BOT_TOKEN: token })).toMatchObject({ telegram: { token }, demo: false });
    expect(loadConfig({ TELEGRAM_BOT_TOKEN: token, WASIT_DEMO: "on" }).demo).toBe(true);
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: "my bot" })).toContain("@BotFather");
  });

  it("has updates brought to the public address where a secret is set", () => {
    const secret = "s".repeat(20);
    const both = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret };
    const { telegram } = loadConfig({ ...both, WASIT_PUBLIC_URL: "https://chat.example.com/" });
    expect(telegram?.webhook).toEqual({ url: "https://chat.example.com/telegram/webhook", secret });
  });

  it("turns WhatsApp on when asked, and the demo off", () => {
    expect(loadConfig({ WHATSAPP: "web" })).toMatchObject({ whatsapp: {}, demo: false });
    const named = { WHATSAPP: "web", CHROMIUM_PATH: "/opt/chrome" };
    expect(loadConfig(named).whatsapp).toEqual({ chromiumPath: "/opt/chrome" });
    expect(loadConfig({ WHATSAPP: "off", CHROMIUM_PATH: "/opt/chrome" }).whatsapp).toBeUndefined();
    expect(faultsOf({ WHATSAPP: "yes" })).toContain("expected off or web");
  });

  it("refuses a secret without a token, or without an address that Telegram can call", () => {
    const secret = { TELEGRAM_WEBHOOK_SECRET: "s".repeat(20) };
    const message = faultsOf({ ...secret, WASIT_PUBLIC_URL: "http://127.0.0.1:3000" });
    expect(message).toContain("2 settings are wrong");
    expect(message).toMatch(/TELEGRAM_BOT_TOKEN: expected the token .* since TELEGRAM_WEBHOOK_SECRET is set/);
    expect(message).toMatch(/WASIT_PUBLIC_URL: expected an address that Telegram can call/);
    const own = { TELEGRAM_API_ROOT: "http://127.0.0.1:8081", WASIT_PUBLIC_URL: "http://127.0.0.1:3000" };
    expect(loadConfig({ ...secret, ...own, TELEGRAM_BOT_TOKEN: token }).telegram?.apiRoot).toBe(
      own.TELEGRAM_API_ROOT,
    );
  });

  it("turns the demo off once an administrator is set, and on again by name", () => {
    const admin = { WASIT_ADMIN_EMAIL: "owner@example.com", WASIT_ADMIN_PASSWORD: "a long enough password" };
    expect(loadConfig(admin).demo).toBe(false);
    expect(loadConfig({ ...admin, WASIT_DEMO: "on" }).demo).toBe(true);
    expect(loadConfig({ WASIT_DEMO: "off" }).demo).toBe(false);
  });

  it("reads lists, instants and addresses", () => {
    const config = loadConfig({
      WASIT_TRUST_PROXY: "127.0.0.1, 10.0.0.0/8",
      WASIT_ALLOW_PRIVATE_WEBHOOKS: "localhost:4010, ERP.office.lan,[::1]",
      WASIT_CLOCK: "2026-11-22T09:00:00+03:00",
      WASIT_PUBLIC_URL: "https://chat.example.com/",
    });
    expect(config.trustProxy).toEqual(["127.0.0.1", "10.0.0.0/8"]);
    expect(config.privateWebhooks).toEqual([
      { host: "localhost", port: 4010 },
      { host: "erp.office.lan" },
      { host: "::1" },
    ]);
    expect(config.rehearsalStart).toBe(Date.parse("2026-11-22T06:00:00Z"));
    expect(config.publicUrl).toBe("https://chat.example.com");
  });

  it.each([
    // Links and the printed addresses name the port before it is listened on.
    ["WASIT_PORT", "0"],
    ["WASIT_CLOCK", "tomorrow"],
    ["WASIT_CLOCK", "2026-11-22T09:00:00"],
    ["WASIT_TRUST_PROXY", "proxy.local"],
    ["WASIT_ALLOW_PRIVATE_WEBHOOKS", "*.office.lan"],
    ["WASIT_ALLOW_PRIVATE_WEBHOOKS", "localhost, 10.0.0.0/8"],
    ["WASIT_ALLOW_PRIVATE_WEBHOOKS", "http://localhost"],
    ["WASIT_PUBLIC_URL", "ftp://example.com"],
    ["WASIT_DEMO", "maybe"],
    ["WASIT_LOG", "loud"],
    ["WASIT_ADMIN_EMAIL", "nobody"],
  ])("refuses %s=%s", (name, value) => {
    expect(faultsOf({ [name]: value })).toContain(`${name}: expected`);
  });
});

describe("loadSettings", () => {
  it("reads .env, and lets the environment win", () => {
    const folder = mkdtempSync(join(tmpdir(), "wasit-settings-"));
    vi.stubEnv("WASIT_PORT", "3210");
    vi.stubEnv("WASIT_DATA", undefined);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      delete process.env.WASIT_DATA;
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, ".env"), "WASIT_DATA=/srv/office\nWASIT_PORT=4000\n");
    expect(loadSettings(folder)).toMatchObject({ dataDir: "/srv/office", port: 3210 });
  });

  it("is how the office and every command come by their settings", () => {
    const programs = [
      "src/process.ts",
      ...readdirSync("src/cli").flatMap((file) => (/\.m?tsx?$/.test(file) ? [`src/cli/${file}`] : [])),
    ];
    const readers = programs.filter((file) =>
      /\bload(Config|Settings|EnvFile)\(/.test(readFileSync(file, "utf8")),
    );
    expect(readers).toContain("src/cli/backup.ts");
    expect(readers.filter((file) => !readFileSync(file, "utf8").includes("loadSettings()"))).toEqual([]);
  });
});

describe(".env.example", () => {
  const text = readFileSync(".env.example", "utf8");
  const names = Object.keys(settings);

  it("lists every setting that is read", () => {
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !new RegExp(`^#?${name}=`, "m").test(text))).toEqual([]);
  });

  it("works unchanged", () => {
    const set = text.split("\n").filter((line) => /^[A-Z]/.test(line));
    expect(loadConfig(Object.fromEntries(set.map((line) => line.split("=", 2))))).toEqual(loadConfig({}));
  });
});
