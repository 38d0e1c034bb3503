/** Files at the platform as streams: fetched when somebody begins to read, never held whole (https://core.telegram.org/bots/api#getfile). */
import { createReadStream } from "node:fs";
import { type Bot, BotError } from "./bot.ts";

/** 20 MB at the pace of a poor line; then the platform is asked anew. */
const longestMs = 120_000;

/**
 * The bytes of a file. Nothing is asked for before the first chunk is wanted; whoever stops reading ends the transfer.
 * @throws BotError, with code 400 where the platform will not give it (it is larger than 20 MB, or gone)
 */
export async function* bytesOf(bot: Bot, fileId: string, stopping: AbortSignal): AsyncGenerator<Uint8Array> {
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(longestMs)]);
  const { file_path: path } = await bot.call("getFile", { file_id: fileId }, { signal });
  if (path === undefined) throw new BotError("getFile: no path was given", { code: 400 });
  const place = bot.placeOf(path);
  if (typeof place === "string") yield* createReadStream(place, { signal });
  else yield* fetched(place, signal);
}

async function* fetched(place: URL, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    const answer = await fetch(place, { signal, redirect: "error" });
    if (!answer.ok || !answer.body) {
      await answer.body?.cancel();
      throw new BotError(`the file server answered ${answer.status}`, { code: answer.status });
    }
    yield* answer.body;
  } catch (error) {
    // Node's own errors of `fetch` name neither address nor token.
    throw error instanceof BotError ? error : new BotError(`the file's transfer broke off: ${String(error)}`);
  }
}
