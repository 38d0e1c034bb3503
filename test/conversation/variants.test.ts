/** A flow as its variant makes it, what it costs, and which permits the office holds. */
import { describe, expect, it } from "vitest";
import { asChosen, feesOf } from "../../src/conversation/flow/as-chosen.ts";
import type { Flow, OfficeFacts } from "../../src/conversation/flow/flow.ts";
import { holdsPermit, isPermitted, offeredServices } from "../../src/conversation/flow/permits.ts";
import { variantOf } from "../../src/conversation/flow/variant.ts";
import { missingFields } from "../../src/conversation/form/fill.ts";
import { shownOptions } from "../../src/conversation/show/field-question.ts";
import type { Fields } from "../../src/domain/answer.ts";
import { realCatalogue, zone } from "./real-catalogue.ts";

const evidence = { text: "", messageId: "m1", start: 0, end: 0, by: "exact" } as const;
const chosen = (id: string): Fields => ({ doc_type: { value: id, evidence } });
const labels = { government: { ar: "حكومي", en: "Government" }, office: { ar: "مكتب", en: "Office" } };
const paperwork = (): Flow => {
  const flow = realCatalogue().flows.get("gov_paperwork");
  if (!flow) throw new Error("no paperwork");
  return flow;
};

describe("asChosen", () => {
  it("leaves a flow alone while nothing is chosen", () => {
    const flow = paperwork();
    expect(asChosen(flow, {}, labels)).toBe(flow);
    expect(asChosen(flow, chosen("no_such_paper"), labels)).toBe(flow);
  });

  it("asks what the variant needs, and nothing else of what variants may ask", () => {
    const flow = paperwork();
    const fields = chosen("vehicle_transfer");
    expect(missingFields(asChosen(flow, fields, labels), fields)).toEqual([
      "person",
      "national_id",
      "name",
      "phone",
    ]);
    const visa = chosen("final_exit_visa");
    expect(missingFields(asChosen(flow, visa, labels), visa)).toEqual(["beneficiary", "name", "phone"]);
  });

  it("uses the variant's own words for a question", () => {
    const ask = asChosen(paperwork(), chosen("birth_certificate"), labels).questions.find(
      ({ name }) => name === "beneficiary",
    )?.ask;
    expect(ask?.en).toContain("baby's name");
  });

  it("prices it in two lines, the authority's untaxed, only where both are known", () => {
    const lines = asChosen(paperwork(), chosen("visit_visa_extension"), labels).price.lines;
    expect(lines.map(({ vat, amount }) => [vat, amount.amountMinor])).toEqual([
      [false, 10_000],
      [true, 7_500],
    ]);
    expect(asChosen(paperwork(), chosen("iqama_renewal"), labels).price.lines).toEqual([]);
    expect(asChosen(paperwork(), chosen("municipal_licence"), labels).price.lines).toEqual([]);
  });

  it("is made once for each variant", () => {
    const flow = paperwork();
    const [one, other] = [1, 2].map(() => asChosen(flow, chosen("attestation"), labels));
    expect(one).toBe(other);
    expect(one?.hash).toBe(flow.hash);
  });
});

describe("feesOf", () => {
  it("takes a fee for each year for no whole", () => {
    const flow = paperwork();
    const fees = (id: string) => {
      const variant = variantOf(flow, chosen(id));
      return variant && feesOf(variant);
    };
    expect(fees("iqama_renewal")).toEqual({ office: 15_000 });
    expect(fees("final_exit_visa")).toEqual({ government: 0, office: 10_000 });
    expect(fees("municipal_licence")).toEqual({});
  });
});

describe("shownOptions", () => {
  it("shows those that are offered first, in that order", () => {
    const question = paperwork().questions.find(({ name }) => name === "doc_type");
    expect(question && shownOptions(question).map(({ id }) => id)).toEqual(question?.offer_first);
    expect(question?.options?.length).toBeGreaterThan(25);
    expect(question?.options?.at(-1)?.id).toBe("other");
  });
});

const office: OfficeFacts = {
  ...realCatalogue().office,
  permits: [
    { id: "held", name: labels.office, number: "7", valid_until: "2026-12-31" },
    { id: "wanted", name: labels.office },
  ],
};

describe("holdsPermit", () => {
  it("holds up to the last day and no longer", () => {
    expect(["2026-12-31", "2027-01-01"].map((date) => holdsPermit(office, "held", date))).toEqual([
      true,
      false,
    ]);
  });

  it("holds none without a number, and none that is not listed", () => {
    expect(["wanted", "unheard_of"].map((id) => holdsPermit(office, id, "2026-11-22"))).toEqual([
      false,
      false,
    ]);
  });
});

describe("isPermitted", () => {
  it("counts the last day on the office's clock", () => {
    const at = (iso: string) => isPermitted({ office, zone }, { needs_permit: "held" }, Date.parse(iso));
    expect(at("2026-12-31T23:59:00+03:00")).toBe(true);
    expect(at("2026-12-31T21:30:00Z")).toBe(false);
  });

  it("needs nothing where nothing is asked for", () => {
    expect(isPermitted({ office, zone }, {}, 0)).toBe(true);
  });
});

describe("offeredServices", () => {
  it("shows a service that needs a permit only while it is held", () => {
    const catalogue = realCatalogue();
    const at = Date.parse("2026-11-22T10:00:00+03:00");
    const ids = (permits: OfficeFacts["permits"]) =>
      offeredServices({ ...catalogue, office: { ...office, permits } }, at).map(({ id }) => id);
    expect(ids([])).not.toContain("government_liaison");
    expect(
      ids([{ id: "government_liaison", name: labels.office, number: "1", valid_until: "2026-11-22" }]),
    ).toContain("government_liaison");
  });
});
