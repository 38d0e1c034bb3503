/**
 * The settings of one office, and the only reader of the environment and of `.env`. Faults are reported all at once, each with the variable,
 * what is expected, and an example; a secret's value is never repeated.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./root.ts";

const zone = z.string().refine(isZone, { error: "an IANA time zone" });
const flag = z.enum(["on", "off"]);
const address = z.ipv4().or(z.ipv6()).or(z.cidrv4()).or(z.cidrv6());

/** What each variable must look like. The example is shown beside the fault. */
const settings = {
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
  WASIT_LOG: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    expected: "one of fatal, error, warn, info, debug, trace, silent",
    example: "info",
  },
} as const;

const secret = new Set([
  "WASIT_ADMIN_PASSWORD",
  "WASIT_API_KEY",
  "OPENAI_API_KEY",
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
]);

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly dataDir: string;
  readonly flowsDir: string;
  readonly zone: string;
  readonly language: "ar" | "en";
  /** Epoch milliseconds at which a rehearsal's clock begins. */
  readonly rehearsalStart?: number;
  readonly trustProxy: readonly string[];
  /** WASIT_DEMO; where it is not set, a store without an administrator decides. */
  readonly demo?: boolean;
  readonly admin?: { readonly email: string; readonly password: string };
  readonly apiKey?: string;
  readonly log: string;
  /** A model, where a key or an address of one is given. */
  readonly model?: ModelConfig;
  readonly telegram?: TelegramSettings;
  /** WhatsApp through a linked browser, which is found where no path is given. */
  readonly whatsapp?: { readonly chromiumPath?: string };
};

export type TelegramSettings = {
  readonly token: string;
  readonly apiRoot?: string;
  /** Telegram brings updates to `url`; left out: they are asked for. */
  readonly webhook?: { readonly url: string; readonly secret: string };
};

export type ModelConfig = {
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly model: string;
  readonly timeoutMs: number;
  readonly healthHost?: string;
  /** Hears voice notes; not there while voices and pictures stay here. */
  readonly voiceModel?: string;
  readonly tokensPerCustomer: number;
  readonly tokensPerDay: number;
};

/** A start that cannot go on; the message names every fault and needs no stack. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** Of wrong settings one line each; none where something else is wrong. */
  readonly faults: readonly string[];
  /** The office's language, where the settings tell it. */
  readonly language: "ar" | "en" | undefined;

  constructor(message: string, more: ErrorOptions & Partial<Pick<ConfigError, "faults" | "language">> = {}) {
    super(message, more);
    this.faults = more.faults ?? [];
    this.language = more.language;
  }
}

/**
 * The settings of this installation: its `.env` and the environment, which wins. Every command reads them here, so that a backup is
 * made of the folder that the office serves.
 * @throws ConfigError as `loadConfig` does
 */
export function loadSettings(folder: string = root): Config {
  const file = join(folder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return loadConfig();
}

/**
 * Reads the settings from an environment.
 * @throws ConfigError naming all faults at once: variable, what is expected, an example.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const read = <K extends keyof typeof settings>(
    name: K,
  ): z.output<(typeof settings)[K]["schema"]> | undefined => {
    const raw = environment[name];
    const { schema, expected, example } = settings[name];
    const parsed = schema.safeParse(raw === "" ? undefined : raw);
    if (parsed.success) return parsed.data as z.output<(typeof settings)[K]["schema"]>;
    const given = secret.has(name) ? "" : ` (it is ${JSON.stringify(raw)})`;
    faults.push(`${name}: expected ${expected}${given}. Example: ${name}=${example}`);
    return undefined;
  };
  const values = Object.fromEntries(
    (Object.keys(settings) as (keyof typeof settings)[]).map((name) => [name, read(name)]),
  ) as { [K in keyof typeof settings]: z.output<(typeof settings)[K]["schema"]> };

  const { WASIT_ADMIN_EMAIL: email, WASIT_ADMIN_PASSWORD: password } = values;
  const given = (name: string) => (environment[name] ?? "") !== "";
  if (given("WASIT_ADMIN_EMAIL") !== given("WASIT_ADMIN_PASSWORD")) {
    const missing = given("WASIT_ADMIN_EMAIL") ? "WASIT_ADMIN_PASSWORD" : "WASIT_ADMIN_EMAIL";
    const { expected, example } = settings[missing];
    faults.push(
      `${missing}: expected ${expected}, since the other half of the first administrator is set. Example: ${missing}=${example}`,
    );
  }
  const model = modelOf(values);
  const server = new URL(model?.baseUrl ?? openAi).host;
  if (model?.healthHost !== undefined && model.healthHost !== server) {
    faults.push(
      `WASIT_LLM_HEALTH_HOST: expected the host of the model's server, so that health goes nowhere else. Example: WASIT_LLM_HEALTH_HOST=${server}`,
    );
  }
  faults.push(...telegramFaults(values, given("TELEGRAM_BOT_TOKEN")));
  if (faults.length > 0)
    throw new ConfigError(wrongSettings(faults), { faults, language: values.WASIT_LANGUAGE });
  const telegram = telegramOf(values);
  const { WHATSAPP: whatsapp, CHROMIUM_PATH: chromiumPath } = values;
  const isReal = email !== undefined || telegram !== undefined || whatsapp === "web";

  return {
    host: values.WASIT_HOST,
    port: values.WASIT_PORT,
    dataDir: values.WASIT_DATA,
    flowsDir: values.WASIT_FLOWS,
    zone: values.WASIT_TIMEZONE,
    language: values.WASIT_LANGUAGE,
    trustProxy: values.WASIT_TRUST_PROXY,
    log: values.WASIT_LOG,
    ...demoOf(values.WASIT_DEMO, isReal),
    ...(values.WASIT_PUBLIC_URL && { publicUrl: values.WASIT_PUBLIC_URL.replace(/\/+$/, "") }),
    ...(values.WASIT_CLOCK && { rehearsalStart: Date.parse(values.WASIT_CLOCK) }),
    ...(email && password && { admin: { email, password } }),
    ...(values.WASIT_API_KEY && { apiKey: values.WASIT_API_KEY }),
    ...(model && { model }),
    ...(telegram && { telegram }),
    ...(whatsapp === "web" && { whatsapp: chromiumPath === undefined ? {} : { chromiumPath } }),
  };
}

/** Where Telegram brings updates to, behind the public address. */
export const telegramPath = "/telegram/webhook";

function telegramOf(values: Values): TelegramSettings | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: secret } = values;
  if (token === undefined) return undefined;
  const url = `${(values.WASIT_PUBLIC_URL ?? "").replace(/\/+$/, "")}${telegramPath}`;
  return {
    token,
    ...(apiRoot !== undefined && { apiRoot }),
    ...(secret !== undefined && { webhook: { url, secret } }),
  };
}

/** Telegram calls only addresses with https; a server of the office's own calls any. */
function telegramFaults(values: Values, hasToken: boolean): readonly string[] {
  if (values.TELEGRAM_WEBHOOK_SECRET === undefined) return [];
  const faults: string[] = [];
  if (!hasToken) {
    const { expected, example } = settings.TELEGRAM_BOT_TOKEN;
    faults.push(
      `TELEGRAM_BOT_TOKEN: expected ${expected}, since TELEGRAM_WEBHOOK_SECRET is set. Example: TELEGRAM_BOT_TOKEN=${example}`,
    );
  }
  const scheme = values.TELEGRAM_API_ROOT === undefined ? "https://" : "http";
  if (!values.WASIT_PUBLIC_URL?.startsWith(scheme)) {
    faults.push(
      `WASIT_PUBLIC_URL: expected an address that Telegram can call, beginning with https://, since TELEGRAM_WEBHOOK_SECRET is set. Example: WASIT_PUBLIC_URL=${settings.WASIT_PUBLIC_URL.example}`,
    );
  }
  return faults;
}

/** Where the library goes without an address (https://platform.openai.com/docs/api-reference). */
const openAi = "https://api.openai.com/v1";

type Values = { readonly [K in keyof typeof settings]: z.output<(typeof settings)[K]["schema"]> };

/** Without a key and without an address there is no model. */
function modelOf(values: Values): ModelConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, WASIT_LLM_HEALTH_HOST: healthHost } = values;
  if (apiKey === undefined && baseUrl === undefined) return undefined;
  return {
    model: values.WASIT_LLM_MODEL,
    timeoutMs: values.WASIT_LLM_TIMEOUT_MS,
    tokensPerCustomer: values.WASIT_LLM_TOKENS_PER_CUSTOMER,
    tokensPerDay: values.WASIT_LLM_TOKENS_PER_DAY,
    ...(apiKey !== undefined && { apiKey }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(healthHost !== undefined && { healthHost }),
    ...(values.WASIT_LLM_MEDIA === "on" && { voiceModel: values.WASIT_LLM_VOICE_MODEL }),
  };
}

/** An administrator or a channel in the settings turns the demo off; otherwise it is known only once the store is open. */
function demoOf(given: "on" | "off" | undefined, isReal: boolean): { readonly demo?: boolean } {
  if (given !== undefined) return { demo: given === "on" };
  return isReal ? { demo: false } : {};
}

function wrongSettings(faults: readonly string[]): string {
  const count = faults.length === 1 ? "One setting is wrong" : `${faults.length} settings are wrong`;
  return `${count}. Mend the environment (or .env) and start again:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`;
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
