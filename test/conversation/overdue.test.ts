/** Cases of orders that nobody took up: what ends them, and what takes their place. */
import { describe, expect, it } from "vitest";
import { ordersOfCase } from "../../src/conversation/person/case.ts";
import type { PartnerReport } from "../../src/domain/act.ts";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const first = "BR-10001" as OrderRef;
const second = "BR-10002" as OrderRef;
const minute = 60_000;
const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } };
const stages = [{ id: "asked", label: { ar: "طُلب", en: "asked" }, tell: "silent", minutes: 60 }];
const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], { confirm: false, stages });
const request = { type: "request", service: "sent", fields: {} } as const;

/** An office with so many orders, placed half an hour apart. */
function placed(count = 1): Paper {
  const office = paperOffice({ catalogue: catalogueWith(flow) });
  for (let nth = 1; nth <= count; nth += 1) {
    office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
    office.says_(String(nth));
    if (nth < count) office.waits(10 * minute);
  }
  return office;
}

const orderOf = (office: Paper, ref: OrderRef) => sure(office.orders.get(ref));
const wanted = (office: Paper) => {
  const { person } = office.conversation;
  return person && [person.reason, ...ordersOfCase(person)];
};

/** The partner has the order, and it has stood at its stage for too long. */
function stuck(): Paper {
  const office = placed();
  office.acts(sara, { type: "claim" }, first);
  office.acts(sara, { type: "give", partner }, first);
  office.moves(first, "in_progress", "asked");
  office.waits(3 * 60 * minute);
  expect(wanted(office)).toEqual(["overdue", first]);
  return office;
}
const reports = (office: Paper, report: PartnerReport) =>
  office.happen({
    ...{ type: "partner_reported", at: office.now, order: orderOf(office, first), partner: partner.id },
    report,
  });
const wishesFour = (office: Paper) => {
  const count = { value: 4, text: "4", start: 0, end: 1 };
  const change = { type: "correct", fields: { count } } as const;
  office.says_("خلها 4", { understandings: [change], confidence: 1, by: "embedded" });
};

describe("an overdue case", () => {
  it("outlives the note of who does not hold the order, and ends with that of who does", () => {
    const office = stuck();
    office.acts(omar, { type: "note", text: "هل من جديد؟" }, first);
    expect(wanted(office)).toEqual(["overdue", first]);
    office.acts(sara, { type: "note", text: "اتصلت بهم" }, first);
    expect(wanted(office)).toBeUndefined();
  });

  it("gives way to a problem that the partner reports, and ends with a step of the partner", () => {
    const office = stuck();
    reports(office, { type: "problem", text: "الغرفة غير متاحة" });
    expect(wanted(office)).toEqual(["partner", first]);
    const gone = stuck();
    reports(gone, { type: "move", move: { to: "done" } });
    expect(wanted(gone)).toBeUndefined();
  });

  it("gives way to what the customer asks of staff", () => {
    const office = stuck();
    wishesFour(office);
    expect(office.text()).toContain("موظف");
    expect(wanted(office)).toEqual(["other", first]);
  });

  it("outlives what the customer changes, and what a partner declines", () => {
    const office = placed();
    const offer = offerIdOf(first, "x".repeat(16));
    office.waits(2 * 60 * minute);
    expect(wanted(office)).toEqual(["overdue", first]);
    wishesFour(office);
    office.says_("نعم");
    expect(orderOf(office, first).fields.count?.value).toBe(4);
    expect(wanted(office)).toEqual(["overdue", first]);
    const order = orderOf(office, first);
    const open = {
      id: offer,
      partner,
      madeAt: office.now,
      until: office.now + minute,
      state: { type: "open" },
    } as const;
    office.orders.set(first, { ...order, offers: [open] });
    const asked = orderOf(office, first);
    const answer = { type: "decline", reason: "" } as const;
    office.happen({ type: "offer_answered", at: office.now, order: asked, offer, answer });
    expect(orderOf(office, first).offers?.[0]?.state.type).toBe("declined");
    expect(wanted(office)).toEqual(["overdue", first]);
    office.acts(sara, { type: "claim" }, first);
    expect(wanted(office)).toBeUndefined();
  });

  it("is about each order that nobody took up, and ends with the last of them", () => {
    const office = placed(2);
    office.waits(3 * 60 * minute);
    expect(wanted(office)).toEqual(["overdue", first, second]);
    office.acts(sara, { type: "claim" }, first);
    expect(wanted(office)).toEqual(["overdue", second]);
    office.acts(sara, { type: "claim" }, second);
    expect(wanted(office)).toBeUndefined();
  });
});

describe("an order that is passed on to another partner after it stood still", () => {
  const other = { id: partnerIdOf("b"), name: { ar: "بديل", en: "Other" } };

  it("is watched anew from when that one got it", () => {
    const office = stuck();
    office.acts(sara, { type: "give", partner: other }, first);
    expect(wanted(office)).toBeUndefined();
    const given = office.now;
    // The office is closed until four.
    office.waits(3 * 60 * minute + 50 * minute);
    expect(orderOf(office, first).clock?.stuck?.since).toBeLessThan(given);
    office.waits(10 * minute);
    expect(orderOf(office, first).clock?.stuck).toEqual({ since: given, level: "warned" });
    office.waits(60 * minute);
    expect(orderOf(office, first).clock?.stuck).toEqual({ since: given, level: "escalated" });
    expect(wanted(office)).toEqual(["overdue", first]);
  });

  it("is watched anew once it is with the office's own people again", () => {
    const office = stuck();
    office.acts(sara, { type: "give_back", reason: "لا يرد" }, first);
    const back = office.now;
    office.waits(4 * 60 * minute);
    expect(orderOf(office, first).clock?.stuck).toEqual({ since: back, level: "warned" });
  });
});

describe("a partner that says that the customer does not answer", () => {
  it("has said so on the order: what stands still since is not its fault", () => {
    const office = stuck();
    const said = office.now;
    reports(office, { type: "no_answer" });
    expect(orderOf(office, first).clock?.noAnswer).toBe(said);
  });
});

describe("a complaint", () => {
  it("stays what staff are called to when orders wait for them, too", () => {
    const office = placed(2);
    const complaint = { type: "complaint", ref: first } as const;
    office.says_("شكوى", { understandings: [complaint], confidence: 1, by: "embedded" });
    office.waits(3 * 60 * minute);
    expect(wanted(office)).toEqual(["complaint", "BR-10003", first, second]);
  });
});
