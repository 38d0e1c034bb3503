/**
 * The settings of one office, and the only place that knows the environment and `.env`. Faults are reported all at once, each with the variable,
 * what is expected, and an example; a secret's value is never repeated.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mailbox, SmtpServer } from "./mail/smtp-url.ts";
import { root } from "./root.ts";
import { type SettingName, secret, settings, type Values } from "./settings.ts";
import { type AllowedHost, parseAllowedHost } from "./webhooks/allowed-host.ts";

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
  /** Inner hosts that webhooks may go to, also without TLS. */
  readonly privateWebhooks: readonly AllowedHost[];
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
  /** Mail to partners. */
  readonly smtp?: { readonly server: SmtpServer; readonly from: Mailbox };
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
export function loadConfig(environment: Environment = process.env): Config {
  const { values, faults: wrong } = readAll(environment);
  const given = (name: SettingName) => (environment[name] ?? "") !== "";
  const faults = [
    ...wrong,
    ...administratorFaults(given),
    ...mailFaults(given),
    ...modelFaults(values),
    ...telegramFaults(values, given("TELEGRAM_BOT_TOKEN")),
  ];
  if (faults.length > 0)
    throw new ConfigError(wrongSettings(faults), { faults, language: values.WASIT_LANGUAGE });
  return configOf(values);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable by its schema. Where one is wrong its value is left undefined, and the fault is told. */
function readAll(environment: Environment): { readonly values: Values; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const read = (name: SettingName): unknown => {
    const raw = environment[name];
    const parsed = settings[name].schema.safeParse(raw === "" ? undefined : raw);
    if (parsed.success) return parsed.data;
    faults.push(faultOf(name, secret.has(name) ? "" : ` (it is ${JSON.stringify(raw)})`));
    return undefined;
  };
  const names = Object.keys(settings) as SettingName[];
  return { values: Object.fromEntries(names.map((name) => [name, read(name)])) as Values, faults };
}

/** @param why what stands behind the expectation: the value that is there, or the other setting that asks for this one */
function faultOf(name: SettingName, why: string): string {
  const { expected, example } = settings[name];
  return `${name}: expected ${expected}${why}. Example: ${name}=${example}`;
}

function administratorFaults(given: (name: SettingName) => boolean): readonly string[] {
  if (given("WASIT_ADMIN_EMAIL") === given("WASIT_ADMIN_PASSWORD")) return [];
  const missing = given("WASIT_ADMIN_EMAIL") ? "WASIT_ADMIN_PASSWORD" : "WASIT_ADMIN_EMAIL";
  return [faultOf(missing, ", since the other half of the first administrator is set")];
}

function mailFaults(given: (name: SettingName) => boolean): readonly string[] {
  if (!given("SMTP_URL") && !given("SMTP_FROM")) return [];
  const half = ", since the other half of the mail's settings is set";
  return [
    ...(given("SMTP_FROM") ? [] : [faultOf("SMTP_FROM", half)]),
    ...(given("SMTP_URL") ? [] : [faultOf("SMTP_URL", half)]),
    // The links in letters would lead to the partner's own machine.
    ...(given("WASIT_PUBLIC_URL")
      ? []
      : [faultOf("WASIT_PUBLIC_URL", ", since letters to partners hold links to it")]),
  ];
}

function modelFaults(values: Values): readonly string[] {
  const model = modelOf(values);
  const server = new URL(model?.baseUrl ?? openAi).host;
  if (model?.healthHost === undefined || model.healthHost === server) return [];
  return [
    `WASIT_LLM_HEALTH_HOST: expected the host of the model's server, so that health goes nowhere else. Example: WASIT_LLM_HEALTH_HOST=${server}`,
  ];
}

function configOf(values: Values): Config {
  const { WASIT_ADMIN_EMAIL: email, WASIT_ADMIN_PASSWORD: password } = values;
  const { WHATSAPP: whatsapp, CHROMIUM_PATH: chromiumPath, SMTP_URL: server, SMTP_FROM: from } = values;
  const model = modelOf(values);
  const telegram = telegramOf(values);
  const isReal = email !== undefined || telegram !== undefined || whatsapp === "web";
  return {
    host: values.WASIT_HOST,
    port: values.WASIT_PORT,
    dataDir: values.WASIT_DATA,
    flowsDir: values.WASIT_FLOWS,
    zone: values.WASIT_TIMEZONE,
    language: values.WASIT_LANGUAGE,
    trustProxy: values.WASIT_TRUST_PROXY,
    privateWebhooks: values.WASIT_ALLOW_PRIVATE_WEBHOOKS.flatMap((text) => parseAllowedHost(text) ?? []),
    log: values.WASIT_LOG,
    ...demoOf(values.WASIT_DEMO, isReal),
    ...(values.WASIT_PUBLIC_URL && { publicUrl: values.WASIT_PUBLIC_URL.replace(/\/+$/, "") }),
    ...(values.WASIT_CLOCK && { rehearsalStart: Date.parse(values.WASIT_CLOCK) }),
    ...(email && password && { admin: { email, password } }),
    ...(values.WASIT_API_KEY && { apiKey: values.WASIT_API_KEY }),
    ...(model && { model }),
    ...(telegram && { telegram }),
    ...(server && from && { smtp: { server, from } }),
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
  if (!hasToken) faults.push(faultOf("TELEGRAM_BOT_TOKEN", ", since TELEGRAM_WEBHOOK_SECRET is set"));
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

/** For programs that this process starts: a variable that its own environment leaves open. */
export function setForPrograms(name: string, value: string): void {
  process.env[name] ??= value;
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
