/** «لا أبي شركة. أبي محامي»: not the first, but what is wanted behind it. */
import { describe, expect, it } from "vitest";
import { gist, read } from "./reader.ts";

describe("what is wanted behind a «لا أبي»", () => {
  it.each([
    ["khalas la abi sharika. abi estisharah qanooneya 3an 3aqd", ["legal_consultation"]],
    ["لا أبي شركة. أبي استشارة قانونية عن عقد", ["legal_consultation"]],
    ["لا أبي ترجمة، أبي محامي", ["legal_consultation"]],
    ["مش عايز شركة. عايز محامي", ["legal_consultation"]],
  ])("is all that is wanted: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });

  it.each([
    ["لا أبي فندق في مكة. أبي قريب من الحرم", ["hotel_booking"]],
    ["لا، أبي ترجمة عقد. أبي محامي", ["document_writing", "legal_consultation"]],
    ["أبي ترجمة عقد، وأبي محامي", ["document_writing", "legal_consultation"]],
  ])("takes nothing from other messages: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });
});
