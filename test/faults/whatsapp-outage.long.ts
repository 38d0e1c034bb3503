import { describe, expect, it } from "vitest";
import { playOutage } from "./whatsapp-outage.ts";

describe("a WhatsApp line with 10,000 messages waiting after an hour's outage", () => {
  it("loses and doubles nothing, and keeps to its rates", async () => {
    // Faster than the line's own prudence, which would take the better part of an hour.
    const rates = { chat: { most: 3, everyMs: 200 }, line: { most: 5, everyMs: 50 }, jitterMs: 10 };
    const { tookMs, answers } = await playOutage({ chats: 500, each: 20, rates, longestMs: 900_000 });
    console.log(`10,000 messages of 500 chats: ${answers} answers after ${Math.round(tookMs / 1_000)} s`);
    expect(answers).toBeGreaterThanOrEqual(500);
  });
});
