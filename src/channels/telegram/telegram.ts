/**
 * Telegram: a bot of the office's own. It asks for its updates (polling), or has them brought (webhook) where a secret is set; either way
 * the platform hears "received" only of what the office has stored.
 */
import type { Language } from "../../domain/language.ts";
import type { Capabilities, Channel, Desk, LineState, Receive } from "../channel.ts";
import { ChannelError } from "../channel.ts";
import { type Bot, BotError, openBot } from "./bot.ts";
import { commandsIn } from "./commands.ts";
import { type Intake, openIntake } from "./intake.ts";
import { sendOutbound } from "./outgoing.ts";
import { insist, type Trying } from "./patience.ts";
import { poll } from "./polling.ts";
import { openRecentLanguages } from "./recent-languages.ts";
import { openSigns } from "./signs.ts";
import { toChannelError } from "./trouble.ts";
import type { Reader } from "./updates.ts";
import { keepWebhook, takePosted, type Webhook, type WebhookDeps } from "./webhook.ts";

export type TelegramConfig = {
  readonly token: string;
  readonly apiRoot?: string;
  /** Updates are brought to this address; left out: they are asked for. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** The office's first language, for whoever has set neither; left out: Arabic. */
  readonly language?: Language;
  /** Epoch milliseconds; left out: the machine's clock. */
  readonly now?: () => number;
  /** Waits are multiplied by it; left out: 1. For tests. */
  readonly pace?: number;
  readonly rates?: Capabilities["rates"];
};

/** What the platform takes (https://core.telegram.org/bots/api, https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
const capabilities: Capabilities = {
  // A list longer than ten is easier to read and to answer in words.
  buttons: 10,
  buttonLength: 40,
  maxTextLength: 4_096,
  captionLength: 1_024,
  canWriteFirst: false,
  edits: true,
  typing: true,
  files: { in: 20 * 1024 * 1024, out: 50 * 1024 * 1024 },
  // One a second in a chat, with short bursts; 30 a second of the whole bot. These give 25: messages may arrive closer than they left.
  rates: { chat: { most: 3, everyMs: 1_000 }, line: { most: 4, everyMs: 48 } },
};

/** A hand-over that is under way at a stop gets so long. */
const lastSendsMs = 5_000;

export type Telegram = { readonly channel: Channel; readonly webhook: Webhook };

/** One bot as a channel, and what takes the updates that are brought to it. */
export function telegramChannel(config: TelegramConfig): Telegram {
  const bot = openBot(config);
  const languages = openRecentLanguages();
  const signs = openSigns(bot);
  let line: Line | undefined;
  let desk: Desk | undefined;
  let ending = new AbortController();
  const now = config.now ?? Date.now;
  let takenAt = 0;
  let turnedAwayAt = 0;
  const channel: Channel = {
    name: "telegram",
    capabilities: config.rates ? { ...capabilities, rates: config.rates } : capabilities,
    async start(receive, given) {
      desk = given;
      ending = new AbortController();
      const spoken = languages.of;
      const reader = { spoken, language: config.language ?? "ar", now };
      const brought = { takenAt: () => takenAt, turnedAwayAt: () => turnedAwayAt };
      line = openLine({ config, bot, receive, desk: given, reader, signs, brought });
    },
    async send(outbound) {
      const { address, language } = outbound;
      languages.note(address, language);
      signs.spoke(address);
      try {
        const id = await sendOutbound(outbound, { bot, desk, options: { signal: ending.signal } });
        return id === undefined ? {} : { id };
      } catch (error) {
        throw asChannelError(error, config.pace ?? 1);
      }
    },
    async stop() {
      const last = ending;
      setTimeout(() => last.abort(), lastSendsMs * (config.pace ?? 1)).unref();
      signs.stop();
      await line?.stop();
      line = undefined;
    },
  };
  const webhook: Webhook = async (headers, body) => {
    if (!config.webhook) return 404;
    const status = await takePosted({ headers, body }, config.webhook.secret, line?.intake);
    if (status === 200) takenAt = now();
    // Without the secret it is not known to be the platform.
    else if (status !== 401) turnedAwayAt = now();
    return status;
  };
  return { channel, webhook };
}

function asChannelError(error: unknown, pace: number): ChannelError {
  if (error instanceof ChannelError) return error;
  if (error instanceof BotError) return toChannelError(error, pace);
  return new ChannelError({ type: "retry_later" }, "the message could not be sent", { cause: error });
}

type Line = { readonly intake: Intake; stop(): Promise<void> };
type LineDeps = {
  readonly config: TelegramConfig;
  readonly bot: Bot;
  readonly receive: Receive;
  readonly desk: Desk;
  readonly reader: Reader;
  readonly signs: ReturnType<typeof openSigns>;
  /** When an update was last brought and taken, and brought and turned away. */
  readonly brought: Pick<WebhookDeps, "takenAt" | "turnedAwayAt">;
};

/** From a start to a stop. */
function openLine({ config, bot, receive, desk, reader, signs, brought }: LineDeps): Line {
  const stopping = new AbortController();
  const { pace = 1 } = config;
  const intake = openIntake({
    ...{ channel: "telegram", bot, desk, receive, reader, pace },
    stopping: stopping.signal,
    now: reader.now,
    onCall: signs.heard,
    onNothingNew: signs.spoke,
    onPress: signs.pressed,
  });
  const trying: Trying = {
    report: reporter(desk),
    stopping: stopping.signal,
    now: reader.now,
    chance: Math.random,
    pace,
  };
  // A fault of ours in here must not end the process: the line is away, and its owner sees it.
  const running = run({ config, bot, intake, trying, brought }).catch(() =>
    trying.report({ type: "away", why: "unreachable" }),
  );
  return {
    intake,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

type Running = Pick<LineDeps, "config" | "bot" | "brought"> & {
  readonly intake: Intake;
  readonly trying: Trying;
};

async function run({ config, bot, intake, trying, brought }: Running): Promise<void> {
  const { report, stopping: signal } = trying;
  report({ type: "starting" });
  const me = await insist(trying, () => bot.call("getMe", {}, { signal }));
  if (!me) return;
  const as = `@${me.username}`;
  const onAnswer = () => report({ type: "working", as });
  await setCommands(bot, config.language ?? "ar", signal);
  if (config.webhook) return keepWebhook({ ...trying, ...config.webhook, ...brought, bot, as });
  // While an address is known to it, the platform answers no question. What waits is kept.
  const free = () => bot.call("deleteWebhook", { drop_pending_updates: false }, { signal });
  if ((await insist(trying, free)) === undefined) return;
  onAnswer();
  return poll({
    ...{ ...trying, bot, intake, onAnswer },
    onTurnedAway: (waiting) => report({ type: "deaf", as, waiting, said: "", turnedAway: true }),
  });
}

/** The bot's menu, in `first` for apps in any other language; without it everything works all the same. */
async function setCommands(bot: Bot, first: Language, signal: AbortSignal): Promise<void> {
  for (const language of ["ar", "en"] as const) {
    const commands = commandsIn(language);
    const either = bot.call("setMyCommands", { commands, language_code: language }, { signal });
    await either.catch(() => undefined);
  }
  await bot.call("setMyCommands", { commands: commandsIn(first) }, { signal }).catch(() => undefined);
}

/** Tells the desk of changes alone. */
function reporter(desk: Desk): (state: LineState) => void {
  let last = "";
  return (state) => {
    const now = JSON.stringify(state);
    if (now !== last) desk.report(state);
    last = now;
  };
}
