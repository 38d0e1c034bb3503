import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatPhone,
  formatTime,
  isolate,
  maskId,
} from "../../src/language/format.ts";

describe("formatDate", () => {
  it("writes the weekday, the date and the Hijri date as the read-back does", () => {
    expect(formatDate("2026-11-26", "ar", { hijri: true })).toBe(
      "الخميس 26 نوفمبر 2026 (16 جمادى الآخرة 1448هـ)",
    );
    expect(formatDate("2026-11-26", "en", { hijri: true })).toBe("Thu 26 Nov 2026 (16 Jumada II 1448)");
  });

  it("leaves the Hijri date and the year out where they are not wanted", () => {
    expect(formatDate("2026-11-28", "ar", { year: false })).toBe("السبت 28 نوفمبر");
    expect(formatDate("2026-11-28", "en")).toBe("Sat 28 Nov 2026");
  });
});

describe("formatTime", () => {
  it.each([
    ["00:00", "12:00 صباحًا", "12:00 am"],
    ["09:05", "9:05 صباحًا", "9:05 am"],
    ["12:00", "12:00 ظهرًا", "12:00 pm"],
    ["14:59", "2:59 ظهرًا", "2:59 pm"],
    ["15:30", "3:30 عصرًا", "3:30 pm"],
    ["17:00", "5:00 عصرًا", "5:00 pm"],
    ["18:00", "6:00 مساءً", "6:00 pm"],
    ["23:59", "11:59 مساءً", "11:59 pm"],
  ])("says %s as «%s» and %s", (time, arabic, english) => {
    expect([formatTime(time, "ar"), formatTime(time, "en")]).toEqual([arabic, english]);
  });
});

describe("formatMoney", () => {
  it("names the currency on the side that the language puts it", () => {
    const price = { amountMinor: 4500, currency: "SAR" } as const;
    expect([formatMoney(price, "ar"), formatMoney(price, "en")]).toEqual(["45.00 ر.س", "SAR 45.00"]);
  });

  it("counts a dinar in thousandths and groups thousands", () => {
    expect(formatMoney({ amountMinor: 123456789, currency: "KWD" }, "en")).toBe("KWD 123,456.789");
    expect(formatMoney({ amountMinor: 5, currency: "SAR" }, "ar")).toBe("0.05 ر.س");
  });

  it("keeps a minus on its side inside Arabic", () => {
    expect(formatMoney({ amountMinor: -100, currency: "SAR" }, "ar")).toBe("\u2068-1.00\u2069 ر.س");
  });
});

describe("formatNumber", () => {
  it("groups thousands and rounds to three decimals", () => {
    expect([1234567.8914, 0.5, 1000, 0].map(formatNumber)).toEqual(["1,234,567.891", "0.5", "1,000", "0"]);
    expect(formatNumber(-2)).toBe("\u2068-2\u2069");
  });
});

describe("isolate", () => {
  it("wraps a code once and takes foreign direction marks out", () => {
    expect(isolate("BR-20418")).toBe("\u2068BR-20418\u2069");
    expect(isolate(isolate("a\u202eb"))).toBe("\u2068ab\u2069");
  });
});

describe("formatPhone", () => {
  it("groups a number for reading", () => {
    expect(formatPhone("+966501234567")).toBe("\u2068+966 50 123 4567\u2069");
    expect(formatPhone("nonsense")).toBe("\u2068nonsense\u2069");
  });
});

describe("maskId", () => {
  it("shows the last four at most, and never more than half", () => {
    expect(maskId("1000000008")).toBe("\u2068••••••0008\u2069");
    expect([maskId("12"), maskId("")]).toEqual(["\u2068•2\u2069", "\u2068\u2069"]);
  });
});
