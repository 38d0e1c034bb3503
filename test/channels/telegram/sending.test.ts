import { describe, expect, it } from "vitest";
import { ChannelError, type ChannelProblem } from "../../../src/channels/channel.ts";
import { telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import type { Media } from "../../../src/domain/message.ts";
import { openLine, say } from "./bench.ts";
import { type Failure, testToken } from "./bot-api.ts";
import { hurry } from "./telegram-platform.ts";

async function problemOf(sending: Promise<unknown>): Promise<ChannelProblem> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof ChannelError) return error.problem;
    throw error;
  }
  throw new Error("It was sent.");
}

/** Tried once more, when the line knows whether its platform is away. */
const unsure = { type: "retry_later", afterMs: 75_000 * hurry, unsure: true } as const;
const answer = (status: number, description: string): Failure => ({ type: "answer", status, description });

describe("send", () => {
  it("gives the platform's id of the message, by which acknowledgements and reactions name it", async () => {
    const { api, channel } = await openLine();
    const { id } = await say(channel, { text: "أهلًا" });
    expect(id).toBe(String(api.bubbles[0]?.id));
  });

  it.each<[string, Failure, ChannelProblem]>([
    [
      "a customer who blocked the bot",
      answer(403, "Forbidden: bot was blocked by the user"),
      { type: "address_gone" },
    ],
    ["an account that is gone", answer(403, "Forbidden: user is deactivated"), { type: "address_gone" }],
    ["a chat that there is not", answer(400, "Bad Request: chat not found"), { type: "address_gone" }],
    ["a message that is refused", answer(400, "Bad Request: message is too long"), { type: "refused" }],
    ["a body that is too large", answer(413, "Request Entity Too Large"), { type: "refused" }],
    ["a token that was revoked", answer(401, "Unauthorized"), { type: "logged_out" }],
    ["a server in trouble", answer(500, "Internal Server Error"), { ...unsure, unsure: "answered" }],
    ["a gateway in trouble", { type: "raw", status: 502, body: "<html>" }, { ...unsure, unsure: "answered" }],
    ["a line that breaks", { type: "reset" }, unsure],
    [
      "too many messages",
      { type: "answer", status: 429, description: "Too Many Requests", retryAfter: 7 },
      { type: "retry_later", afterMs: 7_000, whole: true, ordered: true },
    ],
  ])("tells %s from the others", async (_, failure, problem) => {
    const { api, channel } = await openLine();
    api.fail("sendMessage", failure);
    expect(await problemOf(say(channel, { text: "x" }))).toEqual(problem);
    await say(channel, { text: "y" });
    expect(api.bubbles.map(({ text }) => text)).toEqual(["y"]);
  });

  it("knows that nothing was said where nobody could be reached", async () => {
    const { channel } = telegramChannel({ token: testToken, apiRoot: "http://127.0.0.1:9" });
    expect(await problemOf(say(channel, { text: "x" }))).toEqual({ type: "retry_later" });
  });

  it("shows text as it is, whatever it looks like", async () => {
    const { api, channel } = await openLine();
    const text = '*not bold* <b>nor this</b> [x](y) _z_ `c` & \\ "q" \u2068BR-10001\u2069 \u0000';
    await say(channel, { text });
    expect(api.bubbles[0]?.text).toBe(text);
    expect(api.callsOf("sendMessage")[0]?.payload).not.toHaveProperty("parse_mode");
  });

  it("sends nothing where only spaces are left of a long text", async () => {
    const { api, channel } = await openLine();
    expect(await say(channel, { text: " \n " })).toEqual({});
    expect(api.callsOf("sendMessage")).toEqual([]);
  });

  it("lays short choices side by side and long ones below each other", async () => {
    const { api, channel } = await openLine();
    const rows = async (...labels: string[]) => {
      await say(channel, { text: "?", choices: labels.map((label, n) => ({ value: `q:${n}`, label })) });
      return api.bubbles.at(-1)?.buttons.map((row) => row.length);
    };
    expect(await rows("اعتماد", "تعديل", "إلغاء")).toEqual([3]);
    expect(await rows("الخميس 26 نوفمبر", "الجمعة 27 نوفمبر", "السبت 28 نوفمبر")).toEqual([2, 1]);
    expect(await rows("تجديد رخصة القيادة لمدة عشر سنوات", "نعم")).toEqual([1, 1]);
  });

  it("offers to share what the question takes, and takes the offer back with the next message", async () => {
    const { api, channel } = await openLine();
    await say(channel, { text: "ما رقم جوالك؟", wants: "phone" });
    await say(channel, { text: "Where to?", wants: "location", language: "en" });
    await say(channel, { text: "شكرًا" });
    const [phone, location, none] = api.bubbles.map(({ keyboard }) => JSON.stringify(keyboard));
    expect(phone).toContain('"text":"📱 مشاركة رقمي","request_contact":true');
    expect(location).toContain('"text":"📍 Share my location","request_location":true');
    expect(none).toBe('{"remove_keyboard":true}');
  });

  it("answers a press at once, and takes the buttons away when the office has it", async () => {
    const { api, office, channel, customer, until } = await openLine();
    await say(channel, { text: "?", choices: [{ value: "q1:yes", label: "نعم" }] });
    office.refuseNext(1);
    customer.press("نعم");
    await until(() => expect(api.callsOf("answerCallbackQuery")).toHaveLength(1));
    expect(api.bubbles[0]?.buttons).toHaveLength(1);
    await until(() => expect(office.contents()).toEqual([{ type: "choice", value: "q1:yes" }]));
    await until(() => expect(api.bubbles[0]?.buttons).toEqual([]));
  });

  it("takes a press though its answer and its buttons come too late for the platform", async () => {
    const { api, office, channel, customer, until } = await openLine();
    await say(channel, { text: "?", choices: [{ value: "q1:yes", label: "نعم" }] });
    api.fail("answerCallbackQuery", answer(400, "Bad Request: query is too old"));
    api.fail("editMessageReplyMarkup", answer(400, "Bad Request: message is not modified"));
    customer.press("نعم");
    await until(() => expect(office.contents()).toEqual([{ type: "choice", value: "q1:yes" }]));
    await until(() => expect(api.queue).toEqual([]));
  });

  it("types while an answer takes its time", async () => {
    const { api, customer, until } = await openLine();
    customer.says("slow");
    await until(() => expect(api.callsOf("sendChatAction")).toHaveLength(1));
    expect(api.callsOf("sendChatAction")[0]?.payload).toEqual({ chat_id: "42", action: "typing" });
  });

  it("types neither behind an answer that came at once, nor for a repeat or what was not taken", async () => {
    const { api, office, channel, customer, until } = await openLine({}, { starts: false });
    await channel.start(async (inbound) => {
      // As the engine does: the answer leaves before whoever delivered hears that it was taken.
      if (office.calls.length === 0) await say(channel, { text: "answer" });
      return office.receive(inbound);
    }, office.desk);
    const update = customer.says("quick");
    await until(() => expect(api.bubbles).toHaveLength(1));
    await until(() => expect(api.queue).toHaveLength(0));
    await until(() => expect(api.callsOf("getUpdates").at(-1)?.payload.timeout).toBe(50));
    office.refuseNext(1);
    api.redeliver([update]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(api.callsOf("sendChatAction")).toEqual([]);
  });

  it.each([
    ["image/jpeg", "sendPhoto", "a.jpg"],
    ["audio/ogg", "sendVoice", "a.ogg"],
    ["application/pdf", "sendDocument", "a.pdf"],
  ])("sends %s by %s, with its words below", async (mediaType, method, name) => {
    const { api, office, channel } = await openLine();
    const document = await kept(office.desk, name, mediaType);
    await say(channel, { text: "العقد", document, choices: [{ value: "q:ok", label: "تم" }] });
    expect(api.bubbles[0]).toMatchObject({
      text: "العقد",
      file: { method, name },
      buttons: [[{ text: "تم" }]],
    });
    expect(api.bubbles[0]?.file?.bytes.toString()).toBe(`the bytes of ${name}`);
  });

  it("lets no file name end the header that it stands in", async () => {
    const { api, office, channel } = await openLine();
    const document = await kept(office.desk, 'عقد".pdf"\r\nX-Evil: 1', "application/pdf");
    await say(channel, { text: "", document });
    expect(api.bubbles[0]?.file?.name).toBe("عقد_.pdf___X-Evil: 1");
  });

  it("refuses a message whose file is not there any more, and waits where an upload breaks", async () => {
    const { api, office, channel } = await openLine();
    const document = await kept(office.desk, "a.pdf", "application/pdf");
    api.fail("sendDocument", { type: "reset" });
    expect(await problemOf(say(channel, { text: "x", document }))).toEqual(unsure);
    office.desk.files.clear();
    expect(await problemOf(say(channel, { text: "x", document }))).toEqual({ type: "refused" });
  });

  it("goes on after a stop and a start, whatever the stop would have cut off", async () => {
    const { api, office, channel } = await openLine();
    await channel.stop();
    await channel.start(office.receive, office.desk);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await say(channel, { text: "still here" });
    expect(api.bubbles.map(({ text }) => text)).toEqual(["still here"]);
  });

  it("holds up no stop for a platform that does not answer", async () => {
    const { api, channel } = await openLine();
    api.fail("sendMessage", { type: "hang" });
    const sending = problemOf(say(channel, { text: "x" }));
    const began = performance.now();
    await channel.stop();
    expect(await sending).toEqual(unsure);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

type Desk = Awaited<ReturnType<typeof openLine>>["office"]["desk"];

async function kept(desk: Desk, name: string, mediaType: string): Promise<Media> {
  const bytes = Buffer.from(`the bytes of ${name}`);
  async function* body() {
    yield bytes;
  }
  const content = await desk.keepFile({ address: "42" }, { name, body: body() });
  if (content === "not_now" || !("document" in content)) throw new Error("The desk kept no file.");
  return { document: content.document, name, mediaType, bytes: bytes.length };
}
