/** The step that a partner's words name: taken where they can mean nothing else, read back where they only may. */
import { describe, expect, it } from "vitest";
import { noura } from "./bench-office.ts";
import { customerOf, fieldOf, openPartnerOffice, replierIn } from "./partner-office.ts";

/** A courier with one order; a second one is given by `another`. */
async function courier() {
  const office = await openPartnerOffice();
  const { bench, joins, offer, order, says, stored } = office;
  await joins("a", "courier");
  const placed = await order();
  await offer(placed, "a");
  await says("courier", "قبول 11");
  /** A press on a choice of the newest message that offers one. */
  async function presses(holding: string): Promise<void> {
    const all = bench.to("courier").flatMap(({ choices = [] }) => choices);
    const value = all.findLast((one) => one.value.includes(holding))?.value ?? "";
    bench.clock.at += 1_000;
    await bench.receive("courier", `press ${bench.sent.length}`, { type: "choice", value });
    await bench.office().idle();
  }
  return {
    ...office,
    placed,
    presses,
    replies: replierIn(office),
    customer: await customerOf(bench, placed),
    stageOf: async (one = placed) => {
      const { state } = await stored(one);
      return "stage" in state ? state.stage : state.status;
    },
    async another(fields = {}) {
      const more = await order("parcel_delivery", fields);
      await offer(more, "a");
      await says("courier", "قبول 12");
      return more;
    },
  };
}

describe("a step in words", { timeout: 60_000 }, () => {
  it.each([
    ["هل سلمت البطاقة للحارس؟", "سلمتها"],
    ["هل استلمت المفتاح؟", "استلمت"],
    ["did you pick up the key?", "picked up"],
  ])("is none where it answers the customer's «%s»", async (asks, answer) => {
    const { customer, newest, says, replies, stageOf } = await courier();
    await says(customer, `للمندوب: ${asks}`);
    expect(await replies("courier", answer, asks)).toContain("إلى العميل");
    expect(await stageOf()).toBe("assigned");
    expect(newest(customer)).toContain(answer);
  });

  it("is taken below the office's own message of the order", async () => {
    const { replies, stageOf } = await courier();
    await replies("courier", "استلمت", "11");
    expect(await stageOf()).toBe("picked_up");
  });

  it("is read back where another order ended shortly before, and taken after a yes", async () => {
    const { another, customer, newest, placed, presses, says, stageOf } = await courier();
    const second = await another();
    await says("courier", "استلمت 11");
    await says("courier", "استلمت 12");
    await presses(`step:${placed.ref}:done`);
    expect(await stageOf()).toBe("done");
    const before = newest(customer);
    expect(await says("courier", "تم التسليم")).toContain("هل نسجّل للطلب 12: «سُلّمت»؟");
    expect(await stageOf(second)).toBe("picked_up");
    expect(await says("courier", "لا")).toContain("12");
    expect(await stageOf(second)).toBe("picked_up");
    await says("courier", "تم التسليم");
    await says("courier", "نعم");
    expect(await stageOf(second)).toBe("delivered");
    expect(newest(customer)).toBe(before);
  });

  it("is read back where nothing was picked up yet or its day is still to come, and taken when it is said again", async () => {
    const { another, placed, says, stageOf, bench, office } = await courier();
    expect(await says("courier", "تم التسليم")).toContain("هل نسجّل للطلب 11: «سُلّمت»؟");
    expect(await stageOf()).toBe("assigned");
    await says("courier", "سلمتها");
    expect(await stageOf()).toBe("delivered");
    await office().engine.act(noura, { type: "give_back", reason: "x" }, { ref: placed.ref });
    bench.clock.at += 2 * 3_600_000;
    const later = await another({ pickup_date: fieldOf("2027-01-20") });
    expect(await says("courier", "استلمت")).toContain("هل نسجّل للطلب 12");
    expect(await stageOf(later)).toBe("assigned");
  });

  it("is read back where it was written of an order that was taken away meanwhile", async () => {
    const { another, bench, office, placed, says, stageOf } = await courier();
    const second = await another();
    const writtenAt = bench.clock.at;
    const { engine } = office();
    await engine.act(noura, { type: "give_back", reason: "x" }, { ref: placed.ref });
    bench.clock.at += 60_000;
    const content = { type: "text", text: "استلمت" } as const;
    await office().receive({ channel: "counting", address: "courier", id: "late", content, at: writtenAt });
    await office().idle();
    expect(await stageOf(second)).toBe("assigned");
    expect(bench.to("courier").at(-1)?.text).toContain("هل نسجّل للطلب 12");
    await says("courier", "👍");
    expect(await stageOf(second)).toBe("picked_up");
  });

  it("is taken by the very words of its button, and read back where other steps are left out", async () => {
    const { says, stageOf } = await courier();
    expect(await says("courier", "استُلمت من المرسل")).toContain("استُلمت من المرسل");
    expect(await stageOf()).toBe("picked_up");
    expect(await says("courier", "مكتمل")).toContain("هل نسجّل للطلب 11: «مكتمل»؟");
    expect(await stageOf()).toBe("picked_up");
    await says("courier", "Delivered?");
    expect(await stageOf()).toBe("picked_up");
    await says("courier", "سُلّمت");
    expect(await stageOf()).toBe("delivered");
    await says("courier", "مكتمل");
    expect(await stageOf()).toBe("done");
  });
});
