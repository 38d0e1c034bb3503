import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/channels/whatsapp/facts.ts";
import { sweep } from "../../../src/channels/whatsapp/sweep.ts";
import type { WebEvents, WebMessage } from "../../../src/channels/whatsapp/web.ts";
import { fakeAccount, heard } from "./fake-web.ts";

const dayMs = 86_400_000;
const now = 100 * dayMs;

async function swept(account: ReturnType<typeof fakeAccount>, facts: Facts) {
  const web = await account.open({} as WebEvents);
  const taken: WebMessage[] = [];
  await sweep(web, {
    ...{ facts, now },
    learn: async () => undefined,
    addressOf: async (chat) => account.ids.get(chat)?.lid ?? chat,
    take: async (message) => void taken.push(message),
  });
  return taken;
}

const at = (secondsAgo: number) => now - secondsAgo * 1_000;

describe("sweep", () => {
  it("takes what came since everything had been handed over, with a margin", async () => {
    const account = fakeAccount();
    const times = [7_200, 3_600 + 601, 3_600 + 599, 3_599, 10].map(at);
    account.chats.set(
      "111@lid",
      times.map((at) => heard({ at })),
    );
    const taken = await swept(account, { linkedAt: 0, heardUntil: at(3_600) });
    expect(taken.map((message) => message.at)).toEqual(times.slice(2));
  });

  it("takes unread messages however long the line had everything since", async () => {
    const account = fakeAccount();
    const times = [9_000, 8_000, 7_000].map(at);
    account.chats.set(
      "111@lid",
      times.map((at) => heard({ at })),
    );
    account.unread.set("111@lid", 2);
    const taken = await swept(account, { linkedAt: 0, heardUntil: at(60) });
    expect(taken.map((message) => message.at)).toEqual(times.slice(1));
  });

  it("takes everything since the link where it never had everything", async () => {
    const account = fakeAccount();
    const times = [500, 300, 100].map(at);
    account.chats.set(
      "111@lid",
      times.map((at) => heard({ at })),
    );
    expect(await swept(account, { linkedAt: at(400) })).toHaveLength(2);
  });

  it("goes back neither before the link nor more than a week", async () => {
    const account = fakeAccount();
    const times = [8 * dayMs, 6 * dayMs, 3_600_000].map((ago) => now - ago);
    account.chats.set(
      "111@lid",
      times.map((at) => heard({ at })),
    );
    account.unread.set("111@lid", 3);
    expect(await swept(account, { linkedAt: 0, heardUntil: 0 })).toHaveLength(2);
    expect(await swept(account, { linkedAt: now - dayMs, heardUntil: 0 })).toHaveLength(1);
    expect(await swept(account, { heardUntil: 0 })).toHaveLength(0);
  });

  it("takes one person's two chats in the order of their times", async () => {
    const account = fakeAccount();
    account.ids.set("966511111111@c.us", { lid: "111@lid" });
    account.chats.set("111@lid", [heard({ text: "one", at: at(30) }), heard({ text: "three", at: at(10) })]);
    account.chats.set("966511111111@c.us", [heard({ text: "two", at: at(20) })]);
    const taken = await swept(account, { linkedAt: 0, heardUntil: at(60) });
    expect(taken.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });

  it("leaves groups and its own number alone", async () => {
    const account = fakeAccount();
    for (const chat of ["1203@g.us", "status@broadcast", "966500000001@c.us"])
      account.chats.set(chat, [heard({ chat, at: at(5) })]);
    expect(await swept(account, { linkedAt: 0, heardUntil: 0, number: "966500000001@c.us" })).toEqual([]);
  });

  it("finds thousands that wait, each once", async () => {
    const account = fakeAccount();
    for (let chat = 0; chat < 100; chat++) {
      const messages = Array.from({ length: 100 }, (_, n) =>
        heard({ chat: `${chat}@lid`, at: at(1_000 - n) }),
      );
      account.chats.set(`${chat}@lid`, messages);
    }
    const taken = await swept(account, { linkedAt: 0, heardUntil: at(1_200) });
    expect(new Set(taken.map(({ id }) => id)).size).toBe(10_000);
    expect(taken).toHaveLength(10_000);
  });
});
