/**
 * `npm run talk`: a conversation in the terminal. Where an office is open on this machine's settings, as one of its customers over
 * HTTP; else the office is opened right here for as long as the talk lasts.
 */
import "../native-parts.ts";

import { FlowsError } from "../catalogue.ts";
import { terminalChannel } from "../channels/terminal.ts";
import { type Config, ConfigError, loadSettings } from "../config.ts";
import type { Language } from "../domain/language.ts";
import { openOffice } from "../office.ts";
import { StoreError } from "../store/engine.ts";
import { readOptions } from "./options.ts";
import { findOffice, talkOverHttp } from "./talk-over-http.ts";

const hello: Readonly<Record<Language, string>> = {
  ar: "محادثة مع المكتب. للخروج: Ctrl-D\n",
  en: "A chat with the office. Ctrl-D leaves.\n",
};

async function main(): Promise<void> {
  const config = loadSettings();
  const language = askedLanguage() ?? config.language;
  const { stdin: input, stdout: output } = process;
  output.write(`${hello[language]}\n`);
  const addresses = addressesOf(config);
  const url = await findOffice(addresses);
  if (url) await talkOverHttp({ url, language, input, output });
  else await talkInside(config, language).catch((error: unknown) => throwFound(error, addresses));
}

/** An office that has the folder and is not where it was looked for must be somewhere else. */
function throwFound(error: unknown, addresses: readonly string[]): never {
  if (!(error instanceof StoreError && error.problem === "locked")) throw error;
  throw new ConfigError(
    `An office has this data folder, and none answers at ${addresses.join(" or ")}. ` +
      "Set WASIT_PORT (and WASIT_HOST) as that office has them. Example: WASIT_PORT=3000 npm run talk",
    { cause: error },
  );
}

function askedLanguage(): Language | undefined {
  const { lang } = readOptions(["lang"], "npm run talk -- --lang ar|en");
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
