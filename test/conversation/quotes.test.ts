/** Prices of partners: asked for, named, shown to the customer, chosen or not. */
import { describe, expect, it } from "vitest";
import { type OrderRef, parseOfferId } from "../../src/domain/ids.ts";
import type { OfferAnswer } from "../../src/domain/offer.ts";
import { promisedBy } from "../../src/orders/promise.ts";
import { plain } from "../kit.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions, madeFlow } from "./made-flows.ts";
import { omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const names: Readonly<Record<string, { ar: string; en: string }>> = {
  a: { ar: "نقل الأمين", en: "Al Ameen Transport" },
  b: { ar: "سريع", en: "Saree" },
  c: { ar: "الوفاء", en: "Al Wafa" },
};
const partner = (name: string) => ({ id: partnerIdOf(name), name: sure(names[name]) });
const offerId = (name: string) => sure(parseOfferId(`of_10001_${name.padEnd(16, "x")}`));
const ask = (name: string) =>
  ({ type: "offer", offer: offerId(name), partner: partner(name), minutes: 30, asks: "price" }) as const;
const riyals = (amount: number) => ({ amountMinor: Math.round(amount * 100), currency: "SAR" }) as const;
const price = (amount: number, more: object = {}): OfferAnswer => ({
  ...{ type: "quote", total: riyals(amount) },
  ...more,
});

const withFee = (fee: number) =>
  madeFlow(
    "five",
    fiveQuestions.questions.map((question) => ({ ...question })),
    { confirm: false, price: { lines: [], quote_fee: fee } },
  );

type Options = { readonly channel?: string; readonly fee?: number };

function claimed({ fee = 1_000, ...options }: Options = {}): Paper {
  const office = paperOffice({ catalogue: catalogueWith(withFee(fee)), ...options });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  office.acts(sara, { type: "claim" }, ref);
  return office;
}

const orderOf = (office: Paper) => sure(office.orders.get(ref));
const states = (office: Paper) => orderOf(office).offers?.map(({ state }) => state.type);
const rows = (office: Paper) => sure(office.history.get(ref)).map(({ what }) => what);
function answers(office: Paper, name: string, answer: OfferAnswer) {
  const order = orderOf(office);
  return office.happen({ type: "offer_answered", at: office.now, order, offer: offerId(name), answer });
}
/** Three were asked; two have named a price, and one has declined. */
function priced(options: Options = {}): Paper {
  const office = claimed(options);
  for (const name of ["a", "b", "c"]) office.acts(sara, ask(name), ref);
  answers(office, "a", price(60, { note: "يشمل التغليف" }));
  answers(office, "b", price(45));
  answers(office, "c", { type: "decline", reason: "" });
  return office;
}
/** The same, before the customer. */
function shown(options: Options = {}): Paper {
  const office = priced(options);
  office.acts(sara, { type: "show_prices" }, ref);
  return office;
}

describe("prices before a customer who wants their data deleted", () => {
  it("are taken back at once, and nothing says later that the customer did not choose", () => {
    const office = shown();
    const privacy = { type: "privacy", what: "delete" } as const;
    office.says_("احذف بياناتي", { understandings: [privacy], confidence: 1, by: "embedded" });
    office.says_("نعم");
    expect(orderOf(office).shownPrices).toBeUndefined();
    expect(states(office)).not.toContain("quoted");
    expect(plain(sure(office.says.at(-1)).text)).toContain("توقّف البحث عن منفّذ للطلب BR-10001");
    expect(office.conversation.orders[0]?.choosing).toBeUndefined();
  });
});

describe("an offer that asks for a price", () => {
  it("takes a price, gives nobody the order, and the customer hears nothing yet", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    expect(answers(office, "a", price(45, { note: "  يشمل\n التغليف " }))).toEqual([]);
    expect(orderOf(office)).toMatchObject({
      state: { status: "seeking" },
      offers: [{ asks: "price", state: { type: "quoted", total: riyals(45), note: "يشمل التغليف" } }],
    });
    expect(orderOf(office).partner).toBeUndefined();
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "quoted", total: riyals(45) });
  });

  it("is not taken by an acceptance without a price, nor one at a fixed price by a price", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    answers(office, "a", { type: "accept" });
    expect(office.refusal).toEqual({ reason: "bad_quote", why: "needed" });
    const { asks: _asks, ...fixed } = ask("b");
    office.acts(sara, fixed, ref);
    answers(office, "b", price(45));
    expect(office.refusal).toEqual({ reason: "bad_quote", why: "not_asked" });
    expect(states(office)).toEqual(["open", "open"]);
  });

  it("refuses nothing, less than nothing, a fortune, fractions of a halala, other money, and a time that has passed", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    const refused: readonly (readonly [OfferAnswer, string])[] = [
      [price(0), "not_positive"],
      [price(-45), "not_positive"],
      [price(1e9), "too_much"],
      [{ type: "quote", total: { amountMinor: 45.5, currency: "SAR" } }, "not_positive"],
      [{ type: "quote", total: { amountMinor: Number.NaN, currency: "SAR" } }, "not_positive"],
      [{ type: "quote", total: { amountMinor: 4_500, currency: "USD" } }, "other_currency"],
      [price(45, { at: office.now - 1 }), "past_time"],
    ];
    for (const [answer, why] of refused) {
      answers(office, "a", answer);
      expect(office.refusal).toEqual({ reason: "bad_quote", why });
    }
    expect(states(office)).toEqual(["open"]);
  });

  it("takes a second price in place of the first until the customer has seen it, and the same one again as the same", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    answers(office, "a", price(45));
    const { version } = orderOf(office);
    answers(office, "a", price(45));
    expect([office.refusal, orderOf(office).version]).toEqual([undefined, version]);
    answers(office, "a", price(40));
    expect(orderOf(office).offers?.[0]?.state).toMatchObject({ total: riyals(40) });
    office.acts(sara, { type: "show_prices" }, ref);
    answers(office, "a", price(80));
    expect(office.refusal).toEqual({ reason: "offer_over", why: "quoted" });
  });

  it("cuts a long note between two characters, not inside one", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    answers(office, "a", price(45, { note: `${"أ".repeat(158)}😀 والباقي` }));
    const [offer] = orderOf(office).offers ?? [];
    const note = offer?.state.type === "quoted" ? offer.state.note : undefined;
    expect(note).toBe(`${"أ".repeat(158)}…`);
  });

  it("keeps from the customer what a partner could be reached by beside the office", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    answers(office, "a", price(45, { note: "كلمنا على 0501234567 أرخص" }));
    office.acts(sara, { type: "show_prices" }, ref);
    expect(office.text()).toContain("كلمنا على ••• أرخص");
  });

  it("is not asked while a price waits or was approved, nor of who has been asked", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    office.acts(sara, { ...ask("b"), partner: partner("a") }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    answers(office, "a", price(45));
    office.acts(sara, { ...ask("b"), partner: partner("a") }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    const approved = claimed();
    approved.acts(sara, { type: "price", government: 0, office: 5_000 }, ref);
    approved.says_("موافق");
    expect(orderOf(approved).state.status).toBe("approved");
    approved.acts(sara, ask("a"), ref);
    expect(approved.refusal).toMatchObject({ reason: "illegal_move", from: "approved" });
  });
});

describe("prices before the customer", () => {
  it("say of each that its tax is in it and that the office takes nothing, where that is so", () => {
    const office = shown({ fee: 0 });
    expect(plain(office.text())).toContain(
      "• سريع: 45.00 ر.س (سعر الجهة شامل الضريبة: 45.00 ر.س، دون رسوم للمكتب)، يسري حتى",
    );
  });

  it("are told best first, each with the office's fee and the tax apart and until when", () => {
    const office = shown();
    const text = plain(office.text());
    // 45 + 10 + 15 % of 10.
    expect(text).toContain("• سريع: 56.50 ر.س (سعر الجهة شامل الضريبة: 45.00 ر.س");
    expect(text).toContain("10.00 ر.س");
    expect(text).toContain("1.50 ر.س");
    expect(text).toContain("«يشمل التغليف»");
    expect(text).toContain("يسري حتى");
    expect(text.indexOf("سريع")).toBeLessThan(text.indexOf("نقل الأمين"));
    expect(office.says[0]).toMatchObject({ kind: "news", order: ref, owed: true });
    expect(office.says[0]?.choices?.map(({ label }) => plain(label))).toEqual([
      "سريع: 56.50 ر.س",
      "نقل الأمين: 71.50 ر.س",
      "لا شيء منها",
    ]);
    expect(rows(office).at(-1)).toBe("prices_shown");
  });

  it("come by themselves once all have answered and nobody more was asked for a while", () => {
    const office = priced();
    expect(office.waits(4 * minute)).toEqual([]);
    const says = office.waits(2 * minute);
    expect(says).toHaveLength(1);
    expect(orderOf(office).shownPrices?.offers).toEqual([offerId("b"), offerId("a")]);
    expect(office.waits(60 * minute)).toEqual([]);
  });

  it("come when the time of the last one asked is over, whatever it did not say", () => {
    const office = claimed();
    for (const name of ["a", "b"]) office.acts(sara, ask(name), ref);
    answers(office, "a", price(45));
    expect(office.waits(29 * minute)).toEqual([]);
    expect(
      office
        .waits(1 * minute)
        .map(({ text }) => plain(text))
        .join(),
    ).toContain("نقل الأمين: 56.50");
    expect(states(office)).toEqual(["quoted", "expired"]);
  });

  it("come, and go by, in the morning: nobody is woken for them who did not write shortly before", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    office.waits(13 * 60 * minute);
    office.acts(sara, ask("b"), ref);
    answers(office, "b", price(45));
    expect(office.waits(9 * 60 * minute)).toEqual([]);
    expect(
      office
        .waits(61 * minute)
        .map(({ text }) => plain(text))
        .join(),
    ).toContain("56.50");

    const up = claimed();
    up.acts(sara, ask("a"), ref);
    up.waits(13 * 60 * minute);
    up.says_("شكرا", { understandings: [{ type: "thanks" }], confidence: 1, by: "embedded" });
    up.acts(sara, ask("b"), ref);
    answers(up, "b", price(45));
    expect(
      up
        .waits(6 * minute)
        .map(({ text }) => plain(text))
        .join(),
    ).toContain("56.50");
  });

  it("are shown once more with a price that comes later", () => {
    const office = claimed();
    for (const name of ["a", "b"]) office.acts(sara, ask(name), ref);
    answers(office, "a", price(45));
    office.acts(sara, { type: "show_prices" }, ref);
    answers(office, "b", price(40));
    office.waits(6 * minute);
    expect(office.says.at(-1)?.choices).toHaveLength(3);
  });

  it("are not shown by staff while there are none, nor by who does not hold the order", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    office.acts(sara, { type: "show_prices" }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    answers(office, "a", price(45));
    office.acts(omar, { type: "show_prices" }, ref);
    expect(office.refusal).toMatchObject({ reason: "not_yours" });
  });

  it("call staff where nobody reads the chat", () => {
    const office = shown({ channel: "desk" });
    expect(office.says).toEqual([]);
    expect(office.conversation.person).toMatchObject({ reason: "prices", order: ref });
  });
});

describe("the customer's choice", () => {
  const chosenBy = (said: string) => {
    const office = shown();
    office.says_(said);
    return orderOf(office).partner?.name.ar;
  };

  it("gives the order to that partner at that price, and takes the others' back", () => {
    const office = shown();
    office.press(sure(office.says[0]?.choices?.[0]?.value));
    expect(orderOf(office)).toMatchObject({
      ...{ partner: partner("b"), state: { status: "assigned" } },
      price: {
        total: riyals(56.5),
        lines: [{ amount: riyals(45) }, { amount: riyals(10) }, { amount: riyals(1.5) }],
      },
    });
    expect(orderOf(office).shownPrices).toBeUndefined();
    expect(states(office)).toEqual(["withdrawn", "accepted", "declined"]);
    expect(orderOf(office).offers?.[0]?.state).toMatchObject({ why: "not_chosen" });
    expect(orderOf(office).offers?.[1]?.pays).toEqual(riyals(45));
    expect(plain(office.text())).toContain("اعتمدنا السعر 56.50 ر.س، وطلبك BR-10001");
    expect(rows(office).slice(-3)).toEqual(["price_chosen", "given", "untold"]);
    expect(plain(sure(office.history.get(ref)?.at(-3)?.note))).toContain("سريع: 56.50 ر.س");
  });

  it("is read from a number, an ordinal, a name, a sum, and what the cheapest is", () => {
    for (const said of [
      "1",
      "١",
      "الأول",
      "أبي الأول",
      "سريع",
      "الأرخص",
      "خلينا على الأرخص",
      "ابو 56.5",
      "the cheapest",
    ])
      expect([said, chosenBy(said)]).toEqual([said, "سريع"]);
    for (const said of ["2", "الثاني", "نعتمد الثاني", "نقل الأمين لو سمحت", "the second one"])
      expect([said, chosenBy(said)]).toEqual([said, "نقل الأمين"]);
  });

  it("is nobody's where the words name none", () => {
    for (const said of ["نعم", "تمام", "ok"]) {
      const office = shown();
      office.says_(said);
      expect(orderOf(office).partner).toBeUndefined();
      expect(plain(office.text())).toContain("أي سعر نعتمد لطلبك");
    }
  });

  it("may be none of them, which goes to staff with a sentence", () => {
    for (const said of ["ولا واحد", "3", "لا", "كلها غالية", "none of them"]) {
      const office = shown();
      office.says_(said);
      expect([said, states(office)]).toEqual([said, ["withdrawn", "withdrawn", "declined"]]);
      expect(orderOf(office).state.status).toBe("seeking");
      expect(orderOf(office).shownPrices).toBeUndefined();
      expect(office.conversation.person).toMatchObject({ reason: "prices", order: ref });
      expect(office.text()).toMatch(/يتابعه موظف|A colleague follows it up/);
      expect(rows(office)).toContain("prices_refused");
    }
  });

  it("is a yes or a no where there is one price", () => {
    const one = () => {
      const office = claimed();
      office.acts(sara, ask("a"), ref);
      answers(office, "a", price(45));
      office.acts(sara, { type: "show_prices" }, ref);
      return office;
    };
    const yes = one();
    yes.says_("موافق");
    expect(orderOf(yes).partner).toEqual(partner("a"));
    const no = one();
    no.says_("غالي");
    expect(orderOf(no).partner).toBeUndefined();
    expect(rows(no)).toContain("prices_refused");
  });

  it("waits beside a side question, and is asked once more behind «وين طلبي؟»", () => {
    const office = shown();
    office.says_("شكرا");
    office.says_("وين طلبي؟");
    expect(plain(office.text())).toContain("بانتظار اختيارك");
    expect(office.says.at(-1)?.choices).toHaveLength(3);
    office.says_("الثاني");
    expect(orderOf(office).partner).toEqual(partner("a"));
  });

  it("counts by a press under an older list too, also while a colleague speaks in the chat", () => {
    const office = shown();
    const second = sure(office.says[0]?.choices?.[1]?.value);
    const request = { type: "request", service: "five", fields: {} } as const;
    office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
    office.press(second);
    expect(orderOf(office).partner).toEqual(partner("a"));
    const muted = shown();
    const first = sure(muted.says[0]?.choices?.[0]?.value);
    muted.acts(sara, { type: "reply", text: "أيها يناسبك؟" }, ref);
    muted.press(first);
    expect(orderOf(muted).partner).toEqual(partner("b"));
  });

  it("is recorded by staff with the customer's words alone", () => {
    const office = priced();
    office.acts(sara, { type: "choose_price", offer: offerId("a"), words: " " }, ref);
    expect(office.refusal).toEqual({ reason: "reason_missing" });
    office.acts(omar, { type: "choose_price", offer: offerId("a"), words: "x" }, ref);
    expect(office.refusal).toMatchObject({ reason: "not_yours" });
    office.acts(sara, { type: "choose_price", offer: offerId("c"), words: "x" }, ref);
    expect(office.refusal).toMatchObject({ reason: "offer_over" });
    office.acts(sara, { type: "choose_price", offer: offerId("a"), words: "قال بالهاتف: الأول" }, ref);
    expect(orderOf(office)).toMatchObject({ partner: partner("a"), price: { total: riyals(71.5) } });
    expect(office.history.get(ref)?.at(-2)).toMatchObject({
      by: { type: "agent" },
      note: "قال بالهاتف: الأول",
    });
    expect(plain(office.text())).toContain("كما اتفقنا معك");
  });
});

describe("prices that go by", () => {
  it("end after their time, and the customer hears who goes on with it, once", () => {
    const office = shown();
    const says = office.waits(25 * 60 * minute);
    expect(says.filter(({ text }) => text.includes("انتهت مدة الأسعار"))).toHaveLength(1);
    expect(orderOf(office).shownPrices).toBeUndefined();
    expect(states(office)).toEqual(["expired", "expired", "declined"]);
    expect(office.conversation.person).toMatchObject({ reason: "prices" });
    const later = office.waits(48 * 60 * minute);
    expect(later.filter(({ text }) => text.includes("انتهت مدة الأسعار"))).toEqual([]);
  });

  it("promise no half an hour anew where promises about the order were missed already", () => {
    const promisedAfter = (missed: number): number => {
      const office = shown();
      office.orders.set(ref, { ...orderOf(office), clock: { missed } });
      const order = orderOf(office);
      const at = sure(order.shownPrices).until;
      office.happen({ type: "order_due", at, order });
      expect(orderOf(office).shownPrices).toBeUndefined();
      return sure(orderOf(office).promisedBy);
    };
    const at = sure(orderOf(shown()).shownPrices).until;
    const { office: facts, zone } = catalogueWith(withFee(1_000));
    expect(promisedAfter(0)).toBe(promisedBy(facts, zone, at, 30));
    expect(promisedAfter(2)).toBe(promisedBy(facts, zone, at, 120));
  });

  it("are told as gone when they are chosen too late, with what is left", () => {
    const office = claimed();
    office.acts(sara, ask("a"), ref);
    answers(office, "a", price(45));
    office.waits(20 * minute);
    office.acts(sara, ask("b"), ref);
    answers(office, "b", price(50));
    office.acts(sara, { type: "show_prices" }, ref);
    const early = office.says[0]?.choices?.[0]?.value;
    // Between the ends of the two, before any timer.
    office.happen({
      ...{ type: "chose", at: office.now + 1_425 * minute, value: sure(early), orders: [orderOf(office)] },
      said: {
        ...{ id: "late", seq: office.conversation.lastSeq + 1, at: office.now },
        content: { type: "choice", value: sure(early) },
      },
    });
    expect(plain(office.text())).toContain("لم يعد هذا السعر متاحًا");
    expect(orderOf(office).partner).toBeUndefined();
  });

  it("are taken back by their partner, and the customer sees those that are left", () => {
    const office = shown();
    answers(office, "b", { type: "decline", reason: "انشغلنا" });
    const text = plain(office.text());
    expect(text).toContain("لم يعد سعر سريع لطلبك BR-10001 متاحًا");
    expect(text).toContain("هل نعتمد هذا السعر؟");
    answers(office, "a", { type: "decline", reason: "" });
    expect(office.conversation.person).toMatchObject({ reason: "prices" });
    expect(office.conversation.open).toBeUndefined();
  });

  it("end when another partner accepts at a fixed price, and when staff give the order away", () => {
    const office = shown();
    const { asks: _asks, ...fixed } = ask("c");
    office.acts(sara, { ...fixed, offer: offerId("d") }, ref);
    answers(office, "d", { type: "accept" });
    expect(orderOf(office).partner).toEqual(partner("c"));
    expect(states(office)).toEqual(["withdrawn", "withdrawn", "declined", "accepted"]);
    expect(orderOf(office).offers?.[0]?.state).toMatchObject({ why: "taken" });
    expect(office.conversation.open).toBeUndefined();
    expect(plain(office.text())).toContain("عند الوفاء للتنفيذ");
    office.says_("الأرخص");
    expect(orderOf(office).partner).toEqual(partner("c"));
  });

  it("end with the order, and with a change of it, which says so", () => {
    const cancelled = shown();
    cancelled.acts(sara, { type: "move", move: { to: "cancelled", note: "x" } }, ref);
    expect(states(cancelled)).toEqual(["withdrawn", "withdrawn", "declined"]);
    expect(cancelled.conversation.open).toBeUndefined();
    const changed = shown();
    changed.acts(sara, { type: "release" }, ref);
    const count = { value: 7, text: "7", start: 0, end: 1 };
    const correction = { type: "correct", fields: { count } } as const;
    changed.says_("x", { understandings: [correction], confidence: 1, by: "embedded" });
    changed.says_("نعم");
    expect(states(changed)).toEqual(["withdrawn", "withdrawn", "declined"]);
    expect(changed.text()).toContain("الأسعار السابقة");
    expect(changed.conversation.open).toBeUndefined();
  });
});
