/** An hour without the platform, ten thousand messages of a thousand customers, and the platform's own rates. */
import { expect, it } from "vitest";
import { playOutage } from "./telegram-outage.ts";

it("answers ten thousand messages that wait after an outage, each once, within the platform's own rates", async () => {
  const { tookMs, answers } = await playOutage({
    chats: 1_000,
    each: 10,
    perSecond: 30,
    longestMs: 1_500_000,
  });
  console.log(`10,000 messages after an outage: ${answers} answers in ${Math.round(tookMs / 1_000)} s`);
  expect(answers).toBeGreaterThan(1_000);
});
