/** A head tries whether a line carries, from the chat of somebody who wrote on it. */
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/domain/understanding.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { huda, paperOffice, sara } from "./paper-office.ts";

const wish: Reading = {
  understandings: [{ type: "request", service: "five", fields: {} }],
  confidence: 1,
  by: "embedded",
};
const trying = { type: "test_line" } as const;

function office(channel = "paper") {
  return paperOffice({ catalogue: catalogueWith(fiveQuestions), language: "en", channel });
}

describe("test_line", () => {
  it("says one harmless sentence and leaves the open question as it was", () => {
    const paper = office();
    paper.says_("x", wish);
    const before = paper.conversation;
    paper.acts(huda, trying);
    expect(paper.says.map(({ text, from }) => [from, text])).toEqual([
      ["office", expect.stringContaining("A test message from")],
    ]);
    const { open, drafts, person, unanswered, askedAt } = paper.conversation;
    expect({ open, drafts, person, unanswered, askedAt }).toEqual({
      ...{ open: before.open, drafts: before.drafts, person: before.person },
      ...{ unanswered: before.unanswered, askedAt: before.askedAt },
    });
  });

  it("writes to nobody who never wrote", () => {
    const paper = office();
    paper.acts(huda, trying);
    expect([paper.refusal, paper.says]).toEqual([{ reason: "nothing_to_do" }, []]);
  });

  it("says nothing where nobody listens", () => {
    const paper = office("desk");
    paper.says_("x", wish);
    paper.acts(huda, trying);
    expect(paper.refusal).toEqual({ reason: "nothing_to_do" });
  });

  it("is for heads and administrators", () => {
    const paper = office();
    paper.says_("x", wish);
    paper.acts(sara, trying);
    expect(paper.refusal).toEqual({ reason: "not_allowed" });
  });
});
