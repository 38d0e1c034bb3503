import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { createNaps } from "../../../src/channels/whatsapp/naps.ts";
import type { Web, WebMessage } from "../../../src/channels/whatsapp/web.ts";
import { heard } from "./fake-web.ts";
import { openPageLine, sara } from "./page-line.ts";
import { soon, untilState } from "./started.ts";

/** A line that works, and what it has written down. */
async function openWorking(send: Web["send"] = async () => undefined) {
  const line = await openPageLine(send);
  const written = async () => JSON.parse(await readFile(join(line.dataDir, "whatsapp", "line.json"), "utf8"));
  await vi.waitFor(async () => expect(await written()).toHaveProperty("linkedAt"), soon);
  // The sweep of an account without chats ends here.
  await new Promise(setImmediate);
  return { ...line, written };
}

const stopped = { problem: { type: "retry_later", whole: true } };

describe("a line that is stopped", () => {
  it("writes down up to when it heard everything", async () => {
    const { channel, written } = await openWorking();
    await channel.stop();
    expect(await written()).toHaveProperty("heardUntil");
  });

  it("does not claim to have heard anything while WhatsApp was away", async () => {
    const { channel, events, office, written } = await openWorking();
    events().state("OPENING");
    await untilState(office.desk, "away");
    await channel.stop();
    expect(await written()).not.toHaveProperty("heardUntil");
  });

  it("waits for what the page has, and takes nothing new", async () => {
    let answer: (message: WebMessage) => void = () => undefined;
    const { channel, sends, say } = await openWorking(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const first = say("k1");
    await vi.waitFor(() => expect(sends).toHaveBeenCalled(), soon);
    const stopping = channel.stop();
    await expect(say("k2")).rejects.toMatchObject(stopped);
    answer(heard({ id: "3EB0A", fromMe: true, text: "أهلًا", at: Date.now(), ack: 1 }));
    expect(await first).toEqual({ id: `true_${sara}_3EB0A` });
    await stopping;
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("hands over nothing that was still being typed", async () => {
    const { account, channel, sends, say } = await openWorking();
    const typed = vi.fn(async () => undefined);
    const [web] = account.webs;
    if (web) web.type = typed;
    const saying = say("k1");
    await vi.waitFor(() => expect(typed).toHaveBeenCalled(), soon);
    await Promise.all([channel.stop(), expect(saying).rejects.toMatchObject(stopped)]);
    expect(sends).not.toHaveBeenCalled();
  });
});

describe("createNaps", () => {
  it("ends each nap at once after the end, not only those under way", async () => {
    const { nap, end } = createNaps();
    const under = nap(3_600_000);
    end();
    await under;
    const after = await Promise.race([
      nap(3_600_000).then(() => "ended"),
      new Promise((resolve) => setTimeout(resolve, 50)),
    ]);
    expect(after).toBe("ended");
  });
});
