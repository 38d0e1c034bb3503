/** A terminal with a person before it, for the contract of channels. */
import { PassThrough } from "node:stream";
import { terminalChannel } from "../../src/channels/terminal.ts";
import type { PlatformFacts } from "../contracts/channel-bench.ts";

export const terminalFacts: PlatformFacts = {
  name: "terminal",
  deeds: ["text"],
  problems: [],
  // What the office could not take is said on the screen; the person types it again.
  redelivers: false,
  echoes: false,
  async open() {
    const input = new PassThrough();
    const output = new PassThrough();
    const written: Buffer[] = [];
    output.on("data", (chunk: Buffer) => written.push(chunk));
    const channel = terminalChannel({
      ...{ input, output },
      language: "ar",
      now: () => 7,
      run: "r1",
      onLeave: () => undefined,
    });
    return {
      channel,
      address: "terminal",
      async does(deed) {
        if (deed.type !== "text") throw new Error(`Nobody can do ${deed.type} in a terminal.`);
        input.write(`${deed.text}\n`);
      },
      async sees() {
        const bubbles = Buffer.concat(written).toString("utf8").split("\n\n");
        return bubbles.slice(0, -1).map((text) => ({ text }));
      },
      deliversAgain: () => Promise.reject(new Error("A terminal delivers nothing again.")),
      echoesOwn: () => Promise.reject(new Error("A terminal echoes nothing.")),
      fails: () => undefined,
      async close() {
        input.destroy();
      },
    };
  },
};
