/** A form that waits is dropped in one clause of a message whose others go on. */
import { describe, expect, it } from "vitest";
import { holding, read } from "./reader.ts";

const supplier = { need: "supplier", product: "كراتين", quantity: 10000 };

/** A matchmaking asks for the phone; `waits` behind it. */
const open = (waits: string) => ({ ...holding("b2b_matchmaking", "phone", supplier), waiting: [waits] });

const kinds = (text: string, waits: string) =>
  read(text, open(waits)).understandings.map((one) =>
    one.type === "cancel" || one.type === "request"
      ? `${one.type} ${one.service}`
      : one.type === "answers" || one.type === "correct"
        ? `${one.type} ${Object.values(one.fields).map(({ value }) => value)}`
        : one.type,
  );

describe("a form that waits is dropped, and the message goes on", () => {
  it.each<[string, string, string[]]>([
    [
      "لا مش عايز قوايم مالية. رقمي 0588887777",
      "business_accounts",
      ["cancel business_accounts", "answers +966588887777"],
    ],
    [
      "0588887777، والمحاسبة ما نحتاجها",
      "business_accounts",
      ["cancel business_accounts", "answers +966588887777"],
    ],
    [
      "no need for the bookkeeping. my number is 0501112222",
      "business_accounts",
      ["cancel business_accounts", "answers +966501112222"],
    ],
    [
      "لا داعي للمحاسبة. رقمي 0501112222",
      "business_accounts",
      ["cancel business_accounts", "answers +966501112222"],
    ],
    [
      "la2 mesh 3ayez mohasba, raqmi 0577776666",
      "business_accounts",
      ["cancel business_accounts", "answers +966577776666"],
    ],
    ["forget the parcel, 0501112222", "parcel_delivery", ["cancel parcel_delivery", "answers +966501112222"]],
    [
      "المندوب ما يحتاج. وأبي أجدد جواز سفري",
      "parcel_delivery",
      ["cancel parcel_delivery", "request gov_paperwork"],
    ],
  ])("takes both of «%s»", (text, waits, expected) => {
    expect(kinds(text, waits)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["الشحنة خلاص ما أبيها، لقيت أرخص", "parcel_delivery"],
    ["المندوب ما يحتاج", "parcel_delivery"],
    ["forget the parcel, I found someone cheaper", "parcel_delivery"],
    ["la2 ana mesh 3ayez mohasba, ana elly mohaseb", "business_accounts"],
  ])("only drops in «%s»", (text, waits) => {
    expect(kinds(text, waits)).toEqual([`cancel ${waits}`]);
  });

  it.each(["رقمي 0588887777", "no, that is all"])("drops nothing in «%s»", (text) => {
    expect(kinds(text, "business_accounts").some((one) => one.startsWith("cancel"))).toBe(false);
  });
});
