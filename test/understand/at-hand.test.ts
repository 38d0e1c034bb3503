/** What the customer has at hand, told under a read-back. */
import { describe, expect, it } from "vitest";
import { gist, read, readingBack } from "./reader.ts";

const form = readingBack("legal_consultation", {
  kind: "labour",
  topic: "labour case",
  phone: "+966533332221",
});

describe("what is at hand", () => {
  it.each([
    "I have the contract and the salary slips with me",
    "العقد وكشف الراتب معي",
    "الأوراق كلها جاهزة",
    "we've got all the papers ready",
  ])("goes along, and chooses nothing: %s", (text) => {
    expect(gist(read(text, form))).toEqual(["wish"]);
  });

  it.each([
    "it is about a contract",
    "العقد مو معي",
    "I have 3 contracts with me",
    "العقد معي؟",
    "خلوها عقود",
  ])("is not read of %s", (text) => {
    expect(gist(read(text, form))).not.toEqual(["wish"]);
  });
});
