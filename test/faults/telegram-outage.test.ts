/** The short form of telegram-outage.long.ts: a thousand messages, and the platform's rates ten times as fast. */
import { expect, it } from "vitest";
import { playOutage } from "./telegram-outage.ts";

it("answers what waits after an outage, each message once, within the platform's rates", async () => {
  const rates = { chat: { most: 3, everyMs: 100 }, line: { most: 20, everyMs: 4 } };
  const { answers } = await playOutage({ chats: 100, each: 10, perSecond: 300, rates, longestMs: 60_000 });
  expect(answers).toBeGreaterThan(100);
}, 120_000);
