import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { forTerminal, terminalChannel } from "../../src/channels/terminal.ts";
import { parseConversationId } from "../../src/domain/ids.ts";
import type { Inbound } from "../../src/domain/message.ts";
import { channelContract } from "../contracts/channel.ts";
import { deskInMemory } from "./desk.ts";
import { terminalFacts } from "./terminal-platform.ts";

channelContract(terminalFacts);

function terminalWith(run = "r1") {
  const input = new PassThrough();
  const output = new PassThrough();
  const left = Promise.withResolvers<void>();
  const channel = terminalChannel({
    input,
    output,
    language: "ar",
    now: () => 7,
    run,
    onLeave: left.resolve,
  });
  return { input, output, left: left.promise, channel };
}

describe("terminalChannel", () => {
  it("hands lines over one after the other, in their order, and leaves after the last is durable", async () => {
    const { input, left, channel } = terminalWith();
    const received: Inbound[] = [];
    let busy = 0;
    await channel.start(async (inbound) => {
      expect(++busy).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      received.push(inbound);
      busy -= 1;
      return { type: "accepted" };
    }, deskInMemory());
    input.end("سلام\n\n  two  \nthree");
    await left;
    expect(received.map(({ id, content }) => [id, content])).toEqual([
      ["r1:1", { type: "text", text: "سلام" }],
      ["r1:2", { type: "text", text: "two" }],
      ["r1:3", { type: "text", text: "three" }],
    ]);
    expect(received[0]).toMatchObject({ channel: "terminal", address: "terminal", at: 7, language: "ar" });
  });

  it("writes what the office says", async () => {
    const { output, channel } = terminalWith();
    const conversation = parseConversationId(`c_${"a".repeat(22)}`);
    if (!conversation) throw new Error("no id");
    await channel.send({
      conversation,
      channel: "terminal",
      address: "terminal",
      key: "k",
      seq: 1,
      from: "office",
      text: "رقمك \u2068BR-10001\u2069",
      language: "ar",
    });
    output.end();
    expect(await text(output)).toBe("رقمك BR-10001\n\n");
  });
});

describe("forTerminal", () => {
  it("lets no text move the cursor", () => {
    expect(forTerminal("a\u001b[2Jb\rc\nd")).toBe("a\ufffd[2Jb\ufffdc\nd");
  });
});
