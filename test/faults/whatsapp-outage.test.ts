import { describe, expect, it } from "vitest";
import { playOutage } from "./whatsapp-outage.ts";

describe("a WhatsApp line after an hour's outage", () => {
  it("loses and doubles nothing of what waited, and keeps to its rates", async () => {
    const rates = { chat: { most: 3, everyMs: 200 }, line: { most: 5, everyMs: 50 }, jitterMs: 10 };
    const { answers } = await playOutage({ chats: 20, each: 12, rates, longestMs: 50_000 });
    expect(answers).toBeGreaterThanOrEqual(20);
  }, 70_000);
});
