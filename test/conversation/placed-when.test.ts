/** When the order that is complained of was placed, as far as it is told. */
import { describe, expect, it } from "vitest";
import { placedBefore } from "../../src/conversation/complaint/placed-when.ts";

const zone = "Asia/Riyadh";
/** Sunday, 10:00 in Riyadh. */
const at = Date.parse("2026-11-22T10:00:00+03:00");
const told = (text: string) => placedBefore(text, at, zone);

describe("placedBefore", () => {
  it.each([
    ["انا بعتلكم الشهر اللي فات طلب ومحدش رد عليا خالص", "2026-11-01T00:00:00+03:00"],
    ["الشهر الماضي طلبت منكم شحنة وما وصلت", "2026-11-01T00:00:00+03:00"],
    ["I ordered something last month and nobody answered", "2026-11-01T00:00:00+03:00"],
    ["طلبت منكم الاسبوع اللي راح ولا احد رد", "2026-11-22T00:00:00+03:00"],
    ["I booked a hotel yesterday and heard nothing", "2026-11-22T00:00:00+03:00"],
    ["حجزت عندكم قبل شهر", "2026-11-08T10:00:00+03:00"],
  ])("is told: %s", (text, moment) => {
    expect(told(text)).toBe(Date.parse(moment));
  });

  it.each([
    "دفعتوا فاتورة الشهر الماضي غلط",
    "the bill of last month is still open",
    "طلبت منكم قبل ساعة وما احد رد",
    "طلبي متاخر",
    "خدمتكم سيئة",
  ])("is not told: %s", (text) => {
    expect(told(text)).toBeUndefined();
  });
});
