/**
 * A conversation in the terminal: one person, one chat, a line a message. For trying flows out and for places without a browser.
 */
import { createInterface, type Interface } from "node:readline";
import type { Language } from "../domain/language.ts";
import type { Channel } from "./channel.ts";

export type TerminalInput = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Unique for each start, so that the ids of two runs never meet. */
  readonly run: string;
  /** Called when the person has left (end of input, Ctrl-C) and what they wrote is with the office. */
  readonly onLeave: () => void;
};

/** Lines go in in their order; choices come as numbered lines, and a number answers them. */
export function terminalChannel({ input, output, language, now, run, onLeave }: TerminalInput): Channel {
  let reading: Interface | undefined;
  let count = 0;
  return {
    name: "terminal",
    capabilities: { buttons: 0, maxTextLength: 100_000, canWriteFirst: true, edits: false, typing: false },
    async start(receive) {
      let before: Promise<unknown> = Promise.resolve();
      reading = createInterface({ input, terminal: false });
      reading.on("line", (line) => {
        const text = line.trim();
        if (text === "") return;
        const content = { type: "text", text } as const;
        const id = `${run}:${++count}`;
        before = before.then(async () => {
          const received = await receive({
            channel: "terminal",
            address: "terminal",
            id,
            content,
            at: now(),
            language,
          });
          if (received.type === "not_now") output.write(`[${received.reason}]\n`);
        });
      });
      reading.on("close", () => void before.then(onLeave));
    },
    send({ text }) {
      output.write(`${forTerminal(text)}\n\n`);
      return {};
    },
    async stop() {
      // A closed reader goes on telling of lines as soon as the next one makes the input flow again.
      reading?.removeAllListeners();
      reading?.close();
    },
  };
}

/** Isolates show as boxes in many terminals; other controls could move the cursor. */
export function forTerminal(text: string): string {
  return text
    .replace(/[\u2066-\u2069\u200e\u200f]/g, "")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
