/**
 * The office's own web chat as a channel. A line is durable before it is handed over and browsers read the chat itself, so handing
 * over is nothing more than agreeing: open pages hear of the line from the engine's changes, closed ones read it when they return.
 * What customers send comes in through the API, which calls the engine itself; there is nothing to poll.
 */
import type { Channel } from "./channel.ts";

/** A page shows any list as buttons; beyond ten a list is easier to read and to answer in words. */
const maxButtons = 10;

export function webChatChannel(): Channel {
  return {
    name: "web",
    capabilities: {
      buttons: maxButtons,
      maxTextLength: 100_000,
      canWriteFirst: true,
      edits: false,
      typing: true,
      knowsRepeats: true,
    },
    start: () => Promise.resolve(),
    // The page knows each line by its number.
    send: () => ({ once: true }),
    stop: () => Promise.resolve(),
  };
}
