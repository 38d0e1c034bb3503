/** One person on two channels: two customers before a proof, one after it, and two again when staff part them. */
import { describe, expect, it } from "vitest";
import { noura } from "./bench-office.ts";
import { asksForCode, booksHotel, type Door, minuteMs, openDoorsOffice } from "./doors-office.ts";

const phone = "+966501234567";
const yes = "نعم، نجمعهما";
const ownCard = { type: "contact", name: "سارة", phone: "966501234567", own: true } as const;

async function joinByCode(telegram: Door, whatsapp: Door): Promise<void> {
  const code = await asksForCode(telegram);
  expect(await whatsapp.says(code)).toContain("إن كانت محادثتك، فهل نجمع المحادثتين؟");
  expect(await whatsapp.presses(yes)).toContain("جمعنا محادثتك هنا مع محادثتك على تيليجرام");
}

describe("a person at two doors", () => {
  it("is two customers before a proof: neither sees or changes the other's orders", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const ref = await booksHotel(telegram, "جدة", "سارة العتيبي");
    expect(await whatsapp.says("وين طلبي")).not.toContain(ref);
    expect(await whatsapp.says(ref)).not.toContain("جدة");
    await whatsapp.says(`إلغاء ${ref}`);
    await whatsapp.says("نعم");
    expect((await office().store.orders.get(ref as never))?.state.status).toBe("placed");
    expect((await whatsapp.chat()).customer).not.toBe((await telegram.chat()).customer);
  });

  it("is one after a code: orders and values of both in either chat, each order's news where it was placed", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const first = await booksHotel(telegram, "جدة", "سارة العتيبي");
    await whatsapp.says("السلام عليكم");
    await joinByCode(telegram, whatsapp);
    expect(telegram.hears()).toContain("جمعنا هذه المحادثة مع محادثتك على واتساب");
    const [one, other] = [await telegram.chat(), await whatsapp.chat()];
    expect(other.customer).toBe(one.customer);

    expect(await whatsapp.says("وين طلبي")).toContain(first);
    const known = await whatsapp.says("أبي أحجز فندق في الدمام يوم الخميس ليلتين لشخصين غرفة وحدة");
    expect(known).toContain("سارة العتيبي");
    expect(known).toContain("ملخص الطلب");
    const second = /BR-\d+/.exec(await whatsapp.presses("اعتماد"))?.[0] ?? "";
    const told = await telegram.says("وين طلبي");
    expect(told).toContain(first);
    expect(told).toContain(second);

    const page = await office().store.orders.list({ customer: one.customer }, { limit: 9 });
    expect(page.type === "page" && page.orders.map(({ ref }) => ref)).toEqual([second, first]);
    await office().engine.act(noura, { type: "claim" }, { ref: first as never });
    for (const stage of ["requested", "confirmed"])
      await office().engine.act(
        noura,
        { type: "move", move: { to: "in_progress", stage } },
        { ref: first as never },
      );
    await office().idle();
    expect(telegram.hears()).toContain(first);
    expect(whatsapp.hears()).toBe("");
  });

  it("changes an order of the other chat, which remembers it", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const ref = await booksHotel(telegram, "جدة", "سارة العتيبي");
    await whatsapp.says("السلام عليكم");
    await joinByCode(telegram, whatsapp);
    await whatsapp.says(`إلغاء ${ref}`);
    expect(await whatsapp.says("نعم")).toContain("ألغينا");
    expect((await office().store.orders.get(ref as never))?.state.status).toBe("cancelled");
    expect((await telegram.chat()).orders).toMatchObject([{ ref, status: "cancelled" }]);
    expect((await whatsapp.chat()).orders).toEqual([]);
  });

  it("takes consents back in every chat of theirs, whichever it is said in", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await whatsapp.says("السلام عليكم");
    await joinByCode(telegram, whatsapp);
    await telegram.says("موعد اسنان بالرياض بكرة الصبح");
    await telegram.says("موافق");
    expect((await telegram.chat()).drafts).toMatchObject([{ service: "clinic_booking" }]);
    expect(await whatsapp.says("اسحب موافقتي")).toContain("سحبنا موافقتك");
    expect(telegram.hears()).toBe("");
    const { consents, drafts, person } = await telegram.chat();
    expect(consents).toMatchObject([{ withdrawnAt: expect.any(Number) }]);
    expect([drafts, person?.reason]).toEqual([[], "privacy"]);
    expect(await whatsapp.says("اسحب موافقتي")).toContain("لا توجد موافقة مسجّلة");
    expect(await telegram.says("ابي موعد عيون بجدة الاربعاء")).toContain("نحتاج موافقتك");
    expect(await whatsapp.chat()).not.toHaveProperty("consentElsewhere");
  });

  it("adds to the complaint that was told in the other chat, which remembers it", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const order = await booksHotel(telegram, "جدة", "سارة العتيبي");
    const told = await telegram.says("عندي شكوى، محد رد علي");
    const ref = /برقم (BR-\d+)/.exec(told)?.[1] ?? "";
    await whatsapp.says("السلام عليكم");
    await joinByCode(telegram, whatsapp);
    expect(await whatsapp.says("والله خدمتكم سيئة مرة")).toContain(`أضفنا هذا إلى شكواك ${ref}`);
    const complaint = await office().store.orders.get(ref as never);
    expect(complaint).toMatchObject({ about: order, version: 2 });
    expect(complaint?.fields.words?.value).toContain("خدمتكم سيئة مرة");
    expect((await whatsapp.chat()).complaints).toBeUndefined();
    expect((await telegram.chat()).complaints).toMatchObject([{ ref, of: order }]);
    expect(await whatsapp.says("وين طلبي")).toContain(`شكواك ${ref} مسجّلة`);
    await whatsapp.says("ألغوا الشكوى");
    expect((await telegram.chat()).complaints).toMatchObject([{ ref, status: "done" }]);
  });

  it("is asked about a chat with the same phone, once nothing else is open, and joined by a yes", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const ref = await booksHotel(telegram, "جدة", "سارة العتيبي");
    expect(await telegram.sends(ownCard)).not.toContain("هل نجمع");
    const asked = await whatsapp.says("وين طلبي", { phone });
    expect(asked).toContain("وجدنا محادثة أخرى بالرقم نفسه على تيليجرام");
    expect(asked).not.toContain(ref);
    expect((await whatsapp.chat()).customer).not.toBe((await telegram.chat()).customer);
    expect(await whatsapp.says("نعم", { phone })).toContain("جمعنا");
    expect(await whatsapp.says("وين طلبي", { phone })).toContain(ref);
  });

  it("keeps apart what its owner wants apart, and does not ask again", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await telegram.sends(ownCard);
    expect(await whatsapp.says("السلام عليكم", { phone })).toContain("هل نجمع المحادثتين؟");
    expect(await whatsapp.presses("لا، تبقيان منفصلتين")).toContain("تبقى المحادثتان منفصلتين");
    expect(await whatsapp.says("السلام عليكم", { phone })).not.toContain("هل نجمع");
    expect((await whatsapp.chat()).customer).not.toBe((await telegram.chat()).customer);
  });

  it("waits with the question until a form is done", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await telegram.sends(ownCard);
    const wish = "أبي أحجز فندق في جدة يوم الخميس ٣ ليالي لشخصين غرفة وحدة باسم سارة العتيبي";
    const summary = await whatsapp.says(wish, { phone });
    expect(summary).toContain("ملخص الطلب");
    expect(summary).toContain("+966 50 123 4567");
    expect(summary).not.toContain("هل نجمع");
    expect(await whatsapp.presses("اعتماد")).toContain("هل نجمع المحادثتين؟");
  });

  it("is proven by no card but its own, and by no number that is merely typed", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const { own: _own, ...forwarded } = ownCard;
    await telegram.sends(forwarded);
    await telegram.says("0501234567");
    expect(await whatsapp.says("السلام عليكم", { phone })).not.toContain("هل نجمع");
    expect(await whatsapp.says("هلا", { phone: "not a phone" })).not.toContain("هل نجمع");
  });

  it("is proven also by a message that a far model reads", async () => {
    const { door } = await openDoorsOffice({
      classifier: {
        answers: "later",
        name: "far",
        wants: () => true,
        read: async ({ first }) => first,
        counters: () => ({}),
      },
    });
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await telegram.sends(ownCard);
    await whatsapp.says("أبي أسأل عن شي عندكم لو سمحتوا", { phone });
    expect((await whatsapp.chat()).phone).toMatchObject({ number: phone, by: "address" });
  });

  it("is not proven by a number that was shared long ago", async () => {
    const { door, clock } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await telegram.sends(ownCard);
    clock.at += 91 * 24 * 60 * minuteMs;
    expect(await whatsapp.says("السلام عليكم", { phone })).not.toContain("هل نجمع");
  });
});

describe("a link code", () => {
  it("is used once", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp, third] = [door("telegram", "1"), door("whatsapp", "2"), door("whatsapp", "3")];
    const code = await asksForCode(telegram);
    expect(await whatsapp.says(`الرمز ${code.toLowerCase()}`)).toContain("إن كانت محادثتك");
    expect(await third.says(code)).toContain("غير صحيح أو انتهت مدته");
    expect(await whatsapp.presses(yes)).toContain("جمعنا");
  });

  it("ends after ten minutes, and so does the question that it led to", async () => {
    const { door, clock } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const late = await asksForCode(telegram);
    clock.at += 10 * minuteMs + 1;
    expect(await whatsapp.says(late)).toContain("انتهت مدته");
    expect(await whatsapp.says(await asksForCode(telegram))).toContain("إن كانت محادثتك");
    clock.at += 10 * minuteMs + 1;
    expect(await whatsapp.presses(yes)).toContain("لم يعد جمع المحادثتين ممكنًا");
    expect((await whatsapp.chat()).customer).not.toBe((await telegram.chat()).customer);
  });

  it("is worth nothing after five wrong ones that name it", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const code = await asksForCode(telegram);
    const wrong = `${code.slice(0, 4)}${code.slice(4) === "B2B2B" ? "C2B2B" : "B2B2B"}`;
    for (let n = 0; n < 4; n += 1) expect(await whatsapp.says(wrong)).toContain("غير صحيح");
    expect((await telegram.chat()).linkCode?.tries).toBe(4);
    expect(await whatsapp.says(wrong)).toContain("غير صحيح");
    expect(await whatsapp.says(code)).toContain("غير صحيح");
  });

  it("joins nothing in the chat that it was given in, and survives a stop", async () => {
    const office = await openDoorsOffice();
    const [telegram, whatsapp] = [office.door("telegram", "1"), office.door("whatsapp", "2")];
    const code = await asksForCode(telegram);
    expect(await telegram.says(code)).toContain("صدر هذا الرمز في هذه المحادثة");
    await office.reopen();
    expect(await whatsapp.says(code)).toContain("إن كانت محادثتك");
    await office.reopen();
    expect(await whatsapp.presses(yes)).toContain("جمعنا");
    expect(await whatsapp.says(await asksForCode(telegram))).toContain("مجموعتان من قبل");
  });

  it("is given and taken while a person is being waited for, too", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    for (const each of [telegram, whatsapp]) expect(await each.says("ابي اكلم موظف")).toContain("موظف");
    expect(await whatsapp.says(await asksForCode(telegram))).toContain("إن كانت محادثتك");
    expect(await whatsapp.presses(yes)).toContain("جمعنا");
    expect((await whatsapp.chat()).person?.reason).toBe("asked");
  });

  it("stands in the database as a hash, but for the line that told it", async () => {
    const { door } = await openDoorsOffice();
    const telegram = door("telegram", "1");
    const code = await asksForCode(telegram);
    const state = JSON.stringify(await telegram.chat());
    expect(state).not.toContain(code);
    expect(state).not.toContain(code.replace("-", ""));
    expect((await telegram.chat()).linkCode?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("parting joined chats", () => {
  it("gives each exactly its own orders and values, and keeps who did it", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const first = await booksHotel(telegram, "جدة", "سارة العتيبي");
    await whatsapp.says("السلام عليكم");
    const before = [await telegram.chat(), await whatsapp.chat()];
    await joinByCode(telegram, whatsapp);
    const draft = await whatsapp.says("أبي أحجز فندق في الدمام يوم الخميس ليلتين لشخصين غرفة وحدة");
    expect(draft).toContain("سارة العتيبي");

    const { id } = await whatsapp.chat();
    expect((await office().engine.act(noura, { type: "split_doors" }, { conversation: id })).type).toBe(
      "done",
    );
    const after = [await telegram.chat(), await whatsapp.chat()];
    for (const [index, chat] of after.entries()) {
      const { customer, orders, known } = before[index] ?? chat;
      expect(chat).toMatchObject({ customer, orders, known });
      expect(chat.doors).toBeUndefined();
    }
    expect(JSON.stringify(after[1])).not.toContain("سارة");
    expect(whatsapp.hears()).toBe("");
    const asked = await whatsapp.says("كملوا");
    expect(asked).not.toContain("سارة");
    expect(asked).toContain("باسم من");
    expect(await whatsapp.says("وين طلبي")).not.toContain(first);
    expect(await telegram.says("وين طلبي")).toContain(first);

    const history = await office().store.doors.history(after.map((chat) => chat.id));
    for (const chat of after)
      expect(history.get(chat.id)).toMatchObject([
        { what: "joined", by: { type: "customer" }, proof: { type: "code" } },
        { what: "split", by: { type: "agent", name: "Noura" }, customer: { after: chat.customer } },
      ]);
    const again = await office().engine.act(noura, { type: "split_doors" }, { conversation: id });
    expect(again).toMatchObject({ type: "refused", refusal: { reason: "nothing_to_do" } });
  });

  it("takes one of three out and leaves the others together", async () => {
    const { door, office } = await openDoorsOffice();
    const [one, two, three] = [door("telegram", "1"), door("whatsapp", "2"), door("whatsapp", "3")];
    for (const each of [one, two, three]) await each.says("السلام عليكم");
    const own = [await one.chat(), await two.chat(), await three.chat()].map(({ customer }) => customer);
    await joinByCode(one, two);
    await joinByCode(one, three);
    expect((await three.chat()).doors).toHaveLength(2);
    await office().engine.act(noura, { type: "split_doors" }, { conversation: (await one.chat()).id });
    expect((await one.chat()).customer).toBe(own[0]);
    expect([(await two.chat()).customer, (await three.chat()).customer]).toEqual([own[1], own[1]]);
    expect((await two.chat()).doors).toEqual([
      { conversation: (await three.chat()).id, channel: "whatsapp" },
    ]);
  });
});

describe("two chats that change at once", () => {
  it("lose nothing: a join and messages of the other chat in one batch", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    const code = await asksForCode(telegram);
    await whatsapp.says(code);
    const send = (channel: string, address: string, id: string, text: string) =>
      office().receive({ channel, address, id, content: { type: "text", text } });
    const answers = await Promise.all([
      send("telegram", "1", "x1", "السلام عليكم"),
      send("whatsapp", "2", "x2", "نعم"),
      send("telegram", "1", "x3", "وين طلبي"),
      send("whatsapp", "2", "x4", "شكرا"),
      send("whatsapp", "2", "x2", "نعم"),
    ]);
    expect(answers.map(({ type }) => type)).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "accepted",
      "repeat",
    ]);
    await office().idle();
    const [one, other] = [await telegram.chat(), await whatsapp.chat()];
    expect(other.customer).toBe(one.customer);
    for (const chat of [one, other]) {
      const lines = await office().engine.lines(chat.id, 0, 99);
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
      expect(await office().store.doors.history([chat.id])).toHaveProperty("size", 1);
    }
  });

  it("are all of one customer after two joins with the same chat in one batch", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, two, three] = [door("telegram", "1"), door("whatsapp", "2"), door("whatsapp", "3")];
    await telegram.sends(ownCard);
    for (const each of [two, three]) {
      await telegram.says("السلام عليكم");
      expect(await each.says("السلام عليكم", { phone })).toContain("هل نجمع");
    }
    await Promise.all(
      ["2", "3"].map((address) =>
        office().receive({ channel: "whatsapp", address, id: "y", content: { type: "text", text: "نعم" } }),
      ),
    );
    await office().idle();
    const chats = [await telegram.chat(), await two.chat(), await three.chat()];
    expect(new Set(chats.map(({ customer }) => customer)).size).toBe(1);
    for (const { id, doors } of chats)
      expect(doors?.map(({ conversation }) => conversation).sort()).toEqual(
        chats
          .filter((chat) => chat.id !== id)
          .map((chat) => chat.id)
          .sort(),
      );
  });

  it("tell of a join also in one that wants no messages, and agreed to none", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await telegram.says("إيقاف الرسائل");
    await joinByCode(telegram, whatsapp);
    expect((await telegram.chat()).optedOut).toBeDefined();
    expect(telegram.hears()).toContain("جمعنا هذه المحادثة مع محادثتك على واتساب");
  });

  it("give one code to one of two who send it together", async () => {
    const { door, office } = await openDoorsOffice();
    const [telegram, two, three] = [door("telegram", "1"), door("whatsapp", "2"), door("whatsapp", "3")];
    for (const each of [two, three]) await each.says("السلام عليكم");
    const code = await asksForCode(telegram);
    await Promise.all(
      ["2", "3"].map((address) =>
        office().receive({ channel: "whatsapp", address, id: "c", content: { type: "text", text: code } }),
      ),
    );
    await office().idle();
    const answers = [two.hears(), three.hears()];
    expect(answers.filter((text) => text.includes("إن كانت محادثتك"))).toHaveLength(1);
    expect(answers.filter((text) => text.includes("غير صحيح"))).toHaveLength(1);
  });
});

describe("a request about one's data", () => {
  it("names the other doors", async () => {
    const { door } = await openDoorsOffice();
    const [telegram, whatsapp] = [door("telegram", "1"), door("whatsapp", "2")];
    await joinByCode(telegram, whatsapp);
    expect(await whatsapp.says("حذف بياناتي")).toContain("يشمل ذلك أيضًا محادثتك على: تيليجرام");
    expect(await whatsapp.says("نعم")).toContain("تيليجرام");
  });
});
