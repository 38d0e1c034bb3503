/** What is added in so many words soon after an order was placed is offered as its note; another service that is asked for begins. */
import { describe, expect, it } from "vitest";
import { draftsOf } from "../../src/conversation/form/drafts.ts";
import { plain } from "../kit.ts";
import { classifier } from "../understand/reader.ts";
import { paperOffice } from "./paper-office.ts";

const storage = [
  "abi makhzan fe jeddah le athath 3 shohoor men bokra",
  ...["50 metr", "كنب وطاولة", "0501239876", "1"],
];

function placed() {
  const office = paperOffice({ classifier });
  for (const text of storage) office.says_(text);
  expect(office.orders.size).toBe(1);
  return office;
}

const noteIn = (office: ReturnType<typeof placed>) => [...office.orders.values()][0]?.fields.notes?.value;
const begun = (office: ReturnType<typeof placed>) =>
  draftsOf(office.catalogue, office.conversation).map(({ service }) => service);

describe("what is added once an order is placed", () => {
  it.each([
    "also mention we removed the sign last month",
    "please add a fridge too",
    "and a washing machine please",
    "one more thing, there is a piano",
    "btw add my brother as a contact",
    "forgot to say the gate code is 12",
    "w fe tallaja ba3d zeedoha",
    "la aqsod lel makhzan, zeedo tallaja",
    "zawedo kaman ghassala law sama7t",
    "nset a2ol en feeh beano",
    "w 7oto el beano fo2",
    "زيدوا ثلاجة",
    "وضيفوا معاها كنبة",
    "وزود عليها تلاجة كمان",
    "سجلوا عندكم ان المفتاح مع الحارس",
    "اكتب ملاحظة ان السواق يتصل قبل",
  ])("is its note: %s", (text) => {
    const office = placed();
    office.says_(text);
    expect(begun(office)).toEqual([]);
    expect(office.conversation.open?.type).toBe("amend_order");
    expect(plain(office.text())).toContain(text);
    office.says_("1");
    expect(noteIn(office)).toBe(text);
  });

  it.each([
    ["add a hotel in jeddah for 2 nights", "hotel_booking"],
    ["also add a driver's licence renewal", "gov_paperwork"],
    ["وزيدوا لي حجز فندق في مكة ليلتين", "hotel_booking"],
    ["كمان عايز اجدد جواز سفري", "gov_paperwork"],
    ["i forgot to tell you i need a hotel in mecca", "hotel_booking"],
    ["وكمان محامي لو سمحت", "legal_consultation"],
    ["اكتبوا لي خطاب للكفيل", "document_writing"],
  ])("is another order where another service is asked for: %s", (text, service) => {
    const office = placed();
    office.says_(text);
    expect(begun(office)).toEqual([service]);
  });

  it("stays beside what was noted before, asked about or changed already", () => {
    const office = placed();
    for (const text of ["zeedo tallaja", "and a piano too", "yes"]) office.says_(text);
    expect(noteIn(office)).toBe("zeedo tallaja / and a piano too");
    for (const text of ["also mention the lift is small", "yes"]) office.says_(text);
    expect(noteIn(office)).toBe("zeedo tallaja / and a piano too / also mention the lift is small");
  });

  it("is not what is asked not to be added", () => {
    const office = placed();
    office.says_("لا تضيفوا شي");
    expect(noteIn(office)).toBeUndefined();
    expect(office.conversation.open?.type).not.toBe("amend_order");
  });
});
