/**
 * The whole story on WhatsApp, in both languages: request → order → claim → stages → status answer, on a real office, through the real
 * library before a page of our own. It proves the adapter against the library, not against today's WhatsApp.
 */
import { describe, expect, it, vi } from "vitest";
import { jpeg, ogg, png } from "../../documents/sample-files.ts";
import { noura } from "../../turn/bench-office.ts";
import { omar, sara } from "./account.ts";
import { openWhatsAppOffice } from "./real-office.ts";

const soon = { timeout: 15_000, interval: 10 };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const card = (name: string, phone: string) =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL;type=CELL;waid=${phone}:+${phone}\nEND:VCARD`;

describe("a customer on WhatsApp", () => {
  it("sends a parcel in Arabic with a pin, contacts and numbers, and hears of it", async () => {
    const { office, orders, answerTo, person } = await openWhatsAppOffice();
    const { does } = person(sara.lid);
    const says = (body: string) => answerTo(() => does({ body }));
    await says("السلام عليكم");
    expect(await says("أبي أرسل طرد كتب وزنه ٣ كيلو من الرياض إلى جدة بكرة")).toContain("الرياض");
    const dropoff = await answerTo(() => does({ type: "location", lat: 24.7, lng: 46.7 }));
    expect(dropoff).toContain("التسليم");
    await says("حي الروضة، شارع ساري 5، جدة");
    let text = await answerTo(() => does({ type: "vcard", body: card("فهد", "966555555555") }));
    for (let n = 0; n < 5 && !text.includes("ملخص"); n += 1) text = await says("تخطي");
    expect(text).toContain("+966 55 555 5555");
    // The number that they write from needs no asking.
    expect(text).toContain("+966 51 111 1111");
    expect(text).toMatch(/\n1\. /);
    expect(await says("1")).toContain("BR-10001");
    const [order] = await orders(sara.lid);
    if (!order) throw new Error("There is no order.");
    expect(order.fields.pickup?.value).toMatchObject({ location: { latitude: 24.7, longitude: 46.7 } });
    expect(order.fields.phone?.value).toBe("+966511111111");
    await office().engine.act(noura, { type: "claim" }, { ref: order.ref });
    const move = { to: "in_progress", stage: "picked_up" } as const;
    const news = await answerTo(() => office().engine.act(noura, { type: "move", move }, { ref: order.ref }));
    expect(news).toContain("BR-10001");
    expect(await says("وين طلبي")).toContain("BR-10001");
  });

  it("goes through the same in English under both of their names, corrects by an edit, and agrees with a thumb", async () => {
    const { office, account, chat, orders, sent, answerTo } = await openWhatsAppOffice();
    const says = (body: string, name: string = sara.lid) => answerTo(() => account.arrives(name, { body }));
    await says("Hi, I want to send a parcel of books, 3 kg, from Riyadh to Jeddah tomorrow");
    await says("Olaya, King Fahd Road, building 12", sara.phone);
    await says("Al Rawdah district, Jeddah, Sari street 5");
    await says("0555555555", sara.phone);
    let text = await says("0501234567");
    for (let n = 0; n < 5 && !text.includes("Your request"); n += 1) text = await says("skip");
    let id = "";
    await answerTo(async () => {
      id = await account.arrives(sara.lid, { body: "make it 4 kg" });
    });
    const edited = await answerTo(() =>
      account.inPage((page, given) => page.edit(given, "make it 5 kg"), id),
    );
    expect(edited).toContain("5 kg");
    await vi.waitFor(async () => expect((await chat(sara.lid)).open?.type).toBe("read_back"), soon);
    // What the platform answered to the read-back has to be written before a reaction can find it.
    await office().idle();
    const about = { id: sent.at(-1)?.id ?? "", by: sara.phone };
    const placed = await answerTo(() =>
      account.inPage((page, { id, by }) => page.react(id, "👍", by), about),
    );
    expect(placed).toContain("BR-10001");
    const [order] = await orders(sara.lid);
    if (!order) throw new Error("There is no order.");
    expect(order.fields.weight_kg?.value).toBe(5);
    await office().engine.act(noura, { type: "claim" }, { ref: order.ref });
    const move = { to: "in_progress", stage: "picked_up" } as const;
    const news = await answerTo(() => office().engine.act(noura, { type: "move", move }, { ref: order.ref }));
    expect(news).toMatch(/BR-10001.*courier/s);
    expect(await says("where is my order?", sara.phone)).toContain("BR-10001");
    expect(await office().store.engine.findConversation("whatsapp", sara.phone)).toBeUndefined();
  });

  it("sends pictures where a form takes them, hears why others are not taken, and a person hears their voice", async () => {
    const { chat, answerTo, person } = await openWhatsAppOffice();
    const { does } = person(sara.lid);
    await answerTo(() => does({ body: "أبي أبيع أثاث غرفة نوم مستعمل في الرياض" }));
    for (let n = 0; n < 3; n += 1) await does({ type: "image", file: base64(jpeg(800 + n, 600)) });
    const photos = async () =>
      Object.values((await chat(sara.lid)).drafts[0]?.fields ?? {}).find(({ value }) => Array.isArray(value))
        ?.value;
    await vi.waitFor(async () => expect(await photos()).toHaveLength(3), soon);
    const sends = (file: Uint8Array, more = {}) =>
      answerTo(() => does({ type: "document", file: base64(file), filename: "../../etc/passwd", ...more }));
    expect(await sends(png(20_000, 20_000))).toContain("40 ميغابكسل");
    expect(await sends(Buffer.from("x"), { size: 2 * 1024 ** 3 })).toContain("أكبر من 20 ميغابايت");
    expect(await sends(Buffer.from("<svg><script>alert(1)</script></svg>"))).toContain("لا نستقبل هذا النوع");
    const voice = { type: "ptt", mimetype: "audio/ogg; codecs=opus", file: base64(ogg()), duration: "7" };
    expect(await answerTo(() => does(voice))).toContain("الرسالة الصوتية");
    expect((await chat(sara.lid)).person?.reason).toBe("voice");
  });

  it("whom a colleague answers on the phone hears nothing of the bot until it is silent again", async () => {
    const { account, chat, sent, answerTo, office } = await openWhatsAppOffice();
    await answerTo(() => account.arrives(sara.lid, { body: "السلام عليكم" }));
    await account.arrives(sara.lid, { body: "أنا خالد، تفضلي", fromMe: true });
    await vi.waitFor(async () => expect((await chat(sara.lid)).person).toBeDefined(), soon);
    const before = sent.length;
    await account.arrives(sara.lid, { body: "أبي فندق في جدة" });
    await answerTo(() => account.arrives(omar, { body: "السلام عليكم" }));
    expect(sent.slice(before).map(({ chat }) => chat)).toEqual([omar]);
    const { id } = await chat(sara.lid);
    const lines = await office().engine.lines(id, 0, 20);
    expect(lines.find(({ content }) => content?.type === "by_staff")?.from).toBe("agent");
  });

  it("who calls in vain becomes a case and hears so once", async () => {
    const { account, chat, sent, answerTo } = await openWhatsAppOffice();
    await answerTo(() => account.arrives(sara.lid, { body: "السلام عليكم" }));
    await answerTo(() => account.inPage((page, from) => page.ring("CALL1", from), sara.phone));
    expect((await chat(sara.lid)).person?.reason).toBe("call");
    const before = sent.length;
    await account.inPage((page, from) => page.ring("CALL2", from), sara.phone);
    await answerTo(() => account.arrives(omar, { body: "السلام عليكم" }));
    expect(sent.slice(before).map(({ chat }) => chat)).toEqual([omar]);
  });
});

describe("an office on WhatsApp", () => {
  it("keeps its answers while the number is logged out, and sends them once it is linked again", async () => {
    const { account, sent, line, answerTo, office, isWorking, chat } = await openWhatsAppOffice();
    await answerTo(() => account.arrives(sara.lid, { body: "السلام عليكم" }));
    await account.inPage((page) => page.logout());
    await vi.waitFor(() => expect(line()?.state).toEqual({ type: "needs_link", why: "logged_out" }), soon);
    const { id } = await chat(sara.lid);
    const before = sent.length;
    await office().engine.act(noura, { type: "reply", text: "طلبك جاهز" }, { conversation: id });
    await office().idle();
    expect(line()?.backlog).toBe(1);
    await line()?.link?.again();
    await isWorking();
    await vi.waitFor(() => expect(sent).toHaveLength(before + 1), soon);
    expect(sent.at(-1)?.text).toContain("طلبك جاهز");
    expect(account.clients).toHaveLength(2);
  });

  it("answers after an outage what was asked meanwhile, with an apology and without doubles", async () => {
    const old = Math.floor(Date.now() / 1_000) - 3_600;
    const { account, sent, office, reopen, chat } = await openWhatsAppOffice(
      {},
      { linkedAt: Date.now() - 86_400_000 },
    );
    await office().close();
    for (let n = 0; n < 3; n += 1) await account.arrives(sara.lid, { body: "وين طلبي", t: old + n });
    await reopen();
    await vi.waitFor(async () => expect((await chat(sara.lid)).lastSeq).toBeGreaterThanOrEqual(4), soon);
    await office().idle();
    await account.inPage((page) => page.sync());
    await office().idle();
    const lines = await office().engine.lines((await chat(sara.lid)).id, 0, 50);
    expect(lines.filter(({ from }) => from === "customer").map(({ at }) => Math.floor(at / 1_000))).toEqual([
      old,
      old + 1,
      old + 2,
    ]);
    await vi.waitFor(() => expect(sent.length).toBeGreaterThan(0), soon);
    expect(sent.map(({ text }) => text).join("\n")).toMatch(/نعتذر|عذرًا|المعذرة/);
  });

  it("loses no answer when its browser is killed", async () => {
    const { account, sent, isWorking } = await openWhatsAppOffice();
    for (let round = 0; round < 3; round += 1) {
      const before = sent.length;
      await account.arrives(sara.lid, { body: "السلام عليكم" });
      account.clients.at(-1)?.pupBrowser?.process()?.kill("SIGKILL");
      await vi.waitFor(() => expect(account.clients).toHaveLength(round + 2), soon);
      await isWorking();
      await vi.waitFor(() => expect(sent.length).toBeGreaterThan(before), soon);
    }
  });
});
