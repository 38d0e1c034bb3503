/** The whole story on Telegram, in both languages: request → order → claim → stages → status answer, on a real office. */
import { describe, expect, it, vi } from "vitest";
import { jpeg, ogg, pdf, png, zip } from "../../documents/sample-files.ts";
import { noura } from "../../turn/bench-office.ts";
import { openTelegramOffice } from "./real-office.ts";

describe("a customer on Telegram", () => {
  it("sends a parcel in Arabic with a pin, a contact, their own number and the buttons, and hears of it", async () => {
    const { office, orders, person } = await openTelegramOffice();
    const { customer, answerTo } = person(42, "ar");
    const says = (text: string) => answerTo(() => customer.says(text));
    expect((await says("/start")).text).toContain("مكتب إنجاز");
    const asked = await says("أبي أرسل طرد كتب وزنه ٣ كيلو من الرياض إلى جدة بكرة");
    expect(asked.text).toContain("الرياض");
    expect(JSON.stringify(asked.keyboard)).toContain("request_location");
    const dropoff = await answerTo(() => customer.message({ location: { latitude: 24.7, longitude: 46.7 } }));
    expect(dropoff.text).toContain("التسليم");
    const recipient = await says("حي الروضة، شارع ساري 5، جدة");
    // Somebody else's number is no number to share with one press.
    expect(JSON.stringify(recipient.keyboard)).not.toContain("request_contact");
    const own = await answerTo(() =>
      customer.message({ contact: { first_name: "فهد", phone_number: "0555555555", user_id: 9 } }),
    );
    expect(JSON.stringify(own.keyboard)).toContain("request_contact");
    let bubble = await answerTo(() =>
      customer.message({ contact: { first_name: "سارة", phone_number: "966501234567", user_id: 42 } }),
    );
    for (let n = 0; n < 5 && !bubble.text.includes("ملخص"); n += 1) bubble = await says("تخطي");
    expect(bubble.text).toContain("+966 50 123 4567");
    const placed = await answerTo(() => customer.press("اعتماد"));
    expect(placed.text).toContain("BR-10001");

    const [order] = await orders("42");
    if (!order) throw new Error("There is no order.");
    expect(order.fields.pickup?.value).toMatchObject({ location: { latitude: 24.7, longitude: 46.7 } });
    expect(order.fields.phone?.value).toBe("+966501234567");
    expect(order.fields.recipient_phone?.value).toBe("+966555555555");

    await office.engine.act(noura, { type: "claim" }, { ref: order.ref });
    const news = await answerTo(() =>
      office.engine.act(
        noura,
        { type: "move", move: { to: "in_progress", stage: "picked_up" } },
        { ref: order.ref },
      ),
    );
    expect(news.text).toContain("BR-10001");
    expect((await says("/status")).text).toContain("BR-10001");
  });

  it("goes through the same in English, corrects by an edit, and agrees with a thumb", async () => {
    const { office, chat, orders, person } = await openTelegramOffice();
    const { customer, answerTo } = person(43, "en");
    const says = (text: string) => answerTo(() => customer.says(text));
    const first = await says("Hi, I want to send a parcel of books, 3 kg, from Riyadh to Jeddah tomorrow");
    expect(first.text).toContain("Welcome");
    await says("Olaya, King Fahd Road, building 12");
    await says("Al Rawdah district, Jeddah, Sari street 5");
    await says("0555555555");
    let bubble = await says("0501234567");
    for (let n = 0; n < 5 && !bubble.text.includes("Your request"); n += 1) bubble = await says("skip");
    await says("make it 4 kg");
    const readBack = await answerTo(() => customer.edits("make it 5 kg"));
    expect(readBack.text).toContain("5 kg");
    await vi.waitFor(async () => expect((await chat("43")).open?.type).toBe("read_back"));
    // What the platform answered to the read-back has to be written before a reaction can find it.
    await office.idle();
    const placed = await answerTo(() => customer.reacts("👍", readBack.id));
    expect(placed.text).toContain("BR-10001");
    const [order] = await orders("43");
    if (!order) throw new Error("There is no order.");
    expect(order.fields.weight_kg?.value).toBe(5);

    await office.engine.act(noura, { type: "claim" }, { ref: order.ref });
    const move = { to: "in_progress", stage: "picked_up" } as const;
    const news = await answerTo(() => office.engine.act(noura, { type: "move", move }, { ref: order.ref }));
    expect(news.text).toMatch(/BR-10001.*courier/s);
    expect((await says("where is my order?")).text).toContain("BR-10001");
  });

  it("sends an album where a form takes pictures, and a voice note that a person hears", async () => {
    const { chat, person } = await openTelegramOffice();
    const { customer, answerTo } = person(44, "ar");
    await answerTo(() => customer.says("أبي أبيع أثاث غرفة نوم مستعمل في الرياض"));
    for (let n = 0; n < 3; n += 1) customer.file("photo", jpeg(800 + n, 600), { media_group_id: "g" });
    const photos = async () => {
      const { drafts } = await chat("44");
      return Object.values(drafts[0]?.fields ?? {}).find(({ value }) => Array.isArray(value))?.value;
    };
    await vi.waitFor(async () => expect(await photos()).toHaveLength(3), { timeout: 15_000 });
    const heard = await answerTo(() => customer.file("voice", ogg()));
    expect(heard.text).toContain("الرسالة الصوتية");
    expect((await chat("44")).person?.reason).toBe("voice");
  });

  it("who blocked the bot is told of as not reachable, and is heard again when they come back", async () => {
    const { api, office, chat, person } = await openTelegramOffice();
    const { customer, answerTo } = person(45, "ar");
    await answerTo(() => customer.says("السلام عليكم"));
    api.blocked.add("45");
    customer.says("القائمة");
    const { id } = await chat("45");
    const deliveries = async () => (await office.engine.lines(id, 0, 50)).map(({ delivery }) => delivery);
    await vi.waitFor(async () => expect(await deliveries()).toContain("failed"), { timeout: 15_000 });
    api.blocked.delete("45");
    expect((await answerTo(() => customer.says("القائمة"))).text).not.toBe("");
  });

  it("hears in words why a file was not taken, and nothing of it is kept", async () => {
    const { api, office, chat, person } = await openTelegramOffice();
    const { customer, answerTo } = person(46, "ar");
    await answerTo(() => customer.says("السلام عليكم"));
    const sends = async (bytes: Uint8Array, name: string) =>
      (await answerTo(() => customer.file("document", bytes, { name }))).text;
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(await sends(zip(["bomb.txt"], 4_000_000_000), "bomb.zip")).toContain("لا نستقبل هذا النوع");
    expect(await sends(png(20_000, 20_000), "huge.png")).toContain("40 ميغابكسل");
    expect(await sends(svg, "picture.svg")).toContain("لا نستقبل هذا النوع");
    const announced = {
      file_id: "none",
      file_unique_id: "n",
      file_name: "film.mp4",
      file_size: 2_000_000_000,
    };
    const refused = await answerTo(() => customer.message({ document: announced }));
    expect(refused.text).toContain("أكبر من 20 ميغابايت");
    expect(api.callsOf("getFile").filter(({ payload }) => payload.file_id === "none")).toEqual([]);
    await sends(pdf(), "../../etc/passwd");
    const lines = await office.engine.lines((await chat("46")).id, 0, 50);
    const names = lines.flatMap(({ content }) => (content && "document" in content ? [content.name] : []));
    expect(names.at(-1)).toBe("passwd.pdf");
  });
});
