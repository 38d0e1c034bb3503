/** A bare amount before other values, under the question for it. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

const asksPrice = holding("c2c_mediation", "price", { role: "sell", item: "دراجة", condition: "مستعمل" });
const asksAmount = holding("payment_on_behalf", "amount", { what: "bill", provider: "الكهرباء" });
const riyals = (amount: number) => ({ amountMinor: amount * 100, currency: "SAR" });

describe("withAmountInFront", () => {
  it.each([
    ["٨٠٠ والمشتري جواله 0541239876", riyals(800)],
    ["800 والبايع رقمه 0541239876", riyals(800)],
    ["800, Khobar, buyer 0541239876, me 0509998877", riyals(800)],
    ["1,200 and the buyer is 0541239876", riyals(1200)],
  ])("takes it beside a phone: %s", (text, price) => {
    expect(valuesOf(read(text, asksPrice), "answers")).toMatchObject({
      price,
      other_party_phone: "+966541239876",
    });
  });

  it.each(["375 w el 7esab 30012345678", "375، ورقم الحساب 30012345678", "375, account 30012345678"])(
    "takes it beside an account: %s",
    (text) => {
      expect(valuesOf(read(text, asksAmount), "answers")).toMatchObject({
        amount: riyals(375),
        account_or_bill_no: "30012345678",
      });
    },
  );

  it.each([
    "24 نوفمبر، 0541239876",
    "0541239876, Khobar",
    "3 شهور والمشتري جواله 0541239876",
    "الخبر، والمشتري رقمه 0541239876",
  ])("takes no other number: %s", (text) => {
    expect(valuesOf(read(text, asksPrice), "answers")).not.toHaveProperty("price");
  });
});
