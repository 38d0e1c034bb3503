/** What the kind of a flow asks of it, and of the menu. */
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/conversation/flow.ts";
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
