import { describe, expect, it, vi } from "vitest";
import type { Web, WebMessage } from "../../../src/channels/whatsapp/web.ts";
import type { WhatsAppConfig } from "../../../src/channels/whatsapp/whatsapp.ts";
import { heard } from "./fake-web.ts";
import { openPageLine, sara } from "./page-line.ts";
import { soon } from "./started.ts";

const unsure = { problem: { type: "retry_later", unsure: true } };
/** … nor after looking for it. */
const looked = { problem: { type: "retry_later", unsure: "looked" } };

/** Our own message as the page has it. */
function own(ack: number, more: Partial<WebMessage> = {}): WebMessage {
  return heard({ id: "3EB0A", fromMe: true, text: "أهلًا", at: Date.now(), ack, ...more });
}

/** A working line before a page whose `send` is the test's, with little patience. */
const openSending = (send: Web["send"], config: Partial<WhatsAppConfig> = {}) =>
  openPageLine(send, {
    timings: { types: false, sendMs: 100, ackMs: 100, answerMs: 100, backOffDivisor: 1_000 },
    ...config,
  });

const id = `true_${sara}_3EB0A`;
/** What an earlier hand-over had left in the chat. */
const found = { id, once: true };

describe("a message that WhatsApp's page has only queued", () => {
  it("is not told as sent, and nobody knows whether it will leave", async () => {
    const { account, say } = await openSending(async () => own(0));
    account.chats.set(sara, [own(0)]);
    await expect(say()).rejects.toMatchObject(unsure);
  });

  it("is told as sent as soon as the server has it", async () => {
    const { say, events, sends } = await openSending(async () => own(0));
    const saying = say();
    await vi.waitFor(() => expect(sends).toHaveBeenCalled(), soon);
    events().acked(own(1), 1);
    expect(await saying).toEqual({ id });
  });

  it("is told as sent where its chat shows so, though no event came", async () => {
    const { account, say } = await openSending(async () => own(0));
    account.chats.set(sara, [own(1)]);
    expect(await say()).toEqual({ id });
  });

  it("is not given to the page a second time while the page has it", async () => {
    const { account, office, say, events, sends } = await openSending(async () => own(0));
    account.chats.set(sara, [own(0)]);
    await expect(say()).rejects.toMatchObject(unsure);
    await expect(say()).rejects.toMatchObject(looked);
    events().acked(own(2), 2);
    await vi.waitFor(() => expect(office.desk.progress).toHaveLength(1), soon);
    office.desk.progress.length = 0;
    expect(await say()).toEqual(found);
    expect(sends).toHaveBeenCalledTimes(1);
    // What was told before the office knew the message's id is told once more.
    expect(office.desk.progress).toEqual([{ address: sara, id, progress: "delivered" }]);
  });

  it("is not given to it a second time though the page can show its chat only now and then", async () => {
    const { account, say, sends, events } = await openSending(async () => own(0));
    const [web] = account.webs;
    if (!web) throw new Error("No browser is open.");
    const show = async () => [own(0)];
    const fail = () => Promise.reject(new Error("The chat can't be shown."));
    for (let tries = 0; tries < 12; tries++) {
      web.messages = tries % 2 === 0 ? show : fail;
      await expect(say()).rejects.toMatchObject(tries === 0 ? unsure : looked);
    }
    web.messages = fail;
    for (let tries = 0; tries < 6; tries++) await expect(say()).rejects.toMatchObject(looked);
    expect(sends).toHaveBeenCalledTimes(1);
    events().acked(own(1), 1);
    expect(await say()).toEqual({ id, once: true });
  });

  it("is not given to it a second time once its chat has shown it, though the page did not answer then", async () => {
    const { account, say, sends } = await openSending(() => new Promise(() => undefined));
    const [web] = account.webs;
    if (!web) throw new Error("No browser is open.");
    await expect(say()).rejects.toMatchObject(unsure);
    web.messages = async () => [own(0)];
    await expect(say()).rejects.toMatchObject(looked);
    web.messages = () => Promise.reject(new Error("The chat can't be shown."));
    for (let tries = 0; tries < 6; tries++) await expect(say()).rejects.toMatchObject(looked);
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("is found behind many newer messages of its chat", async () => {
    const { account, say, sends } = await openSending(async () => own(0));
    account.chats.set(sara, [own(0)]);
    await expect(say()).rejects.toMatchObject(unsure);
    const newer = Array.from({ length: 60 }, (_, n) => own(1, { id: `PHONE${n}`, text: "أنا خالد" }));
    account.chats.set(sara, [own(0), ...newer]);
    await expect(say()).rejects.toMatchObject(looked);
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("is given to the page anew where WhatsApp could not send it", async () => {
    const { account, say, sends } = await openSending(async () => own(0));
    account.chats.set(sara, [own(0)]);
    await expect(say()).rejects.toMatchObject(unsure);
    account.chats.set(sara, [own(-1)]);
    sends.mockResolvedValue(own(1, { id: "3EB0B" }));
    expect(await say()).toEqual({ id: `true_${sara}_3EB0B` });
  });

  it("leaves other messages of its chat alone", async () => {
    const { account, say, sends } = await openSending(async () => own(0));
    account.chats.set(sara, [own(0)]);
    await expect(say("k1")).rejects.toMatchObject(unsure);
    sends.mockResolvedValue(own(1, { id: "3EB0B" }));
    expect(await say("k2")).toEqual({ id: `true_${sara}_3EB0B` });
  });
});

describe("a message of which the page does not answer", () => {
  it("may have left, which is said", async () => {
    const { say } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
  });

  it("counts as sent once its chat shows it with the server", async () => {
    const { account, say, sends } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
    account.chats.set(sara, [own(1)]);
    expect(await say()).toEqual(found);
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("is sent again where its chat does not have it", async () => {
    const { say, sends } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
    sends.mockResolvedValue(own(1));
    expect(await say()).toEqual({ id });
    expect(sends).toHaveBeenCalledTimes(2);
  });

  it("is sent again in the end where its chat can't be shown", async () => {
    const { account, say, sends } = await openSending(() => new Promise(() => undefined));
    const [web] = account.webs;
    if (web) web.messages = () => Promise.reject(new Error("The chat can't be shown."));
    for (let tries = 0; tries < 5; tries++)
      await expect(say()).rejects.toMatchObject(tries > 0 ? looked : unsure);
    expect(sends).toHaveBeenCalledTimes(1);
    sends.mockResolvedValue(own(1));
    expect(await say()).toEqual({ id });
    expect(sends).toHaveBeenCalledTimes(2);
  });

  it("is not taken for a colleague's when it comes up late", async () => {
    const { office, say, events } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
    events().message(own(1));
    events().message(own(1, { id: "PHONE", text: "أنا خالد" }));
    await vi.waitFor(() => expect(office.taken).toHaveLength(1), soon);
    expect(office.contents()).toEqual([{ type: "by_staff", text: "أنا خالد" }]);
  });

  it("counts as sent once its own event has come up late", async () => {
    const { office, say, sends, events } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
    events().message(own(1));
    events().message(own(1, { id: "PHONE", text: "أنا خالد" }));
    await vi.waitFor(() => expect(office.taken).toHaveLength(1), soon);
    expect(await say()).toEqual(found);
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("is followed by the id that came up late, while the server does not have it yet", async () => {
    const { account, office, say, sends, events } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
    account.chats.set(sara, [own(0)]);
    events().message(own(0));
    events().message(own(1, { id: "PHONE", text: "أنا خالد" }));
    await vi.waitFor(() => expect(office.taken).toHaveLength(1), soon);
    await expect(say()).rejects.toMatchObject(looked);
    events().acked(own(1), 1);
    expect(await say()).toEqual(found);
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("counts as sent once the next browser's sweep has brought it", async () => {
    const { account, office, say, sends, events, begin } = await openSending(
      () => new Promise(() => undefined),
    );
    await expect(say()).rejects.toMatchObject(unsure);
    events().ended({ type: "browser_died" });
    const colleagues = own(1, { id: "PHONE", text: "أنا خالد" });
    account.chats.set(sara, [own(1), colleagues]);
    await begin(2);
    await vi.waitFor(() => expect(office.taken).toHaveLength(1), soon);
    expect(office.contents()).toEqual([{ type: "by_staff", text: "أنا خالد" }]);
    expect(await say()).toEqual(found);
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("leaves the same words to a colleague once it has been found", async () => {
    const { account, office, say, events } = await openSending(() => new Promise(() => undefined));
    await expect(say()).rejects.toMatchObject(unsure);
    account.chats.set(sara, [own(1)]);
    expect(await say()).toEqual(found);
    events().message(own(1, { id: "PHONE" }));
    await vi.waitFor(() => expect(office.taken).toHaveLength(1), soon);
    expect(office.contents()).toEqual([{ type: "by_staff", text: "أهلًا" }]);
  });

  it("may have left when its browser ended meanwhile, and the next browser's chat tells", async () => {
    const { account, say, sends, events, begin } = await openSending(
      () => new Promise((_, reject) => setTimeout(() => reject(new Error("Target closed")), 50)),
    );
    const saying = say();
    await vi.waitFor(() => expect(sends).toHaveBeenCalled(), soon);
    const broken = account.webs[0];
    if (broken) broken.messages = () => Promise.reject(new Error("Target closed"));
    events().ended({ type: "browser_died" });
    await expect(saying).rejects.toMatchObject({ problem: { ...unsure.problem, whole: true } });
    await begin(2);
    account.chats.set(sara, [own(1)]);
    expect(await say()).toEqual(found);
    expect(sends).toHaveBeenCalledTimes(1);
  });
});

describe("a message that an earlier process began to hand over", () => {
  async function afterStart() {
    const before = await openSending(() => new Promise(() => undefined));
    await expect(before.say()).rejects.toMatchObject(unsure);
    await before.channel.stop();
    return openSending(async () => own(1, { id: "3EB0B" }), { dataDir: before.dataDir });
  }

  it("is not sent again where its chat shows it", async () => {
    const { account, say, sends } = await afterStart();
    account.chats.set(sara, [own(1)]);
    expect(await say()).toEqual(found);
    expect(sends).not.toHaveBeenCalled();
  });

  it("is sent where its chat does not show it", async () => {
    const { say, sends } = await afterStart();
    expect(await say()).toEqual({ id: `true_${sara}_3EB0B` });
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("is sent where its words are those of another message of the office", async () => {
    const { account, office, say, sends } = await afterStart();
    account.chats.set(sara, [own(1)]);
    office.desk.keys.set(`${sara} ${id}`, "k0");
    expect(await say()).toEqual({ id: `true_${sara}_3EB0B` });
    expect(sends).toHaveBeenCalledTimes(1);
  });

  it("is that message where the office knows its id", async () => {
    const { account, office, say, sends } = await afterStart();
    account.chats.set(sara, [own(1)]);
    office.desk.keys.set(`${sara} ${id}`, "k1");
    expect(await say()).toEqual(found);
    expect(sends).not.toHaveBeenCalled();
  });
});

describe("a message of which the library says nothing", () => {
  it("was not handed over where its chat does not show it", async () => {
    const { say } = await openSending(async () => undefined);
    const problem = { type: "retry_later", whole: false };
    await expect(say()).rejects.toMatchObject({ problem });
    await expect(say()).rejects.not.toMatchObject(unsure);
  });

  it("left where its chat shows it: the library had only lost sight of it", async () => {
    const { account, say } = await openSending(async () => undefined);
    account.chats.set(sara, [own(1)]);
    expect(await say()).toEqual({ id });
  });

  it("is not found in words of an earlier message", async () => {
    const { account, say, sends } = await openSending(async () => own(1));
    account.chats.set(sara, [own(1)]);
    expect(await say("k1")).toEqual({ id });
    sends.mockResolvedValue(undefined);
    await expect(say("k2")).rejects.toMatchObject({ problem: { type: "retry_later" } });
  });
});

describe("a line that looks bad to WhatsApp", () => {
  const high = { customerFirst: 0, newAnHour: -1, unanswered: 1, fewest: 1 };

  it("sends answers alone, and news to whoever is just writing", async () => {
    const { office, say } = await openSending(async () => own(1), { meterLimits: high });
    const { heard } = office.desk;
    heard.set(sara, Date.now() - 3_600_000);
    expect(await say("k1")).toEqual({ id });
    await expect(say("k2", { unasked: true })).rejects.toMatchObject({
      problem: { type: "held", afterMs: 60_000 },
    });
    heard.set(sara, Date.now() - 60_000);
    expect(await say("k3", { unasked: true })).toEqual({ id });
    heard.set(sara, Date.now() - 25 * 3_600_000);
    await expect(say("k4")).rejects.toMatchObject({ problem: { type: "held" } });
  });

  it("ends a message that it has begun", async () => {
    const { office, say } = await openSending(async () => own(1), { meterLimits: high });
    office.desk.heard.set(sara, Date.now() - 25 * 3_600_000);
    await expect(say("k1", { unasked: true })).rejects.toMatchObject({ problem: { type: "held" } });
    expect(await say("k2", { unasked: true, rest: true })).toEqual({ id });
  });
});
