/** «مبلغها», «ميزانيتنا»: the name of what the form asks everybody for, with a pronoun in the place of its article. */
import { describe, expect, it } from "vitest";
import { read, valuesOf } from "./reader.ts";

const sar = (riyals: number) => ({ amountMinor: riyals * 100, currency: "SAR" });

describe("a name with its pronoun", () => {
  it.each([
    ["فاتورة الكهربا مبلغها ٤٣٠", { amount: sar(430) }],
    ["سددوا عني فاتورة الماء، رقم الحساب ٣٠٠١٢٣٤٥٦٧٨ مبلغها ٢٢٠ اخر موعد الخميس", { amount: sar(220) }],
    ["ابي ارسل كرتون وزنه ٥ من الرياض لجدة", { weight_kg: 5 }],
  ])("leads to the value: %s", (text, expected) => {
    expect(valuesOf(read(text), "request")).toMatchObject(expected);
  });

  it("leads to no sum that only some ask for", () => {
    expect(valuesOf(read("شحنة قيمتها ٥٠٠ من جدة للرياض"), "request")).not.toHaveProperty("cod_amount");
  });
});
