import { describe, expect, it } from "vitest";
import { findPeriods } from "../../src/language/days/periods.ts";

describe("findPeriods", () => {
  it.each([
    ["نبي نرفع اقرار القيمه المضافه للربع الثالث", ["الربع الثالث"]],
    ["إقرار ضريبي الربع الرابع 2026 رقم 7001234567", ["الربع الرابع 2026"]],
    ["متأخر في القيمة المضافة الربع التالت وخايف", ["الربع التالت"]],
    ["اقرار رفعته غلط الربع اللي راح", ["الربع اللي راح"]],
    ["مسير رواتب ٢٠ موظف شهر نوفمبر", ["نوفمبر"]],
    ["مرتبات الموظفين لشهر أكتوبر ٢٠٢٦", ["أكتوبر ٢٠٢٦"]],
    ["رواتب شهر ١٢ لعمال المصنع", ["شهر ١٢"]],
    ["قوائم مالية عن ٢٠٢٥", ["٢٠٢٥"]],
    ["القوائم المالية لعام 2025", ["2025"]],
    ["masir rawateb shahr december", ["december"]],
    ["payroll run for November, 18 employees", ["November"]],
    ["القوائم المالية للسنة المالية 2025", ["السنة المالية 2025"]],
    ["قوائم مالية للشركة عن السنة اللي فاتت", ["السنة اللي فاتت"]],
    ["مسك حسابات كل شهر", ["كل شهر"]],
    ["من يناير إلى مارس 2026", ["يناير إلى مارس 2026"]],
    ["abi arfa3 e2rar 7ag el rob3 el thaleth", ["el rob3 el thaleth"]],
    ["rawateb shahr 10", ["shahr 10"]],
    ["VAT Q3 is overdue", ["Q3"]],
    ["vat return q4 2026 pls", ["q4 2026"]],
    ["the third quarter of 2026", ["third quarter of 2026"]],
    ["payroll for 25 employees, November", ["November"]],
    ["income statement July to September", ["July to September"]],
    ["fiscal year 2025", ["fiscal year 2025"]],
    ["sort out 2024 and 2025 ledgers", ["2024 and 2025"]],
    ["monthly bookkeeping", ["monthly"]],
  ])("reads %s", (text, expected) => {
    expect(findPeriods(text).map(({ value }) => value)).toEqual(expected);
  });

  it.each([
    "قبل 31 ديسمبر",
    "on 3 December",
    "we may need help",
    "أبي محاسب",
    "ربع كيلو",
    "٧٠٠١٢٣٤٥٦٧",
    "12000 SAR",
  ])("finds none in %s", (text) => {
    expect(findPeriods(text)).toEqual([]);
  });

  it("gives the exact words that a period stands on", () => {
    const text = "اقرار للربع الثالث لو سمحت";
    const [found] = findPeriods(text);
    expect(found && text.slice(found.start, found.end)).toBe("للربع الثالث");
    expect(found?.text).toBe("للربع الثالث");
  });
});
