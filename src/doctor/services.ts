/** What lies beyond this machine: Telegram, WhatsApp, the model's server, the office's own public address. */
import type { Config } from "../config.ts";
import { tryServer } from "../mail/smtp.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import { type Probed, type ProbeSettings, probe } from "./probe.ts";

/** What was found, and how far this machine's clock is ahead of an outside service's, where one told. */
export type Looked = { readonly findings: readonly Finding[]; readonly aheadMs?: number };

const looked = (finding: Finding, answer?: Probed): Looked => ({
  findings: [finding],
  ...(answer?.type === "answered" && answer.aheadMs !== undefined && { aheadMs: answer.aheadMs }),
});

/** The address stands in the message alone where it holds no secret: a host. */
const hostOf = (url: string): string => new URL(url).host;

/** Left out: where the bot's own library goes. */
const telegramRoot = "https://api.telegram.org";
const openAi = "https://api.openai.com/v1";

/** https://core.telegram.org/bots/api#getme */
export async function lookAtTelegram(
  { token, apiRoot = telegramRoot, webhook }: NonNullable<Config["telegram"]>,
  settings: ProbeSettings,
): Promise<Looked> {
  const { words } = settings;
  const methods = `${apiRoot.replace(/\/+$/, "")}/bot${token}`;
  const answer = await probe(`${methods}/getMe`, settings);
  if (answer.type === "failed") return looked(fault(words.telegramFails(answer.why)));
  const name = textAt(answer.body, "result", "username");
  if (answer.status === 200 && name !== undefined) {
    const { findings, ...clock } = looked(fine(words.telegram(name)), answer);
    const brought = webhook ? await lookAtWebhook(methods, webhook.url, settings) : [];
    return { ...clock, findings: [...findings, ...brought] };
  }
  const isRefused = answer.status === 401 || answer.status === 404;
  const text = isRefused ? words.telegramRefused : words.telegramFails(words.why.status(answer.status));
  return looked(fault(text), answer);
}

/**
 * What could not be brought is tried again each minute and more often (WEBHOOK_MAX_RESEND_TIMEOUT of tdlib's telegram-bot-api): an error
 * older than this has not come back, and what waits has only just been written.
 */
const overAfterMs = 10 * 60_000;

/** https://core.telegram.org/bots/api#getwebhookinfo */
async function lookAtWebhook(
  methods: string,
  url: string,
  settings: ProbeSettings,
): Promise<readonly Finding[]> {
  const { words } = settings;
  const answer = await probe(`${methods}/getWebhookInfo`, settings);
  if (answer.type === "failed") return [fault(words.telegramFails(answer.why))];
  const info = at(answer.body, "result");
  if (textAt(info, "url") !== url) return [warning(words.webhookOther)];
  const waiting = Number(at(info, "pending_update_count") ?? 0);
  const said = textAt(info, "last_error_message");
  const failedMs = Number(at(info, "last_error_date") ?? 0) * 1_000;
  const isOver = settings.now() - (answer.aheadMs ?? 0) - failedMs > overAfterMs;
  const fails = waiting > 0 && said !== undefined && !isOver;
  return [fails ? fault(words.webhookFails(waiting, said)) : fine(words.webhook)];
}

/** Where the line's browser goes (util/Constants.js of whatsapp-web.js, `WhatsWebURL`). */
export const whatsAppPage = "https://web.whatsapp.com/";

/** Its page alone: whether the number is linked is known to the running office, which shows it on its page of lines. */
export async function lookAtWhatsApp(page: string, settings: ProbeSettings): Promise<Looked> {
  const { words } = settings;
  const answer = await probe(page, settings);
  if (answer.type === "failed") return looked(fault(words.whatsappFails(answer.why)));
  const { status } = answer;
  return looked(
    status < 400 ? fine(words.whatsapp) : fault(words.whatsappFails(words.why.status(status))),
    answer,
  );
}

/** Some servers list no models: one that answers at all is there. Without it the office still works, so nothing here is a fault. */
export async function lookAtModel(
  { baseUrl = openAi, apiKey, model }: NonNullable<Config["model"]>,
  settings: ProbeSettings,
): Promise<Looked> {
  const { words } = settings;
  const host = hostOf(baseUrl);
  const headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  const answer = await probe(`${baseUrl.replace(/\/+$/, "")}/models`, settings, headers);
  if (answer.type === "failed") return looked(warning(words.modelFails(host, answer.why)));
  const { status } = answer;
  if (status === 401 || status === 403) return looked(warning(words.modelRefused(host)), answer);
  if (status >= 500) return looked(warning(words.modelFails(host, words.why.status(status))), answer);
  const names = modelsIn(answer.body);
  const isListed = names.length === 0 || names.some((name) => name === model || name.startsWith(`${model}:`));
  return looked(isListed ? fine(words.model(host)) : warning(words.modelUnlisted(host, model)), answer);
}

/** Connects, with TLS, and logs in; sends nothing. Without it partners with only a mail address hear nothing. */
export async function lookAtMail(
  smtp: NonNullable<Config["smtp"]>,
  { words, timeoutMs }: Pick<ProbeSettings, "words" | "timeoutMs">,
): Promise<Finding> {
  const { host } = smtp.server;
  const problem = await tryServer({ ...smtp, timeoutMs });
  if (!problem) return fine(words.smtp(host));
  if (problem.during === "login") return fault(words.smtpRefused(host));
  if (problem.during === "tls") return fault(words.smtpTls(host));
  const { code, cause, during } = problem;
  const other = cause === undefined ? words.why.other(during) : words.why[cause];
  return fault(words.smtpFails(host, code === undefined ? other : words.why.status(code)));
}

/** The office on this machine, and the way to it from outside. */
export async function lookAtOffice(config: Config, settings: ProbeSettings): Promise<Looked> {
  const { words } = settings;
  const local = localAddress(config);
  const here = await whoAnswers(local, settings);
  const findings: Finding[] = [];
  if (here.type === "other") findings.push(fault(words.portTaken(hostOf(local))));
  else if (here.type === "nobody") findings.push(warning(words.runningNot(hostOf(local))));
  else if (here.reason !== undefined) findings.push(fault(words.runningIll(here.reason)));
  else findings.push(fine(words.running(hostOf(local))));
  const isRunning = here.type === "office";
  return { findings: [...findings, ...(await lookAtPublicAddress(config, isRunning, settings))] };
}

async function lookAtPublicAddress(
  { publicUrl, demo }: Config,
  isRunning: boolean,
  settings: ProbeSettings,
): Promise<readonly Finding[]> {
  const { words } = settings;
  if (publicUrl === undefined) return demo === false ? [warning(words.publicNone)] : [];
  const host = hostOf(publicUrl);
  if (!isRunning) return [warning(words.publicUntried(host))];
  const there = await whoAnswers(publicUrl, settings);
  if (there.type === "nobody") return [fault(words.publicFails(host, there.why))];
  if (there.type === "other") return [fault(words.publicOther(host))];
  const isPlain = publicUrl.startsWith("http:") && !/^(localhost|127\.|\[::1\])/.test(host);
  return [fine(words.publicFine(host)), ...(isPlain ? [warning(words.publicPlain(host))] : [])];
}

type Who =
  /** `reason`: why it is not ready. */
  | { readonly type: "office"; readonly reason?: string }
  | { readonly type: "other" }
  | { readonly type: "nobody"; readonly why: string };

async function whoAnswers(url: string, settings: ProbeSettings): Promise<Who> {
  const answer = await probe(`${url}/readyz`, settings);
  if (answer.type === "failed") return { type: "nobody", why: answer.why };
  const ready = at(answer.body, "ready");
  if (ready === true) return { type: "office" };
  if (ready === false) return { type: "office", reason: textAt(answer.body, "reason") ?? "?" };
  // A proxy without an office behind it answers in the office's place.
  return answer.status >= 502 && answer.status <= 504
    ? { type: "nobody", why: settings.words.why.status(answer.status) }
    : { type: "other" };
}

/** Where the office is heard on this machine, whatever it listens on. */
function localAddress({ host, port }: Config): string {
  const near = host === "0.0.0.0" || host === "::" ? (host === "::" ? "::1" : "127.0.0.1") : host;
  return `http://${near.includes(":") ? `[${near}]` : near}:${port}`;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = keys.reduce(at, value);
  return typeof found === "string" ? found : undefined;
}

function modelsIn(body: unknown): readonly string[] {
  const data = at(body, "data");
  return Array.isArray(data) ? data.flatMap((one: unknown) => textAt(one, "id") ?? []) : [];
}
