/** Consent that is given up for something else, or taken back while an order is being changed. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import type { OrderRef } from "../../src/domain/ids.ts";
import type { Reading, Understanding } from "../../src/domain/understanding.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { paperOffice } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const visit = madeFlow("visit", [{ name: "city", type: "place" }], { sensitive: "health" });
const plain = madeFlow("plain", [{ name: "count", type: "integer" }]);
const catalogue = catalogueWith(visit, plain);
const means = (...understandings: readonly Understanding[]): Reading => ({
  understandings,
  confidence: 1,
  by: "embedded",
});
const found = (value: AnswerValue, text: string) => ({ value, text, start: 0, end: text.length });
const wish: Reading = means({
  type: "request",
  service: "visit",
  fields: { city: found("Jeddah", "جدة") },
});

function asked() {
  const paper = paperOffice({ catalogue });
  paper.says_("زيارة في جدة", wish);
  expect(paper.conversation.open?.type).toBe("consent");
  return paper;
}

describe("the question for consent", () => {
  it("is refused by a wish to cancel, and a later yes agrees to nothing", () => {
    const paper = asked();
    paper.says_("إلغاء");
    expect(paper.conversation.open?.type).not.toBe("consent");
    paper.says_("موافق");
    expect(paper.conversation.consents).toBeUndefined();
    expect(paper.conversation.drafts).toEqual([]);
  });

  it.each(
    "ايه ده|موافق على ايه|ya allah|ايه هذا كله|اجل الطلب|تمام الطلب|توكلنا على الله|looks good|موافق بس|يلا|المطلوب|eh da".split(
      "|",
    ),
  )("is not answered by «%s», which is asked about again", (text) => {
    const paper = asked();
    paper.says_(text);
    expect(paper.conversation.consents).toBeUndefined();
    expect(paper.conversation.open?.type).toBe("consent");
  });

  it.each("نعم|موافق|ايه|ايه موافق|نعم شكرا|ok thanks|mashy mowafe2|i agree|اي نعم".split("|"))(
    "is answered by «%s»",
    (text) => {
      const paper = asked();
      paper.says_(text);
      expect(paper.conversation.consents).toHaveLength(1);
    },
  );

  it("is not answered by what was only understood as a yes", () => {
    const paper = asked();
    paper.says_("كل شيء تمام التمام", means({ type: "confirm" }));
    expect(paper.conversation.consents).toBeUndefined();
    expect(paper.conversation.open?.type).toBe("consent");
  });

  it("is given up for another wish in the same breath", () => {
    const paper = asked();
    paper.says_("لا خلاص ابي", means({ type: "cancel" }, { type: "request", service: "plain", fields: {} }));
    expect(paper.conversation.open).toMatchObject({ type: "field", field: "count" });
    paper.says_("3");
    paper.says_("موافق");
    expect(paper.conversation.consents).toBeUndefined();
    expect(paper.orders.get(ref)?.service).toBe("plain");
  });
});

describe("a consent that is taken back", () => {
  function ordered() {
    const paper = asked();
    paper.says_("موافق");
    paper.says_("نعم");
    expect(paper.orders.get(ref)?.fields.city?.value).toBe("Jeddah");
    return paper;
  }
  const change = means({ type: "correct", fields: { city: found("Dammam", "الدمام") } });

  it("ends the change of an order that was being asked about", () => {
    const paper = ordered();
    paper.says_("للدمام", change);
    expect(paper.conversation.open?.type).toBe("amend_order");
    paper.says_("سحب الموافقة");
    expect(paper.conversation.open).toBeUndefined();
    paper.says_("نعم");
    expect(paper.orders.get(ref)?.fields.city?.value).toBe("Jeddah");
  });

  it("leaves later changes of the order to staff, and writes none of them down", () => {
    const paper = ordered();
    paper.says_("سحب الموافقة");
    paper.says_("للدمام", change);
    expect(paper.conversation.open).toBeUndefined();
    expect(paper.conversation.person).toBeDefined();
    expect(JSON.stringify([paper.conversation, paper.orders.get(ref), paper.history.get(ref)])).not.toMatch(
      /Dammam|الدمام/,
    );
  });
});
