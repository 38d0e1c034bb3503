/** What a start does with what the last stop left, while channels already bring what is new. */
import { describe, expect, it } from "vitest";
import { ChannelError, type Receive } from "../../src/channels/channel.ts";
import { openBenchOffice } from "./bench-office.ts";

describe("openOffice", () => {
  it("answers once what a channel brings while it starts", async () => {
    const bench = await openBenchOffice();
    await bench.reopen((base) => ({ ...base, channels: [bringing(bench.channel, "m0")] }));
    await bench.office().idle();
    expect(bench.to("a")).toHaveLength(1);
  });

  it("hands over what was left before what is new", async () => {
    const bench = await openBenchOffice();
    bench.kept.refuse = () => new ChannelError({ type: "retry_later", afterMs: 1 }, "busy");
    await bench.say("a", "m0", "bench form please");
    delete bench.kept.refuse;
    await bench.reopen((base) => ({ ...base, channels: [bringing(bench.channel, "m1")] }));
    await bench.office().idle();
    const seqs = bench.to("a").map(({ seq }) => seq);
    expect(seqs).toHaveLength(2);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  it("stops the channels that had started when another one can't", async () => {
    const bench = await openBenchOffice();
    const stopped: string[] = [];
    const good = { ...bench.channel, name: "good", stop: async () => void stopped.push("good") };
    const bad = { ...bench.channel, name: "bad", start: () => Promise.reject(new Error("no way in")) };
    const opening = bench.reopen((base) => ({ ...base, channels: [good, bad] }));
    await expect(opening).rejects.toThrow("no way in");
    expect(stopped).toEqual(["good"]);
    await bench.reopen();
  });
});

describe("a stop of the office", () => {
  it("waits for its channels beside each other, and for the others where one can't stop in order", async () => {
    const bench = await openBenchOffice();
    const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const ended: string[] = [];
    // Each ends only once the other's stop is under way, too.
    const one = {
      ...bench.channel,
      name: "one",
      async stop() {
        begun[0].resolve();
        await begun[1].promise;
        ended.push("one");
      },
    };
    const other = {
      ...bench.channel,
      name: "other",
      async stop() {
        begun[1].resolve();
        await begun[0].promise;
        ended.push("other");
        throw new Error("not in order");
      },
    };
    await bench.reopen((base) => ({ ...base, channels: [one, other] }));
    await bench.office().close();
    expect(ended.sort()).toEqual(["one", "other"]);
  });
});

/** The channel, which hands a message over before it says that it has started. */
function bringing(channel: Awaited<ReturnType<typeof openBenchOffice>>["channel"], id: string) {
  return {
    ...channel,
    async start(receive: Receive) {
      const content = { type: "text", text: "bench form please" } as const;
      await receive({ channel: "counting", address: "a", id, content, at: Date.now() });
    },
  };
}
