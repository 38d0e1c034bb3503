/** What a customer says they told already is looked up in the chat's own lines, on a whole office. */
import { describe, expect, it } from "vitest";
import { openBenchOffice } from "./bench-office.ts";

describe("what was told when the form began", { timeout: 60_000 }, () => {
  it("is taken with the line that it stands in, once the customer says so", async () => {
    const bench = await openBenchOffice();
    await bench.say("a", "m0", "we need it on the 24 December, hello");
    await bench.say("a", "m1", "bench form please");
    await bench.say("a", "m2", "12");
    await bench.office().idle();
    expect((await bench.chat("a")).drafts[0]?.fields).not.toHaveProperty("day");
    await bench.say("a", "m3", "I already told you");
    await bench.office().idle();
    const fields = (await bench.chat("a")).drafts[0]?.fields ?? {};
    const taken = Object.values(fields).find(({ evidence }) => evidence.messageId === "m0");
    expect(taken?.value).toMatch(/-12-24$/);
    expect("we need it on the 24 December, hello".slice(taken?.evidence.start, taken?.evidence.end)).toBe(
      taken?.evidence.text,
    );
  });
});
