/**
 * `npm run talk`: a conversation in the terminal. Where an office is open on this machine's settings, as one of its customers over
 * HTTP; else the office is opened right here for as long as the talk lasts.
 */
import "../native-parts.ts";

import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { terminalChannel } from "../channels/terminal.ts";
import { type Config, ConfigError, loadConfig } from "../config.ts";
import type { Language } from "../domain/language.ts";
import { FlowsError, openOffice } from "../office.ts";
import { root } from "../root.ts";
import { StoreError } from "../store/engine.ts";
import { findOffice, talkOverHttp } from "./talk-over-http.ts";

const hello: Readonly<Record<Language, string>> = {
  ar: "محادثة مع المكتب. للخروج: Ctrl-D\n",
  en: "A chat with the office. Ctrl-D leaves.\n",
};

async function main(): Promise<void> {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const config = loadConfig();
  const language = languageIn(process.argv.slice(2)) ?? config.language;
  const { stdin: input, stdout: output } = process;
  output.write(`${hello[language]}\n`);
  const url = await findOffice(addressesOf(config));
  if (url) await talkOverHttp({ url, language, input, output });
  else await talkInside(config, language);
}

function languageIn(args: readonly string[]): Language | undefined {
  const { lang } = parseArgs({ args: [...args], options: { lang: { type: "string" } } }).values;
  if (lang === undefined || lang === "ar" || lang === "en") return lang;
  throw new ConfigError(
    `--lang: expected ar or en, got ${JSON.stringify(lang)}. Example: npm run talk -- --lang en`,
  );
}

/** Where the office of these settings would be: on this machine first, then by its public address. */
function addressesOf({ host, port, publicUrl }: Config): readonly string[] {
  const near =
    host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  return [`http://${near}:${port}`, ...(publicUrl === undefined ? [] : [publicUrl])];
}

async function talkInside(config: Config, language: Language): Promise<void> {
  const began = Date.now();
  const { rehearsalStart } = config;
  const now = () => (rehearsalStart === undefined ? Date.now() : rehearsalStart + Date.now() - began);
  const left = Promise.withResolvers<void>();
  const channel = terminalChannel({
    input: process.stdin,
    output: process.stdout,
    language,
    now,
    run: began.toString(36),
    onLeave: left.resolve,
  });
  const office = await openOffice({
    dataDir: config.dataDir,
    flowsDir: config.flowsDir,
    zone: config.zone,
    language: config.language,
    channels: [channel],
    lockWaitMs: 2_000,
    ...(rehearsalStart !== undefined && { clock: { now }, rehearsal: true }),
  });
  try {
    await left.promise;
    await office.idle();
  } finally {
    await office.close();
  }
}

main().catch((error: unknown) => {
  const expected = [ConfigError, FlowsError, StoreError].some((type) => error instanceof type);
  const message = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
});
