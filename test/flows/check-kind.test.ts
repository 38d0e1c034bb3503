/** What the kind of a flow asks of it, and of the menu. */
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/conversation/flow/flow.ts";
import { checkKind, checkOffered, checkOneComplaint } from "../../src/flows/check-kind.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";
import { sure } from "../web/tiny-office.ts";

const complaint = sure(realCatalogue().flows.get("complaint"));
const hotel = sure(realCatalogue().flows.get("hotel_booking"));
const problems = (flow: Flow) => checkKind(flow).map(({ path, problem }) => `${path.join(".")}: ${problem}`);

describe("checkKind", () => {
  it("finds nothing wrong with the office's own complaints and services", () => {
    expect([...problems(complaint), ...problems(hotel)]).toEqual([]);
  });

  it("wants the stages of a complaint to be there, and its words", () => {
    const { complaint: rules, ...rest } = complaint;
    const broken = {
      ...rest,
      questions: hotel.questions,
      complaint: { ...sure(rules), looking: "nowhere", answered: "never" },
    };
    expect(problems(broken)).toEqual([
      "complaint.looking: there is no stage named nowhere",
      "complaint.answered: there is no stage named never",
      "questions: a complaint keeps what the customer says under words, and there is no such text question",
    ]);
  });

  it("wants the part of complaints with their kind, and with no other", () => {
    const { complaint: rules, ...bare } = complaint;
    expect(problems(bare)).toEqual([
      "kind: the kind is complaint, but how complaints are dealt with is missing",
    ]);
    expect(problems({ ...hotel, complaint: sure(rules) })).toEqual([
      "complaint: complaint says how complaints are dealt with, and the kind is service",
    ]);
  });
});

describe("checkKind, of a request between departments", () => {
  const it_request = sure(realCatalogue().flows.get("it_request"));

  it("finds nothing wrong with the office's own", () => {
    const internal = [...realCatalogue().flows.values()].filter(({ kind }) => kind === "internal");
    expect(internal.flatMap(problems)).toEqual([]);
  });

  it("refuses what brings partners, prices or customers in", () => {
    const { dispatch } = it_request;
    const wrong = (change: Partial<Flow>) =>
      checkKind({ ...it_request, ...change }).map(({ path }) => path.join("."));
    expect(wrong({ dispatch: { ...dispatch, strategy: "quotes" } })).toEqual(["dispatch.strategy"]);
    expect(wrong({ dispatch: { ...dispatch, offer_shows: ["details"] } })).toEqual(["dispatch.offer_shows"]);
    expect(wrong({ price: { lines: [], quote_fee: 100, propose: false } })).toEqual(["price.quote_fee"]);
    expect(wrong({ sensitive: "health" })).toEqual(["sensitive"]);
    expect(wrong({ for_example: { ar: ["أبي صيانة"], en: [] } })).toEqual(["for_example"]);
  });

  it("refuses questions that its form can't put", () => {
    const first = sure(it_request.questions[0]);
    const withQuestion = (change: Partial<Flow["questions"][number]>) => ({
      ...it_request,
      questions: [...it_request.questions, { ...first, name: "more", ...change }],
    });
    expect(problems(withQuestion({ type: "photo", asked: "required" }))).toEqual([]);
    expect(problems(withQuestion({ asked: "by_variant" }))).toHaveLength(1);
  });
});

describe("checkOneComplaint", () => {
  it("finds a second flow of complaints, which nobody would ever come to", () => {
    expect(checkOneComplaint([hotel, complaint])).toEqual([]);
    const [found] = checkOneComplaint([complaint, { ...complaint, id: "grievance" }]);
    expect(found).toMatchObject({ id: "grievance", finding: { path: ["kind"] } });
  });
});

describe("checkOffered", () => {
  it("keeps everything but services from the menu", () => {
    const menu = { ...realCatalogue().menu, offer: ["hotel_booking", "complaint"] };
    expect(checkOffered(menu, [hotel, complaint]).map(({ path }) => path)).toEqual([["offer", 1]]);
  });
});
