/** A customer whom nothing reaches any more: told by the platform while it happens, or with a message that it does not take. */
import { describe, expect, it } from "vitest";
import { type Channel, ChannelError, type Desk } from "../../src/channels/channel.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import type { Acted } from "../../src/engine.ts";
import type { OutboxRow } from "../../src/store/engine.ts";
import { createReach } from "../../src/turn/reach.ts";
import { noura, openBenchOffice } from "./bench-office.ts";

const order = ["bench form please", "12", "25 December", "2", "0501234567", "yes"];

/** A line of one customer, `a`, who may have blocked it. */
async function openWith(texts: readonly string[]) {
  const given: { desk?: Desk } = {};
  const blocked: { now: boolean; unsure?: boolean; slowly?: Promise<unknown> | undefined } = { now: false };
  const channel: Channel = {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    async start(_receive, desk) {
      given.desk = desk;
    },
    stop: async () => undefined,
    send() {
      const gone = () => new ChannelError({ type: "address_gone" }, "blocked");
      if (blocked.unsure)
        throw new ChannelError({ type: "retry_later", afterMs: 5, unsure: true }, "no answer");
      if (blocked.slowly) return blocked.slowly.then(() => Promise.reject(gone()));
      if (blocked.now) throw gone();
      return {};
    },
  };
  const bench = await openBenchOffice({ channels: [channel] });
  let count = 0;
  const says = async (text: string) => {
    bench.clock.at += 1_000;
    const content = { type: "text", text } as const;
    const about = { channel: "counting", address: "a", id: `m${++count}`, at: bench.clock.at };
    await bench.office().receive({ ...about, content });
    await bench.office().idle();
  };
  for (const text of texts) await says(text);
  const desk = (): Desk => {
    if (!given.desk) throw new Error("the channel was not started");
    return given.desk;
  };
  const tells = async (isReached: boolean, at = bench.clock.at) => {
    const told = await desk().reached("a", isReached, at);
    await bench.office().idle();
    return told;
  };
  const chat = () => bench.chat("a");
  const move = async () => {
    const ref = (await bench.orders("a"))[0]?.ref as never;
    const { engine } = bench.office();
    await engine.act(noura, { type: "claim" }, { ref });
    const given = await engine.act(
      noura,
      { type: "move", move: { to: "cancelled", note: "No room" } },
      { ref },
    );
    await bench.office().idle();
    return given;
  };
  return { bench, says, tells, chat, move, blocked };
}

describe("createReach", () => {
  /** A chat that is in no memory; what is learnt of it is kept as it would be in its turns. */
  function bare(acted: readonly Acted["type"][] = []) {
    const answers = [...acted];
    const learnt: string[] = [];
    let goneAt: number | undefined;
    let ticks = 0;
    const reach = createReach({
      store: {
        async getConversation() {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return { goneAt } as Conversation;
        },
      },
      states: { get: () => undefined },
      async happen(_, event) {
        const happened = event({ goneAt } as Conversation);
        const type = answers.shift() ?? "done";
        if (type === "done" && happened?.type === "reach_changed") {
          learnt.push(happened.reached ? "there" : "gone");
          goneAt = happened.reached ? undefined : 1;
        }
        return { type } as Acted;
      },
      chatOf: async () => id,
      ...{ now: () => 1, rehearsal: false, ticks: () => ++ticks },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    return { reach, learnt, goneAt: () => goneAt, now: () => ticks };
  }
  const id = "c_aaaaaaaaaaaaaaaaaaaaaa" as ConversationId;
  const news = { conversation: id, effect: { kind: "news" } } as OutboxRow;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  it("takes no customer for back whose message was under way when they left", async () => {
    const { reach, learnt, now } = bare();
    const begun = now();
    await reach.told("counting", "a", false, 1);
    reach.handed(id, begun);
    await settled();
    expect(learnt).toEqual(["gone"]);
    reach.handed(id, now() + 1);
    await settled();
    expect(learnt).toEqual(["gone", "there"]);
  });

  it("nor where the next message met the block while that was still looked up", async () => {
    const { reach, learnt, now } = bare();
    reach.handed(id, now());
    await reach.lost(news, "gone");
    await settled();
    expect(learnt).toEqual(["gone"]);
  });

  it("tells that a loss is noted only where the chat knows it", async () => {
    const { reach, goneAt } = bare(["unknown"]);
    expect([await reach.lost(news, "gone"), goneAt()]).toEqual([false, undefined]);
    expect([await reach.lost(news, "gone"), goneAt()]).toEqual([true, 1]);
  });
});

describe("a customer whom nothing reaches any more", { timeout: 60_000 }, () => {
  it("becomes a case when news can't be handed over", async () => {
    const { bench, chat, move, blocked } = await openWith(order);
    blocked.now = true;
    await move();
    expect((await bench.lines("a")).at(-1)).toMatchObject({ delivery: "failed", problem: "address_gone" });
    expect(await chat()).toMatchObject({ goneAt: bench.clock.at, person: { reason: "unreachable" } });
  });

  it("is no such case where nobody can say whether news arrived, but one of its own, for staff to decide", async () => {
    const { bench, chat, move, says, blocked } = await openWith(order);
    blocked.unsure = true;
    await move();
    await expect
      .poll(async () => (await bench.lines("a")).at(-1), { timeout: 10_000 })
      .toMatchObject({ delivery: "failed", problem: "unsure" });
    expect(await chat()).toMatchObject({ person: { reason: "unsure_message" } });
    expect(await chat()).not.toHaveProperty("goneAt");
    blocked.unsure = false;
    await says("hello again");
    expect((await chat()).person).toMatchObject({ reason: "unsure_message" });
  });

  it("is one of a mere answer, too, where a form waits for its question to be answered", async () => {
    const { bench, chat, says, blocked } = await openWith(["bench form please"]);
    blocked.unsure = true;
    await says("12");
    await expect
      .poll(async () => (await bench.lines("a")).at(-1), { timeout: 10_000 })
      .toMatchObject({ delivery: "failed", problem: "unsure" });
    expect((await chat()).person?.reason).toBe("unsure_message");
  });

  it("is no case any more once staff have sent all of it again, and the platform took it", async () => {
    const { bench, chat, move, tells, blocked } = await openWith(order);
    blocked.unsure = true;
    await move();
    const inDoubt = async () =>
      (await bench.lines("a")).filter(
        ({ delivery, problem }) => delivery === "failed" && problem === "unsure",
      );
    await expect.poll(async () => (await inDoubt()).length, { timeout: 10_000 }).toBe(1);
    blocked.unsure = false;
    const { engine } = bench.office();
    const { id } = await chat();
    expect(await engine.sendAgain(id, (await inDoubt())[0]?.seq as number)).toBe("sent");
    await expect.poll(async () => (await chat()).person, { timeout: 10_000 }).toBeUndefined();
    expect(await tells(true)).toBe("done");
  });

  it("becomes a case at once when the platform tells so, with the order that is open", async () => {
    const { bench, chat, tells } = await openWith(order);
    expect(await tells(false)).toBe("done");
    const [{ ref } = { ref: "" }] = await bench.orders("a");
    expect((await chat()).person).toMatchObject({ reason: "unreachable", order: ref });
  });

  it("is noted alone where nothing of theirs is under way", async () => {
    const { bench, chat, tells } = await openWith(["hello"]);
    await tells(false);
    const { goneAt, person } = await chat();
    expect([goneAt, person]).toEqual([bench.clock.at, undefined]);
  });

  it("is there again with their next message, or when the platform says so", async () => {
    const { chat, tells, says } = await openWith(["hello"]);
    await tells(false);
    await says("hello again");
    expect((await chat()).goneAt).toBeUndefined();
    await tells(false);
    await tells(true);
    expect((await chat()).goneAt).toBeUndefined();
  });

  it("is there again when a message for them is taken", async () => {
    const { bench, chat, move, blocked } = await openWith(order);
    blocked.now = true;
    await move();
    expect((await chat()).goneAt).toBeDefined();
    blocked.now = false;
    const { id, lastSeq } = await chat();
    expect(await bench.office().engine.sendAgain(id, lastSeq)).toBe("sent");
    await bench.office().idle();
    expect((await chat()).goneAt).toBeUndefined();
    expect((await bench.lines("a")).at(-1)?.delivery).toBe("handed_over");
  });

  it("is there again when a message for them is taken after a start, in a chat that is not in memory", async () => {
    const { bench, chat, move, blocked } = await openWith(order);
    blocked.now = true;
    await move();
    blocked.now = false;
    await bench.reopen();
    const { id, lastSeq } = await chat();
    expect(await bench.office().engine.sendAgain(id, lastSeq)).toBe("sent");
    await bench.office().idle();
    expect(await chat()).not.toHaveProperty("goneAt");
  });

  it("is gone since the platform's moment, also when what they wrote before it is brought only now", async () => {
    const { bench, chat, tells } = await openWith(["hello"]);
    const blockedAt = bench.clock.at - 1_800_000;
    await tells(false, blockedAt);
    expect((await chat()).goneAt).toBe(blockedAt);
  });

  it("is no case any more once they write, or the platform reaches them again", async () => {
    const { chat, tells, says } = await openWith(order);
    await tells(false);
    expect((await chat()).person).toMatchObject({ reason: "unreachable" });
    await says("hello again");
    expect((await chat()).person).toBeUndefined();
    await tells(false);
    expect((await chat()).person).toMatchObject({ reason: "unreachable" });
    await tells(true);
    expect(await chat()).not.toHaveProperty("person");
  });

  it("stays with the member of staff who has taken the chat", async () => {
    const { bench, chat, tells, says } = await openWith(order);
    await tells(false);
    const { id } = await chat();
    await bench.office().engine.act(noura, { type: "take_chat" }, { conversation: id });
    await says("hello again");
    expect((await chat()).person?.agent).toMatchObject({ name: noura.name });
  });

  it("is no case where a mere answer was not taken and no order is open", async () => {
    const { chat, says, blocked } = await openWith(["hello"]);
    blocked.now = true;
    await says("what do you do?");
    const { goneAt, person } = await chat();
    expect([typeof goneAt, person]).toEqual(["number", undefined]);
  });

  it("becomes a case after the next start when the office stopped before it could note why a message failed", async () => {
    const { bench, chat, move, blocked } = await openWith(order);
    let release: (nothing?: unknown) => void = () => undefined;
    blocked.slowly = new Promise((resolve) => (release = resolve));
    const moving = move();
    while ((await bench.lines("a")).at(-1)?.delivery !== "in_flight")
      await new Promise((resolve) => setTimeout(resolve, 5));
    const reopened = bench.reopen();
    release();
    await reopened;
    await moving.catch(() => undefined);
    await bench.office().idle();
    expect(await chat()).toMatchObject({ person: { reason: "unreachable" } });
    expect((await bench.lines("a")).at(-1)).toMatchObject({ delivery: "failed", problem: "address_gone" });
  });

  it("needs no chat", async () => {
    const { bench, tells } = await openWith([]);
    expect(await tells(false)).toBe("done");
    expect(await bench.office().engine.lastHeard("counting", "a")).toBeUndefined();
  });

  it("is no new case when staff have handed it back, unless something more can't be handed over", async () => {
    const { bench, chat, move, tells, blocked } = await openWith(order);
    blocked.now = true;
    await tells(false);
    const { id } = await chat();
    await bench.office().engine.act(noura, { type: "hand_back" }, { conversation: id });
    await tells(false);
    expect((await chat()).person).toBeUndefined();
    await move();
    expect((await chat()).person).toMatchObject({ reason: "unreachable" });
  });
});
