/** Prices: tax on what is the office's, none on what is passed on. */
import { describe, expect, it } from "vitest";
import { feeLines, priceOf, withVat } from "../../src/orders/fees.ts";

const line = (amountMinor: number, vat: boolean) => ({
  label: { ar: "رسوم", en: "Fee" },
  amount: { amountMinor, currency: "SAR" as const },
  vat,
});
const vat = { ar: "الضريبة", en: "VAT" };

describe("priceOf", () => {
  it("is unknown without a line", () => {
    expect(priceOf([], vat)).toBeUndefined();
  });

  it("taxes the office's fee and not the government's", () => {
    const price = priceOf([line(10_000, true), line(30_000, false)], vat);
    expect(price?.total).toEqual({ amountMinor: 41_500, currency: "SAR" });
    expect(price?.lines.at(-1)).toEqual({
      label: vat,
      amount: { amountMinor: 1_500, currency: "SAR" },
      vat: false,
    });
  });

  it("rounds the tax to a halala", () => {
    expect(priceOf([line(4_333, true)], vat)?.total.amountMinor).toBe(4_333 + 650);
  });

  it("adds no tax for an office that is not registered", () => {
    expect(priceOf([line(10_000, true)], undefined)?.total.amountMinor).toBe(10_000);
  });
});

describe("feeLines", () => {
  const labels = { government: { ar: "حكومي", en: "Government" }, office: { ar: "مكتب", en: "Office" } };

  it("keeps the authority's fee apart and untaxed", () => {
    const lines = feeLines({ government: 15_000, office: 20_000 }, labels);
    expect(lines?.map(({ label, vat: taxed }) => [label.en, taxed])).toEqual([
      ["Government", false],
      ["Office", true],
    ]);
    expect(priceOf(lines ?? [], vat)?.total.amountMinor).toBe(38_000);
  });

  it("has no line for an authority that asks for nothing", () => {
    expect(feeLines({ government: 0, office: 10_000 }, labels)?.map(({ label }) => label.en)).toEqual([
      "Office",
    ]);
  });

  it("is no price while either fee is unknown", () => {
    expect(feeLines({ office: 10_000 }, labels)).toBeUndefined();
    expect(feeLines({ government: 10_000 }, labels)).toBeUndefined();
  });
});

describe("withVat", () => {
  it("adds the tax of a registered office only", () => {
    expect([withVat(10_001, true), withVat(10_001, false)]).toEqual([11_501, 10_001]);
  });
});
