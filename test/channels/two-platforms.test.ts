/** A customer who begins on Telegram and goes on in WhatsApp, through both real adapters: two before a proof, one after it. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { telegramChannel } from "../../src/channels/telegram/telegram.ts";
import { plain } from "../kit.ts";
import { noura } from "../turn/bench-office.ts";
import { openBotApi } from "./telegram/bot-api.ts";
import { customerOf } from "./telegram/customer.ts";
import { hurry } from "./telegram/telegram-platform.ts";
import { sara } from "./whatsapp/account.ts";
import { openWhatsAppOffice } from "./whatsapp/real-office.ts";

const quick = { most: 1_000, everyMs: 1 };
const soon = { timeout: 15_000, interval: 10 };

/** One office on both platforms, and one person on each. */
async function openBoth() {
  const api = await openBotApi();
  onTestFinished(() => api.close());
  const { channel } = telegramChannel({
    ...{ token: api.token, apiRoot: api.url, pace: hurry },
    rates: { chat: quick, line: quick },
  });
  const { office, person, answerTo, chat, sent } = await openWhatsAppOffice({ channels: [channel] });
  const onTelegram = customerOf(api, 42, "ar");
  const bubbles = () => api.bubblesOf("42").map(({ text }) => plain(text));
  const { does } = person(sara.lid);
  const customerOn = async (name: string, address: string) =>
    (await office().store.engine.findConversation(name, address))?.customer;
  return {
    ...{ office, chat, sent, bubbles, onTelegram },
    /** Does it, and gives the answer on Telegram. */
    async telegram(deed: () => unknown): Promise<string> {
      const before = bubbles().length;
      deed();
      await vi.waitFor(() => expect(bubbles().length).toBeGreaterThan(before), soon);
      return bubbles().at(-1) ?? "";
    },
    whatsapp: async (body: string) => plain(await answerTo(() => does({ body }))),
    customers: async () => [await customerOn("telegram", "42"), await customerOn("whatsapp", sara.lid)],
  };
}

describe("a customer on Telegram and WhatsApp", () => {
  it("is joined by the number that both platforms vouch for, and hears of each order where it was placed", async () => {
    const { office, telegram, whatsapp, onTelegram, customers, bubbles, sent } = await openBoth();
    const wish = "أبي أحجز فندق في جدة يوم الخميس ٣ ليالي لشخصين غرفة وحدة باسم سارة العتيبي";
    await telegram(() => onTelegram.says(wish));
    const own = { first_name: "سارة", phone_number: sara.phone.replace("@c.us", ""), user_id: 42 };
    expect(await telegram(() => onTelegram.message({ contact: own }))).toContain("ملخص الطلب");
    expect(await telegram(() => onTelegram.press("اعتماد"))).toContain("BR-10001");

    const asked = await whatsapp("وين طلبي");
    expect(asked).toContain("وجدنا محادثة أخرى بالرقم نفسه على تيليجرام");
    expect(asked).not.toContain("BR-10001");
    const [first, second] = await customers();
    expect(first).not.toBe(second);

    expect(await whatsapp("1")).toContain("جمعنا محادثتك هنا مع محادثتك على تيليجرام");
    expect(new Set(await customers())).toEqual(new Set([first]));
    expect(await whatsapp("وين طلبي")).toContain("BR-10001");
    await vi.waitFor(
      () => expect(bubbles().at(-1)).toContain("جمعنا هذه المحادثة مع محادثتك على واتساب"),
      soon,
    );

    const told = sent.length;
    const ref = "BR-10001" as never;
    await office().engine.act(noura, { type: "claim" }, { ref });
    for (const stage of ["requested", "confirmed"])
      await office().engine.act(noura, { type: "move", move: { to: "in_progress", stage } }, { ref });
    await vi.waitFor(() => expect(bubbles().at(-1)).toContain("أكد الفندق الحجز"), soon);
    expect(sent).toHaveLength(told);
  });

  it("is joined by a code that is given on one and sent from the other", async () => {
    const { telegram, whatsapp, onTelegram, customers } = await openBoth();
    const given = await telegram(() => onTelegram.says("I am also on WhatsApp"));
    const [code = "none"] = /[A-Z]\d[A-Z]-[A-Z]\d[A-Z]\d[A-Z]/.exec(given) ?? [];
    expect(await whatsapp(code)).toContain("إن كانت محادثتك، فهل نجمع المحادثتين؟");
    expect(new Set(await customers()).size).toBe(2);
    expect(await whatsapp("نعم")).toContain("جمعنا");
    expect(new Set(await customers()).size).toBe(1);
  });
});
