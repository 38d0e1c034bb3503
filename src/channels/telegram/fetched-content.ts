/**
 * What has to be asked for before a delivery can be handed over: a file's bytes, which go straight to the desk, and which of our messages
 * a reaction is on.
 */

import type { Content } from "../../domain/message.ts";
import type { Desk } from "../channel.ts";
import { type Bot, BotError } from "./bot.ts";
import { bytesOf } from "./files.ts";
import { pause } from "./patience.ts";
import { troubleOf } from "./trouble.ts";
import type { Delivery } from "./updates.ts";

/**
 * A file that can't be had is asked for so often, with growing pauses; then the customer hears that it did not arrive, or, where only the
 * way to it is missing, the platform brings it again.
 */
const mostTries = 5;
const firstPauseMs = 1_000;
/** So old a message waits no longer for the servers: what its chat said after it is to be heard, too. */
const longestWaitMs = 3_600_000;

export type FetchDeps = {
  readonly bot: Bot;
  readonly desk: Desk;
  readonly stopping: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Pauses are multiplied by it. */
  readonly pace: number;
};

/** What there is to hand over: a caption whose file is refused goes on as words. */
export type Fetched = readonly { readonly id: string; readonly content: Content }[];

/** The contents of a delivery, or `not_now`: the office can't take it, its file is out of reach for now, or the line is stopping. */
export async function fetchContent(delivery: Delivery, deps: FetchDeps): Promise<Fetched | "not_now"> {
  const { id, what, address } = delivery;
  switch (what.type) {
    case "content":
    case "press":
      return [{ id, content: what.content }];
    case "reaction": {
      const to = await deps.desk.keyOf(address, what.message);
      return [{ id, content: { type: "reaction", emoji: what.emoji, ...(to !== undefined && { to }) } }];
    }
    case "file": {
      const content = await keep(delivery, what, deps);
      return content === "not_now" ? content : withCaption(id, content, what);
    }
    default:
      return what satisfies never;
  }
}

type FileSent = Extract<Delivery["what"], { readonly type: "file" }>;

async function keep(delivery: Delivery, { file }: FileSent, deps: FetchDeps): Promise<Content | "not_now"> {
  const { address, language } = delivery;
  for (let tries = 1; ; tries += 1) {
    try {
      return await deps.desk.keepFile(
        { address, ...(language && { language }) },
        {
          name: file.name,
          ...(file.bytes !== undefined && { announced: file.bytes }),
          body: bytesOf(deps.bot, file.id, deps.stopping),
        },
      );
    } catch (error) {
      if (deps.stopping.aborted) return "not_now";
      if (error instanceof BotError && /too big/i.test(error.message))
        return { type: "unsupported", what: "file_too_large" };
      // Any other error, too: one file that nobody can keep must not stop the line for good.
      if (tries === mostTries)
        return isAway(error) && isYoung(delivery, deps) ? "not_now" : { type: "unsupported", what: "other" };
      await pause(firstPauseMs * 2 ** (tries - 1) * deps.pace, deps.stopping);
    }
  }
}

/** The servers or the way to them; the file itself may well be there. */
function isAway(error: unknown): boolean {
  if (!(error instanceof BotError)) return false;
  const { type } = troubleOf(error);
  return type === "unreachable" || type === "slow_down";
}

function isYoung({ at }: Delivery, { now }: FetchDeps): boolean {
  return now() - at < longestWaitMs;
}

function withCaption(id: string, content: Content, { caption, file }: FileSent): Fetched {
  if (content.type === "voice" || content.type === "photo" || content.type === "document") {
    const seconds = content.type === "voice" && file.seconds !== undefined ? { seconds: file.seconds } : {};
    return [{ id, content: { ...content, ...seconds, ...(caption !== undefined && { caption }) } }];
  }
  if (caption === undefined) return [{ id, content }];
  return [
    { id: `f${id}`, content },
    { id, content: { type: "text", text: caption } },
  ];
}
