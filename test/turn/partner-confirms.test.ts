/** A change of an order that a partner has: asked for a word that it is known, in its chat, and what becomes of a yes, a no and silence. */
import { describe, expect, it } from "vitest";
import { namePartner } from "../../src/dispatch/reach.ts";
import type { Order } from "../../src/domain/order.ts";
import { plain } from "../kit.ts";
import { sure } from "../web/tiny-office.ts";
import { noura } from "./bench-office.ts";
import { customerOf, fieldOf, naming, openPartnerOffice } from "./partner-office.ts";

const minute = 60_000;

/** A courier with an order, and a colleague who changes it. */
async function courier() {
  const setting = await openPartnerOffice();
  const { bench, joins, newest, office, offer, order, says } = setting;
  await joins("a", "courier");
  const placed = await order("parcel_delivery", {
    pickup_date: fieldOf("2026-12-01"),
    contents: fieldOf("كتب"),
  });
  await offer(placed, "a");
  await says("courier", "قبول 11");
  const customer = await customerOf(bench, placed);
  const act = async (what: Parameters<ReturnType<typeof office>["engine"]["act"]>[1]) => {
    expect((await office().engine.act(noura, what, { ref: placed.ref })).type).toBe("done");
    await office().idle();
  };
  return {
    ...setting,
    placed,
    customer,
    act,
    corrects: (value: string) =>
      act({ type: "correct", field: "contents", value, text: value, reason: "called" }),
    read: (address: string) => plain(newest(address)),
    heard: (address: string) => bench.to(address).map(({ text }) => plain(text)),
    async pass(minutes: number): Promise<Order> {
      bench.clock.at += minutes * minute;
      await office().engine.tick();
      await office().idle();
      return setting.stored(placed);
    },
  };
}

/** Replies to a message of the office; by default to the newest one that holds these words. */
async function replying() {
  const setting = await courier();
  const { bench } = setting;
  bench.kept.numbers = true;
  let ids = 0;
  return {
    ...setting,
    async replies(text: string, to: string, writtenAt?: number): Promise<string> {
      const answers = String(
        bench.sent.findLastIndex((one) => one.address === "courier" && plain(one.text).includes(to)) + 1,
      );
      expect(Number(answers)).toBeGreaterThan(0);
      ids += 1;
      bench.clock.at += 1_000;
      const content = { type: "text", text } as const;
      const at = writtenAt === undefined ? {} : { at: writtenAt };
      const before = bench.to("courier").length;
      const about = {
        channel: "counting",
        address: "courier",
        id: `reply ${ids}`,
        content,
        answers,
        ...at,
      };
      await bench.office().receive(about);
      await bench.office().idle();
      return plain(
        bench
          .to("courier")
          .slice(before)
          .map((one) => one.text)
          .join(),
      );
    },
  };
}

describe("a change of an order that a partner's chat has", () => {
  it("is confirmed by one tap, and the customer hears so once", async () => {
    const { placed, customer, corrects, says, read, heard, stored, pass } = await courier();
    await corrects("كتب وأوراق");
    expect(read("courier")).toContain("كتب وأوراق");
    expect(read("courier")).toContain("هل وصلكم ذلك؟");
    expect(await says("courier", "1")).toContain("سجّلنا علمكم بالتغيير في الطلب 11");
    expect(read(customer)).toMatch(
      new RegExp(`أكّدت الجهة المنفّذة \\(شريك a\\) التعديل في طلبك ${placed.ref}`),
    );
    expect((await stored(placed)).confirmation?.state).toBe("seen");
    expect(await says("courier", "وصلني")).not.toContain("سجّلنا");
    await pass(24 * 60);
    expect(heard(customer).filter((text) => text.includes("أكّدت"))).toHaveLength(1);
    expect((await stored(placed)).confirmation?.state).toBe("seen");
  });

  it.each(["تم", "وصلني", "وصلني التعديل", "علم", "seen", "3lm", "👍", "وصلني 11"])(
    "is confirmed by «%s» where it was the last thing said",
    async (word) => {
      const { placed, corrects, says, stored } = await courier();
      await corrects("أوراق");
      await says("courier", word);
      expect((await stored(placed)).confirmation).toMatchObject({ n: 1, state: "seen" });
    },
  );

  it("calls staff where it can't be done, and tells the customer nothing", async () => {
    const { bench, placed, customer, corrects, says, heard, stored, office } = await courier();
    await corrects("غسالة");
    expect(await says("courier", "لا")).toContain("يتواصل معكم موظف");
    expect((await stored(placed)).confirmation?.state).toBe("cannot");
    expect(heard(customer).join()).not.toContain("أكّدت");
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner", order: placed.ref });
    expect((await office().store.orders.history(placed.ref)).at(-1)?.what).toBe("not_possible");
  });

  it("is with staff once half an hour of office time has passed without a word, and may still be confirmed", async () => {
    const { bench, placed, customer, corrects, says, stored, pass, office } = await courier();
    await corrects("أوراق");
    expect((await pass(29)).confirmation?.state).toBe("asked");
    expect((await bench.chat(customer)).person).toBeUndefined();
    expect((await pass(1)).confirmation?.state).toBe("late");
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner", order: placed.ref });
    const { version } = await pass(10);
    expect((await pass(10)).version).toBe(version);
    await says("courier", "وصلني");
    expect((await stored(placed)).confirmation?.state).toBe("seen");
    const history = await office().store.orders.history(placed.ref);
    expect(history.slice(-2).map(({ what }) => what)).toEqual(["unconfirmed", "confirmed"]);
  });

  it("is not confirmed by a tap below an earlier one", async () => {
    const { bench, placed, corrects, says, stored } = await courier();
    await corrects("أوراق");
    const old = bench.to("courier").at(-1)?.choices?.[0]?.value ?? "";
    await corrects("ملابس");
    bench.clock.at += 1_000;
    await bench.receive("courier", "old", { type: "choice", value: old });
    await bench.office().idle();
    expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "asked" });
    expect(plain(bench.to("courier").at(-1)?.text ?? "")).toContain("مرة أخرى");
    await says("courier", "1");
    expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "seen" });
  });

  it.each(["وصلني", "علم", "تمام", "اوكي وصلني", "got it"])(
    "is confirmed by «%s» below it, not below an earlier one",
    async (word) => {
      const { corrects, customer, placed, replies, stored, heard } = await replying();
      await corrects("ثلاجة");
      await corrects("غسالة");
      await replies(word, "ثلاجة");
      expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "asked" });
      expect(heard(customer).join()).not.toContain("أكّدت");
      await replies(word, "غسالة");
      expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "seen" });
    },
  );

  it.each(["لا يمكن ذلك", "لا", "ما نقدر", "not possible"])(
    "can't be done by «%s» below it",
    async (word) => {
      const { corrects, customer, placed, replies, stored, heard } = await replying();
      await corrects("غسالة");
      const before = heard(customer).length;
      await replies(word, "غسالة");
      expect((await stored(placed)).confirmation?.state).toBe("cannot");
      expect(heard(customer).slice(before).join()).not.toContain(word);
    },
  );

  it("can't be done by its label in words", async () => {
    const { corrects, placed, says, stored } = await courier();
    await corrects("غسالة");
    expect(await says("courier", "لا يمكن ذلك")).toContain("يتواصل معكم موظف");
    expect((await stored(placed)).confirmation?.state).toBe("cannot");
  });

  it.each(["شفت التعديل لكن ما نقدر", "ما فهمت وش المطلوب", "شكرا"])(
    "is asked about again where «%s» answers it, and nothing is told to the customer",
    async (text) => {
      const { corrects, customer, placed, replies, stored, heard } = await replying();
      await corrects("غسالة");
      const before = heard(customer).length;
      expect(await replies(text, "غسالة")).toContain("ننتظر تأكيد علمكم");
      expect(heard(customer)).toHaveLength(before);
      expect((await stored(placed)).confirmation?.state).toBe("asked");
    },
  );

  it("is not confirmed by words that were written before it", async () => {
    const { bench, corrects, placed, stored, says } = await courier();
    await corrects("ثلاجة");
    const written = bench.clock.at + 1_000;
    bench.clock.at += 60_000;
    await corrects("غسالة وثلاجة");
    const content = { type: "text", text: "وصلني" } as const;
    await bench
      .office()
      .receive({ channel: "counting", address: "courier", id: "late", content, at: written });
    await bench.office().idle();
    expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "asked" });
    await says("courier", "وصلني");
    expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "seen" });
  });

  it("is a colleague's to hear about who is in the talk, and never told to the customer", async () => {
    const { bench, customer, heard, corrects, placed, replies, stored } = await replying();
    await corrects("غسالة");
    const before = heard(customer);
    await bench.receive("courier", "staff", { type: "by_staff", text: "معكم نورة من المكتب" });
    expect(await replies("شفت التعديل لكن ما نقدر", "غسالة")).toBe("");
    expect(heard(customer)).toEqual(before);
    expect((await stored(placed)).confirmation?.state).toBe("asked");
  });

  it("is not confirmed by a word to what the customer wrote since, which reaches them as an answer", async () => {
    const { corrects, customer, placed, replies, says, read, stored } = await replying();
    await corrects("غسالة");
    await says(customer, "للمندوب: الشقة 12");
    expect(await says("courier", "علم")).toContain("ننتظر تأكيد علمكم");
    expect((await stored(placed)).confirmation?.state).toBe("asked");
    expect(await replies("علم", "الشقة 12")).toContain("أوصلنا الرسالة إلى العميل");
    expect(read(customer)).toContain("علم");
    expect((await stored(placed)).confirmation?.state).toBe("asked");
    await says("courier", "وصلني 11");
    expect((await stored(placed)).confirmation?.state).toBe("seen");
  });

  it.each(["علم", "got it", "noted", "understood"])(
    "leaves «%s» an answer to the customer where nothing waits",
    async (word) => {
      const { customer, replies, says, read } = await replying();
      await says(customer, "للمندوب: الشقة 12");
      expect(await replies(word, "الشقة 12")).toContain("أوصلنا الرسالة إلى العميل");
      expect(read(customer)).toContain(word);
      expect(await says("courier", word)).toContain("حياكم الله");
    },
  );

  it("is asked of nothing that the partner does not read", async () => {
    const { placed, act, stored } = await courier();
    await act({ type: "note", text: "مع العميل" });
    expect((await stored(placed)).confirmation).toBeUndefined();
  });
});

describe("an order that staff end while a partner's chat has it", () => {
  it("is to be known by the partner, too, where it can't be carried out", async () => {
    const { bench, placed, customer, act, heard, pass, says, stored } = await courier();
    await act({ type: "move", move: { to: "failed", note: "no car" } });
    expect((await stored(placed)).state.status).toBe("failed");
    expect(heard("courier").at(-1)).toContain("هل وصلكم ذلك؟");
    expect((await pass(30)).confirmation).toMatchObject({ what: "cancelled", state: "late" });
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner", order: placed.ref });
    const before = heard(customer);
    expect(plain(await says("courier", "وصلني"))).toContain("علمكم بإلغاء الطلب 11");
    expect((await stored(placed)).confirmation?.state).toBe("seen");
    // Nobody cancelled it, and that it failed was told.
    expect(heard(customer)).toEqual(before);
  });

  it("is said to be cancelled, and not changed, where an answer stands below an earlier message", async () => {
    const { act, corrects, replies, stored, placed } = await replying();
    await corrects("غسالة");
    await act({ type: "move", move: { to: "cancelled", note: "asked by phone" } });
    expect(await replies("وصلني", "غسالة")).toContain("أُلغي الطلب 11، وننتظر تأكيد علمكم");
    expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "asked" });
    expect(await replies("لا يمكن ذلك", "أُلغي الطلب 11")).toContain("إيقاف الطلب 11 لم يعد ممكنًا");
  });
});

describe("a change that a partner never confirmed", () => {
  it("is asked of nobody once another partner has the order, nor when it comes back", async () => {
    const { office, placed, act, corrects, joins, partner, stored, pass } = await courier();
    await joins("b", "other");
    await corrects("أوراق");
    await act({ type: "give", partner: await namePartner(naming, await partner("b")) });
    expect((await stored(placed)).confirmation).toMatchObject({ n: 1, state: "over" });
    await act({ type: "give", partner: await namePartner(naming, await partner("a")) });
    expect((await stored(placed)).partner?.id).toBe((await partner("a")).id);
    expect((await pass(31)).confirmation).toMatchObject({ n: 1, state: "over" });
    expect((await office().store.orders.history(placed.ref)).map(({ what }) => what)).not.toContain(
      "unconfirmed",
    );
    await corrects("ملابس");
    expect((await stored(placed)).confirmation).toMatchObject({ n: 2, state: "asked" });
  });
});

describe("an order that its customer cancels while a partner's chat has it", () => {
  it("is known to be cancelled by one tap, and the customer hears so", async () => {
    const { placed, customer, says, read, stored } = await courier();
    await says(customer, "إلغاء الطلب");
    await says(customer, "نعم");
    expect((await stored(placed)).state.status).toBe("cancelled");
    expect(read("courier")).toContain("هل وصلكم ذلك؟");
    await says("courier", "وصلني");
    expect((await stored(placed)).confirmation).toMatchObject({ what: "cancelled", state: "seen" });
    expect(read(customer)).toContain(`علمها بإلغاء طلبك ${placed.ref}`);
  });

  it("is with staff while nobody knows whether the partner knows", async () => {
    const { bench, placed, customer, says, pass } = await courier();
    await says(customer, "إلغاء الطلب");
    await says(customer, "نعم");
    expect((await pass(30)).confirmation?.state).toBe("late");
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner", order: placed.ref });
  });

  it("is waited for no more once staff have told the partner by phone, who may still say that it can't be", async () => {
    const { bench, placed, customer, says, pass } = await courier();
    await says(customer, "إلغاء الطلب");
    await says(customer, "نعم");
    const { engine, store } = bench.office();
    const { version, partner } = await pass(0);
    const act = { type: "partner_told", partner: sure(partner), of: [] } as const;
    const told = await engine.act(noura, act, { ref: placed.ref, expect: version });
    expect(told.type).toBe("done");
    expect((await pass(60)).confirmation?.state).toBe("told");
    const rows = await store.orders.history(placed.ref);
    expect(rows.at(-1)).toMatchObject({ what: "partner_told", by: { type: "agent", name: noura.name } });
    expect((await bench.chat(customer)).person).toBeUndefined();
    const cannot = {
      type: "confirm",
      n: sure((await pass(0)).confirmation).n,
      can: false,
      note: "",
    } as const;
    const by = sure((await pass(0)).partner).id;
    expect((await engine.partnerReports(placed.ref, by, cannot)).type).toBe("done");
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner" });
  });
});

describe("an appointment whose customer does not come", () => {
  /** A clinic with a confirmed appointment of the next day. */
  async function clinic() {
    const setting = await openPartnerOffice();
    const { bench, code, offer, order, says } = setting;
    const health = { services: ["clinic_booking"], licences: [{ kind: "health", number: "1" }] } as const;
    await says("clinic", await code("a", health));
    const day = new Date(bench.clock.at + 24 * 60 * minute).toISOString().slice(0, 10);
    const placed = await order("clinic_booking", { date: fieldOf(day), time: fieldOf("10:00") });
    await offer(placed, "a");
    await says("clinic", "قبول 11");
    const report = { type: "move", move: { to: "in_progress", stage: "confirmed" } } as const;
    await bench.office().engine.act(noura, report, { ref: placed.ref });
    await bench.office().idle();
    return { ...setting, placed, begins: Date.parse(`${day}T10:00:00+03:00`) };
  }

  it.each(["لم يحضر العميل", "المريض ما حضر", "no show"])(
    "ends by «%s» once it has begun, not before",
    async (word) => {
      const { bench, begins, placed, says, stored } = await clinic();
      expect(await says("clinic", word)).toContain("لم يحن موعده");
      expect((await stored(placed)).state.status).toBe("in_progress");
      bench.clock.at = begins + 14 * minute;
      expect(await says("clinic", word)).toContain("لم يحن موعده");
      bench.clock.at = begins + 15 * minute;
      expect(await says("clinic", "11")).toContain("الطلب 11");
      expect(
        bench
          .to("clinic")
          .at(-1)
          ?.choices?.map(({ label }) => label),
      ).toContain("لم يحضر العميل");
      // It ends the order: it stands last, and is asked first.
      expect(bench.to("clinic").at(-1)?.choices?.at(-1)?.label).toBe("لم يحضر العميل");
      expect(await says("clinic", word)).toContain("هل نسجّل أن العميل لم يحضر؟");
      expect(await says("clinic", "لا")).toContain("الطلب 11");
      expect((await stored(placed)).state.status).toBe("in_progress");
      await says("clinic", word);
      expect(await says("clinic", "نعم")).toContain("سجّلنا أن العميل لم يحضر");
      expect((await stored(placed)).state.status).toBe("failed");
      const history = await bench.office().store.orders.history(placed.ref);
      expect(history.at(-1)).toMatchObject({ what: "no_show", by: { type: "partner" } });
    },
  );
});
