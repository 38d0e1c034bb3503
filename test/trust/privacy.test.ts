/** What leaves for the model's server, and what comes back: private values as placeholders out, as the customer wrote them in. */
import { describe, expect, it, onTestFinished } from "vitest";
import { placeholders } from "../../src/understand/llm/placeholders.ts";
import { openModelOffice } from "../understand/llm/model-office.ts";
import { type Behaviour, claims, content, stubServer } from "../understand/llm/stub-server.ts";

describe("placeholders", () => {
  it.each([
    ["جوالي 0551234567 كلموني", "0551234567", "PHONE"],
    ["رقمي ٠٥٥١٢٣٤٥٦٧", "٠٥٥١٢٣٤٥٦٧", "PHONE"],
    ["call me on +966 55 123 4567 please", "+966 55 123 4567", "PHONE"],
    ["my number is +44 7700 900123", "+44 7700 900123", "PHONE"],
    ["هويتي 1000000008", "1000000008", "ID"],
    ["iqama 2000000006 expires", "2000000006", "ID"],
    ["الايبان SA0380000000608010167519", "SA0380000000608010167519", "IBAN"],
    ["IBAN SA03 8000 0000 6080 1016 7519", "SA03 8000 0000 6080 1016 7519", "IBAN"],
    ["السجل 7001234567", "7001234567", "ID"],
    ["البطاقة 4539578763621486", "4539578763621486", "SECRET"],
    ["راسلوني على sara.q@example.com", "sara.q@example.com", "EMAIL"],
    ["اسمي محمد العتيبي", "محمد العتيبي", "NAME"],
    ["my name is Sara Khalid", "Sara Khalid", "NAME"],
    ["المستلم: فهد القحطاني في جدة", "فهد القحطاني", "NAME"],
    ["ابي احجز لخالد غرفة", "خالد", "NAME"],
    ["رقم الحساب 608010167519", "608010167519", "NUMBER"],
    ["BR-20418 باسم نورة", "نورة", "NAME"],
  ])("hide what is private in «%s», and restore it", (text, secret, kind) => {
    const hidden = placeholders();
    const left = hidden.hide(text);
    expect(left).not.toContain(secret);
    expect(left).toMatch(new RegExp(`\\[(?:${kind}|NUMBER)_1\\]`));
    expect(hidden.restore(left)).toBe(text);
  });

  it("hide what the office knows of the people in the chat, wherever it stands", () => {
    const hidden = placeholders(["أم فهد الشهري", "Zq Bloggs"]);
    expect(hidden.hide("الطرد حق أم فهد الشهري و zq bloggs")).not.toMatch(/الشهري|bloggs/);
  });

  it("give the same value the same placeholder, and another one its own", () => {
    const hidden = placeholders();
    expect(hidden.hide("0551234567 ثم 0551234567 ثم 0557654321")).toBe("[PHONE_1] ثم [PHONE_1] ثم [PHONE_2]");
    expect(hidden.hide("كلم 0557654321")).toBe("كلم [PHONE_2]");
  });

  it("come back however a model writes them, and a customer's own are none", () => {
    const hidden = placeholders();
    expect(hidden.hide("جوالي 0551234567")).toBe("جوالي [PHONE_1]");
    for (const written of ["[PHONE_1]", "[phone_1]", "[ PHONE_1 ]", "[Phone 1]"])
      expect(hidden.restore(written)).toBe("0551234567");
    expect(hidden.hide("اكتب [phone 1] و [PHONE_1]")).not.toMatch(/phone/i);
    expect(hidden.restore("[PHONE_7] [NOTE_1]")).toBe("[PHONE_7] [NOTE_1]");
  });

  it("leave order numbers, prices, dates, weights and places readable", () => {
    const text = "طلب BR-20418 من الرياض الى جدة يوم 26/11/2026 وزنه 3.5 كيلو بقيمة 1500 ريال";
    expect(placeholders().hide(text)).toBe(text);
  });

  it("never give one customer's value for a placeholder that the customer wrote", () => {
    const hidden = placeholders();
    hidden.hide("جوالي 0551234567");
    expect(hidden.hide("كلم [PHONE_1] وخذ [NAME_7]")).not.toMatch(/\[(?:PHONE|NAME)/);
    expect(hidden.restore("[NAME_9]")).toBe("[NAME_9]");
  });
});

async function openWith(behaviour: Behaviour, model: object = {}, trusts?: "healthHost") {
  const stub = await stubServer(behaviour);
  const { office, kept, stop } = await openModelOffice({
    baseUrl: stub.baseUrl,
    model: "stub",
    timeoutMs: 4_000,
    tokensPerCustomer: 1_000_000,
    tokensPerDay: 1_000_000,
    ...(trusts && { [trusts]: stub.host }),
    ...model,
  });
  onTestFinished(stop);
  let n = 0;
  const say = async (text: string) => {
    n += 1;
    await office.receive({ channel: "counting", address: "a", id: `m${n}`, content: { type: "text", text } });
    await office.idle();
  };
  const chat = async () => {
    const found = await office.store.engine.findConversation("counting", "a");
    if (!found) throw new Error("no chat");
    return found;
  };
  return { stub, say, chat, kept };
}

describe("an office's model", { timeout: 60_000 }, () => {
  it("gets placeholders, and its answer fills the form with the customer's own words", async () => {
    const text =
      "ابغى ارسل كتب من الرياض لجدة للمستلم فهد القحطاني جواله 0559876543 وايميلي sara@example.com وهويتي 1000000008";
    const bench = await openWith((response, sent) => {
      const told = JSON.stringify(sent.body);
      const [name] = /\[NAME_\d+\]/.exec(told) ?? [""];
      const [phone] = /\[PHONE_\d+\]/.exec(told) ?? [""];
      claims([
        {
          intent: "parcel_delivery",
          fields: [
            { name: "recipient_name", value: name, words: name },
            { name: "recipient_phone", value: phone, words: phone },
          ],
        },
      ])(response, sent);
    });
    await bench.say(text);
    const [draft] = (await bench.chat()).drafts;
    for (const [field, value] of [
      ["recipient_name", "فهد القحطاني"],
      ["recipient_phone", "+966559876543"],
    ] as const) {
      const found = draft?.fields[field];
      expect(found?.value).toBe(value);
      expect(text.slice(found?.evidence.start, found?.evidence.end)).toBe(found?.evidence.text);
      expect(found?.evidence.by).toBe("llm");
    }
    await bench.say("وش قصدكم بالضبط من هالكلام كله");
    expect(bench.stub.asked.length).toBe(2);
    for (const { raw } of bench.stub.asked)
      for (const secret of [
        "فهد",
        "القحطاني",
        "0559876543",
        "966559876543",
        "sara@example.com",
        "1000000008",
      ])
        expect(raw).not.toContain(secret);
  });

  it("gets no word about health, nor of a chat that has to do with it, unless its host is trusted by name", async () => {
    const sayings = [
      "ابغى موعد عند دكتور اسنان في جدة بكره",
      "ضرسي يعورني من امس وما نمت",
      "موافق",
      "الصباح بدري احسن لي بس مو متأكد",
    ];
    const bench = await openWith(claims([{ intent: "out_of_scope" }]));
    for (const saying of sayings) await bench.say(saying);
    expect(bench.stub.asked).toEqual([]);
    const trusted = await openWith(claims([{ intent: "out_of_scope" }]), {}, "healthHost");
    for (const saying of sayings) await trusted.say(saying);
    expect(trusted.stub.asked.length).toBeGreaterThan(0);
  });

  it("gets no word of a message with a secret", async () => {
    const bench = await openWith(content("{}"));
    await bench.say("كلمة السر حقتي في ابشر Ali@12345 ابغى تجديد شي");
    await bench.say("بطاقتي 4539578763621486 احجزوا فندق");
    expect(bench.stub.asked).toEqual([]);
  });
});
