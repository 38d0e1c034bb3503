/** The words that staff send to a partner which nothing reaches: one line for each thing that it has not heard. */
import { describe, expect, it } from "vitest";
import type { PartnerId } from "../../../src/domain/ids.ts";
import { readyWords } from "../../../src/web/queue/orders/ready-words.ts";
import { orderOf } from "../../store/sample-turns.ts";

const partner = "p_linked" as PartnerId;
const order = orderOf("w", 1, { partner: { id: partner, name: { ar: "غرف الساحل", en: "Sahil" } } });
const about = { order, partner, link: "https://office.example/offers/x" } as const;
const ended = { ...order, state: { ...order.state, status: "cancelled" } } as typeof order;

describe("ready words", () => {
  it.each([
    ["order.amended", order, "ar", /تغيّرت بيانات الطلب .*office\.example/],
    ["customer.wrote", order, "en", /wrote.*office\.example/],
    ["offer.made", order, "ar", /office\.example/],
    ["order.cancelled", ended, "ar", /الطلب .*: .*(?:أُلغي|انتهى)/],
    ["order.cancelled", ended, "en", /cancelled|ended|over/i],
    ["offer.withdrawn", order, "ar", /الطلب/],
  ] as const)("tell of %s", (news, of, language, words) => {
    expect(readyWords({ ...about, order: of, language }, [news])).toMatch(words);
  });

  it("are a line each, and name no link that the partner does not have", () => {
    const { link, ...without } = about;
    const said = readyWords({ ...without, language: "ar" }, ["order.amended", "customer.wrote"]);
    expect(said.split("\n")).toHaveLength(2);
    expect(said).not.toContain(link);
  });
});
