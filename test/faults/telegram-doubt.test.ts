/**
 * A platform that takes messages and never says so (fault 43): its customer reads each twice at the most, staff hear of it and decide, and
 * every page tells it as what it is.
 */
import { describe, expect, it, vi } from "vitest";
import { openTelegramOffice } from "../channels/telegram/real-office.ts";
import { noura } from "../turn/bench-office.ts";

const soon = { timeout: 30_000, interval: 20 };
const words = "المندوب في الطريق";

async function withStaffWords() {
  const telegram = await openTelegramOffice();
  const { api, office, chat, person } = telegram;
  const { customer, answerTo } = person(42, "ar");
  await answerTo(() => customer.says("السلام عليكم"));
  await office.idle();
  const { id } = await chat("42");
  const staffSay = () => office.engine.act(noura, { type: "reply", text: words }, { conversation: id });
  const seen = () => api.bubblesOf("42").filter(({ text }) => text.includes(words)).length;
  const line = async () => (await office.engine.lines(id, 0, 100)).find(({ text }) => text === words);
  return { ...telegram, id, staffSay, seen, line };
}

describe("a Telegram that takes messages and does not say so", { timeout: 60_000 }, () => {
  it("shows a message twice at the most, and leaves it to staff whether it goes again", async () => {
    const { api, office, id, staffSay, seen, line } = await withStaffWords();
    api.fail("sendMessage", { type: "reset", act: true }, 1_000);
    await staffSay();
    await vi.waitFor(async () => expect(await line()).toMatchObject({ delivery: "failed" }), soon);
    expect([(await line())?.problem, seen()]).toEqual(["unsure", 2]);
    expect(office.engine.counters().possible_repeat_total).toBe(1);
    await office.engine.tick();
    await office.idle();
    expect(seen()).toBe(2);
    api.mend();
    expect(await office.engine.sendAgain(id, (await line())?.seq ?? 0)).toBe("sent");
    await vi.waitFor(async () => expect(await line()).toMatchObject({ delivery: "handed_over" }), soon);
    expect([(await line())?.problem, seen()]).toEqual(["repeated", 3]);
  });

  it("shows it once more where only one answer was lost, which is told", async () => {
    const { api, staffSay, seen, line } = await withStaffWords();
    api.fail("sendMessage", { type: "reset", act: true });
    await staffSay();
    await vi.waitFor(async () => expect(await line()).toMatchObject({ delivery: "waiting" }), soon);
    expect((await line())?.problem).toBe("unsure");
    await vi.waitFor(async () => expect(await line()).toMatchObject({ delivery: "handed_over" }), soon);
    expect([(await line())?.problem, seen()]).toEqual(["repeated", 2]);
  });
});
