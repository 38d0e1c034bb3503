/** An order's number with a few words beside it: what the words want of it, never more than they say. */
import { describe, expect, it } from "vitest";
import { orderRefOf } from "../../src/domain/ids.ts";
import { wantedOf } from "../../src/understand/wishes/order-named.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { asking, gist, read } from "./reader.ts";

describe("wantedOf", () => {
  it.each([
    ["cancel order 20418", "cancel_order", "BR-20418"],
    ["cancel BR-20418", "cancel_order", "BR-20418"],
    ["كنسل الطلب 20418", "cancel_order", "BR-20418"],
    ["الغوا الطلب 10002", "cancel_order", "BR-10002"],
    ["ابي الغي طلب رقم ٢٠٤١٨", "cancel_order", "BR-20418"],
    ["وين الطلب 20418", "order_status", "BR-20418"],
    ["order 20418", "order_status", "BR-20418"],
    ["BR-20418 please", "order_status", "BR-20418"],
  ])("reads %s as %s of that order", (text, type, ref) => {
    expect(read(text).understandings).toEqual([{ type, ref }]);
    expect(read(text, asking("pickup", "from_city")).understandings).toEqual([{ type, ref }]);
  });

  it.each(["change order 20418", "عدلوا الطلب 20418"])("takes %s for a change", (text) => {
    expect(gist(read(text))).toEqual(["correct"]);
  });

  it("leaves words that it does not know to the model", () => {
    expect(wantedOf(wordsOf("الطلب مكسور"), orderRefOf(20418))).toBeUndefined();
  });
});
