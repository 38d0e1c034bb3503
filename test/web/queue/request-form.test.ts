/** The form of a request between departments, read with the questions of its flow. */
import { describe, expect, it } from "vitest";
import { readRequest } from "../../../src/web/queue/departments/requests.ts";
import { madeFlow } from "../../conversation/made-flows.ts";
import { sundayMorning } from "../../conversation/paper-office.ts";

const both = (text: string) => ({ ar: text, en: text });
const option = (id: string) => ({ id, label: both(id), words: [] });
const flow = madeFlow("wish", [
  { name: "kind", type: "choice", options: [option("leave"), option("letter")] },
  { name: "days", type: "number", min: 1, only_if: { field: "kind", is: "leave" } },
  { name: "papers", type: "photo", asked: "optional" },
]);
const read = (typed: Record<string, string>) => {
  const form = { typed: new URLSearchParams(typed), files: new Map() };
  const { fields, problems } = readRequest(flow, form, { now: sundayMorning, zone: "Asia/Riyadh" });
  return [Object.keys(fields), Object.fromEntries(problems)];
};

describe("readRequest", () => {
  it("demands a question that hangs on a choice only where that was made", () => {
    expect(read({ kind: "letter" })).toEqual([["kind"], {}]);
    expect(read({ kind: "leave" })).toEqual([["kind"], { days: "missing" }]);
    expect(read({ kind: "leave", days: "3" })).toEqual([["kind", "days"], {}]);
    expect(read({})).toEqual([[], { kind: "missing" }]);
  });

  it("leaves out what was filled in and does not belong to the choice", () => {
    expect(read({ kind: "letter", days: "3" })).toEqual([["kind"], {}]);
  });
});
