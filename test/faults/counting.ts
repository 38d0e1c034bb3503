/** What the offices of child processes write down beside their database: each message that left, and what a start found in flight. */
import type { Channel } from "../../src/channels/channel.ts";
import type { OfficeSettings } from "../../src/office.ts";
import { appendHistory } from "./history.ts";

export function countingChannel(folder: string): Channel {
  return {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send({ address, key, seq, text }) {
      appendHistory(folder, { type: "sent", address, key, seq, text });
      return {};
    },
  };
}

export function countingLog(folder: string): NonNullable<OfficeSettings["log"]> {
  return {
    info: () => undefined,
    error: () => undefined,
    warn(facts) {
      if ("repeats" in facts) appendHistory(folder, { type: "counted", repeats: Number(facts.repeats) });
    },
  };
}
