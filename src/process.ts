/** The process: settings → log → office → pages; and on SIGTERM or Ctrl-C the same in reverse, within 10 seconds. */
import { randomBytes } from "node:crypto";
import { FlowsError } from "./catalogue.ts";
import { type Config, ConfigError, loadSettings } from "./config.ts";
import { disableDemo, seedDemo } from "./demo.ts";
import { openLog } from "./log.ts";
import { type Office, openOffice } from "./office.ts";
import { openPlatforms, type Platforms } from "./platforms.ts";
import { listen, webOf } from "./serve.ts";
import { StoreError } from "./store/engine.ts";
import { createAgent } from "./web/auth/agents.ts";

const warmAfterMs = 500;
/** A stop that takes longer than this is cut off: a service manager would do the same, less kindly. */
const longestStopMs = 10_000;

/** A start that can't go on; the message says what to do, and no stack helps. */
class StartError extends Error {
  override readonly name = "StartError";
}

async function main(): Promise<void> {
  const config = loadSettings();
  const log = openLog(config.log);
  const began = Date.now();
  const clock =
    config.rehearsalStart === undefined ? undefined : rehearsalClock(config.rehearsalStart, began);
  const platforms = await openPlatforms(config, log);
  const office = await openOffice({
    channels: platforms.channels,
    dataDir: config.dataDir,
    flowsDir: config.flowsDir,
    zone: config.zone,
    language: config.language,
    privateWebhooks: config.privateWebhooks,
    ...(config.smtp && { mail: { smtp: config.smtp, publicUrl: publicUrlOf(config) } }),
    log,
    ...(config.model && { model: config.model }),
    ...(clock && { clock, rehearsal: true }),
    onFatal(error) {
      log.fatal(
        { error: String(error) },
        "the database can't be trusted any more; ending so that a start can check it",
      );
      setTimeout(() => process.exit(1), 100);
    },
  });
  try {
    const demo = config.demo ?? (await administrators(office)).length === 0;
    const people = await preparePeople(office, config, demo);
    const stopServing = await serveOffice(office, config, { demo, log, platforms });
    stopOnSignal(office, stopServing, log);
    log.info({ startedInMs: Date.now() - began, demo, port: config.port }, "the office is open");
    greet(config, people);
    // Whoever waited for the office is served first.
    setTimeout(office.warm, warmAfterMs).unref();
  } catch (error) {
    await office.close();
    throw error;
  }
}

/** A clock that began at `start` when the process did, and runs at normal speed. */
function rehearsalClock(start: number, began: number) {
  return { now: () => start + (Date.now() - began) };
}

/** The office's own, disabled ones too. Those of the demo are none: a demo would end at its second start. */
async function administrators({ store }: Office) {
  return (await store.people.listAgents()).filter(({ role, demo }) => role === "admin" && !demo);
}

async function preparePeople(office: Office, config: Config, demo: boolean) {
  const { store } = office;
  if (demo) {
    const people = await seedDemo(store, Date.now());
    if (config.admin) await ensureAdmin(office, config.admin, config.language);
    return people;
  }
  await disableDemo(store, Date.now());
  await ensureAdmin(office, config.admin, config.language);
  return [];
}

/** The owner's own login, beside a demo's people, too. Nobody's password is changed by it. */
async function ensureAdmin(
  office: Office,
  admin: Config["admin"],
  language: Config["language"],
): Promise<void> {
  if ((await administrators(office)).some(({ disabled }) => !disabled)) return;
  if (!admin) {
    throw new StartError(
      "There is no administrator, and WASIT_DEMO is off. Set WASIT_ADMIN_EMAIL (Example: owner@example.com) and " +
        "WASIT_ADMIN_PASSWORD (at least 12 characters), then start again.",
    );
  }
  const { email, password } = admin;
  const input = { email, password, name: email, role: "admin", language } as const;
  const made = await createAgent(office.store.people, input, { now: Date.now(), randomBytes });
  if (made.type === "taken") {
    throw new StartError(
      `WASIT_ADMIN_EMAIL: ${email} belongs to an agent who is disabled or no administrator. Use another address.`,
    );
  }
  if (made.type === "bad")
    throw new StartError(`WASIT_ADMIN_EMAIL: expected an e-mail address. Example: owner@example.com`);
}

type Serving = {
  readonly demo: boolean;
  readonly log: ReturnType<typeof openLog>;
  readonly platforms: Platforms;
};

async function serveOffice(
  office: Office,
  config: Config,
  { demo, log, platforms }: Serving,
): Promise<() => Promise<void>> {
  const web = webOf(
    office,
    {
      publicUrl: publicUrlOf(config),
      trustProxy: config.trustProxy,
      demo,
      rehearsal: config.rehearsalStart !== undefined,
      language: config.language,
      zone: config.zone,
      ...(config.apiKey && { apiKey: config.apiKey }),
    },
    log,
    platforms.webhooks,
  );
  try {
    const { stop } = await listen(web, config);
    return stop;
  } catch (error) {
    web.close();
    throw cannotListen(error, config) ?? error;
  }
}

/** Why this address can't be listened on, and what to do; undefined where it is none of the known reasons. */
function cannotListen(error: unknown, { host, port }: Config): StartError | undefined {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${port} on ${host} is in use by another program. Stop that one, or set WASIT_PORT to a free port. Example: WASIT_PORT=${port + 1}`,
      );
    case "EACCES":
      return new StartError(
        `This user may not listen on port ${port}. Set WASIT_PORT to one above 1023. Example: WASIT_PORT=3000`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new StartError(
        `${host} is no address of this machine. Set WASIT_HOST to one that is, or to 0.0.0.0 for all. Example: WASIT_HOST=127.0.0.1`,
      );
    default:
      return undefined;
  }
}

function publicUrlOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function stopOnSignal(
  office: Office,
  stopServing: () => Promise<void>,
  log: ReturnType<typeof openLog>,
): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), longestStopMs).unref();
    await stopServing();
    await office.close();
    log.info({}, "stopped");
    process.exit(0);
  };
  process.on("SIGTERM", (signal) => void stop(signal));
  process.on("SIGINT", (signal) => void stop(signal));
}

/** What the person who started it sees; not a log line, since the demo's passwords must not end up in logs. */
function greet(config: Config, people: Awaited<ReturnType<typeof preparePeople>>): void {
  const url = publicUrlOf(config);
  const lines = ["", `  Customers  ${url}/chat`, `  Office     ${url}/queue`];
  if (people.length > 0) {
    lines.push("", "  Demo office. Log in to the queue as:");
    for (const { email, password } of people) lines.push(`    ${email}   ${password}`);
  }
  process.stderr.write(`${[...lines, "", "  Ctrl-C stops it.", ""].join("\n")}\n`);
}

main().catch((error: unknown) => {
  const expected = [ConfigError, StartError, FlowsError, StoreError].some((type) => error instanceof type);
  const message = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`\nWasit did not start.\n${message}\n`);
  process.exit(1);
});
