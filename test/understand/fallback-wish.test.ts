/** What is to be done where something can't be had: a wish, and no value of the form. */
import { describe, expect, it } from "vitest";
import { holding, read } from "./reader.ts";

const held = { item: "nike air force", store: "namshi", size: "42", colour: "أبيض", quantity: 1 };
const under = (text: string, asked?: string) =>
  read(text, holding("shopping_mediation", asked, held)).understandings;

describe("a wish for what can't be had", () => {
  it.each([
    "إذا غير متوفر خذوا أسود",
    "لو مفيش أبيض هاتوا أسود",
    "اذا ما لقيتوا المقاس خذوا 43",
    "if it's not available take black",
    "if sold out take the black one",
    "law mesh mawgood hato aswad",
    "اذا خلص الابيض خذوا الاسود",
  ])("changes nothing that the form holds: %s", (text) => {
    expect(under(text)).toEqual([{ type: "wish", text, start: 0, end: text.length }]);
  });

  it("stands beside an answer", () => {
    const [answer, wish] = under("الرياض، وإذا غير متوفر خذوا أسود", "city");
    expect(answer).toMatchObject({ type: "answers", fields: { city: { value: "Riyadh" } } });
    expect(wish).toMatchObject({ type: "wish", text: "إذا غير متوفر خذوا أسود" });
  });

  it.each([
    "لو مفيش أبيض في أسود؟",
    "خليه أسود مو أبيض",
    "اذا تبون الرقم 0551239876",
    "if you can make it black",
  ])("is not read of %s", (text) => {
    expect(under(text).some(({ type }) => type === "wish")).toBe(false);
  });
});
