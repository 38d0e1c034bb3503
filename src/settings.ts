/**
 * What each environment variable must look like, and the example that is shown beside a fault. Data alone: `config.ts` reads the
 * environment by it.
 */
import { z } from "zod";
import { parseMailbox, parseSmtpUrl } from "./mail/smtp-url.ts";
import { parseAllowedHost } from "./webhooks/allowed-host.ts";

const zone = z.string().refine(isZone, { error: "an IANA time zone" });
const flag = z.enum(["on", "off"]);
const host = z.string().refine((text) => parseAllowedHost(text) !== undefined, { error: "a host" });
const smtpUrl = z
  .string()
  .transform((text, context) => parseSmtpUrl(text) ?? wrong(context, "an SMTP server"));
const mailbox = z
  .string()
  .transform((text, context) => parseMailbox(text) ?? wrong(context, "a mail address"));
const address = z.ipv4().or(z.ipv6()).or(z.cidrv4()).or(z.cidrv6());

/** By variable: its form, what is expected in words, an example. */
export const settings = {
  WASIT_HOST: {
    schema: z.string().min(1).default("127.0.0.1"),
    expected: "an address or host name to listen on",
    example: "127.0.0.1",
  },
  WASIT_PORT: {
    schema: z.coerce.number().int().min(1).max(65_535).default(3000),
    expected: "a port from 1 to 65535",
    example: "3000",
  },
  WASIT_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    expected: "the address that customers use, beginning with http:// or https://",
    example: "https://chat.example.com",
  },
  WASIT_DATA: { schema: z.string().min(1).default("./data"), expected: "a folder", example: "./data" },
  WASIT_FLOWS: {
    schema: z.string().min(1).default("./flows"),
    expected: "the folder of the flow files",
    example: "./flows",
  },
  WASIT_TIMEZONE: {
    schema: zone.default("Asia/Riyadh"),
    expected: "an IANA time zone",
    example: "Asia/Riyadh",
  },
  WASIT_LANGUAGE: { schema: z.enum(["ar", "en"]).default("ar"), expected: "ar or en", example: "ar" },
  WASIT_CLOCK: {
    schema: z.iso.datetime({ offset: true }).optional(),
    expected: "an ISO instant with its offset (rehearsals only)",
    example: "2026-11-22T09:00:00+03:00",
  },
  WASIT_TRUST_PROXY: {
    schema: list(address),
    expected: "addresses of your reverse proxies, separated by commas",
    example: "127.0.0.1,10.0.0.0/8",
  },
  WASIT_DEMO: { schema: flag.optional(), expected: "on or off", example: "off" },
  WASIT_ADMIN_EMAIL: {
    schema: z.email().optional(),
    expected: "an e-mail address",
    example: "owner@example.com",
  },
  WASIT_ADMIN_PASSWORD: {
    schema: z.string().min(12).max(200).optional(),
    expected: "a password of at least 12 characters",
    example: "four-random-words-joined",
  },
  WASIT_API_KEY: {
    schema: z.string().min(24).optional(),
    expected: "a key of at least 24 characters",
    example: "(output of: openssl rand -hex 24)",
  },
  WASIT_ALLOW_PRIVATE_WEBHOOKS: {
    schema: list(host),
    expected: "hosts, each with its port if you like, separated by commas; no wildcards",
    example: "localhost:4010,erp.office.lan",
  },
  OPENAI_API_KEY: {
    schema: z.string().min(1).optional(),
    expected: "the key of an OpenAI-compatible server",
    example: "sk-…",
  },
  OPENAI_BASE_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    expected: "the address of an OpenAI-compatible server, up to and with /v1",
    example: "http://127.0.0.1:11434/v1",
  },
  WASIT_LLM_MODEL: {
    schema: z.string().min(1).default("gpt-5-mini"),
    expected: "the model's name on that server",
    example: "gpt-5-mini",
  },
  WASIT_LLM_TIMEOUT_MS: {
    schema: z.coerce.number().int().min(200).max(30_000).default(4_000),
    expected: "milliseconds from 200 to 30000",
    example: "4000",
  },
  WASIT_LLM_MEDIA: { schema: flag.default("on"), expected: "on or off", example: "off" },
  WASIT_LLM_VOICE_MODEL: {
    schema: z.string().min(1).default("gpt-4o-mini-transcribe"),
    expected: "the name of that server's model for voice notes",
    example: "whisper-1",
  },
  WASIT_LLM_HEALTH_HOST: {
    schema: z.string().min(1).optional(),
    expected: "the host of OPENAI_BASE_URL, if it may read what customers say about their health",
    example: "llm.clinic-office.example",
  },
  WASIT_LLM_TOKENS_PER_CUSTOMER: {
    schema: z.coerce.number().int().min(0).default(120_000),
    expected: "tokens that one customer may cost in a day",
    example: "120000",
  },
  WASIT_LLM_TOKENS_PER_DAY: {
    schema: z.coerce.number().int().min(0).default(6_000_000),
    expected: "tokens that all customers together may cost in a day",
    example: "6000000",
  },
  TELEGRAM_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^\d{5,}:[\w-]{30,}$/)
      .optional(),
    expected: "the token that @BotFather gave your bot",
    example: "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0",
  },
  TELEGRAM_API_ROOT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    expected: "the address of a Bot API server of your own",
    example: "http://127.0.0.1:8081",
  },
  TELEGRAM_WEBHOOK_SECRET: {
    schema: z
      .string()
      .regex(/^[\w-]{16,256}$/)
      .optional(),
    expected: "16 to 256 letters, digits, _ or -",
    example: "(output of: openssl rand -hex 24)",
  },
  WHATSAPP: {
    schema: z.enum(["off", "web"]).default("off"),
    expected: "off or web",
    example: "web",
  },
  CHROMIUM_PATH: {
    schema: z.string().min(1).optional(),
    expected: "the path of a Chrome or Chromium",
    example: "/usr/bin/chromium",
  },
  SMTP_URL: {
    schema: smtpUrl.optional(),
    expected:
      "the server that takes your mail, smtps:// or smtp:// (with STARTTLS, but on this machine); signs in a password as %40 and the like",
    example: "smtps://office%40example.com:password@mail.example.com",
  },
  SMTP_FROM: {
    schema: mailbox.optional(),
    expected: "the address that partners' mail is from",
    example: "Office <office@example.com>",
  },
  WASIT_LOG: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    expected: "one of fatal, error, warn, info, debug, trace, silent",
    example: "info",
  },
} as const;

/** A wrong value of these is never repeated. */
export const secret: ReadonlySet<string> = new Set([
  "WASIT_ADMIN_PASSWORD",
  "WASIT_API_KEY",
  "OPENAI_API_KEY",
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "SMTP_URL",
]);

export type SettingName = keyof typeof settings;
/** The values as they are read, by variable. */
export type Values = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]["schema"]> };

function wrong(context: z.RefinementCtx, expected: string): never {
  context.addIssue({ code: "custom", message: expected });
  return z.NEVER;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function list<T extends z.ZodType<string, string>>(one: T) {
  return z
    .string()
    .default("")
    .transform((text) => text.split(",").map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ""))
    .pipe(z.array(one));
}
