/** Pictures that come together, on two platforms: one case and one line in words, and together in the queue. */
import { describe, expect, it, vi } from "vitest";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { Office } from "../../src/office.ts";
import { albumsIn } from "../../src/web/queue/frame/albums.ts";
import { jpeg } from "../documents/sample-files.ts";
import { openTelegramOffice } from "./telegram/real-office.ts";
import { sara } from "./whatsapp/account.ts";
import { openWhatsAppOffice } from "./whatsapp/real-office.ts";

const soon = { timeout: 20_000, interval: 20 };
const count = 7;

/** Somebody on a platform, in words that are the same for both. */
type Sender = {
  readonly office: Office;
  chat(): Promise<Conversation>;
  says(text: string): Promise<unknown>;
  sendsAlbum(): Promise<void>;
};

async function onTelegram(): Promise<Sender> {
  const { office, chat, person } = await openTelegramOffice();
  const { customer, answerTo } = person(51, "ar");
  return {
    office,
    chat: () => chat("51"),
    says: (text) => answerTo(() => customer.says(text)),
    async sendsAlbum() {
      for (let n = 0; n < count; n += 1) customer.file("photo", jpeg(800 + n, 600), { media_group_id: "g" });
    },
  };
}

async function onWhatsApp(): Promise<Sender> {
  const { office, chat, person, answerTo } = await openWhatsAppOffice();
  const { does } = person(sara.lid);
  return {
    office: office(),
    chat: () => chat(sara.lid),
    says: (body) => answerTo(() => does({ body })),
    async sendsAlbum() {
      for (let n = 0; n < count; n += 1) {
        const file = jpeg(800 + n, 600).toString("base64");
        await does({ type: "image", file, mimetype: "image/jpeg" });
      }
    },
  };
}

describe.each([
  ["Telegram", onTelegram],
  ["WhatsApp", onWhatsApp],
] as const)("an album on %s", { timeout: 90_000 }, (_, open) => {
  async function linesOf({ office, chat }: Sender) {
    await office.idle();
    return office.engine.lines((await chat()).id, 0, 100);
  }
  const arrived = (sender: Sender) =>
    vi.waitFor(async () => {
      const photos = (await linesOf(sender)).filter(({ content }) => content?.type === "photo");
      expect(photos).toHaveLength(count);
    }, soon);

  it("fills the one field that takes pictures, with one line, and stands together for staff", async () => {
    const sender = await open();
    await sender.says("أبي أبيع أثاث غرفة نوم مستعمل في الرياض");
    const before = await linesOf(sender);
    await sender.sendsAlbum();
    await arrived(sender);
    const { drafts } = await sender.chat();
    const files = Object.values(drafts[0]?.fields ?? {}).find(({ value }) => Array.isArray(value))?.value;
    expect(drafts).toHaveLength(1);
    expect(files).toHaveLength(count);
    const after = (await linesOf(sender)).slice(before.length);
    expect(after.filter(({ from }) => from === "office")).toHaveLength(1);
    expect([...albumsIn(after).values()].map(({ length }) => length)).toEqual([count]);
  });

  it("that nothing asked for is acknowledged once, and nobody takes it for a machine's talk", async () => {
    const sender = await open();
    await sender.says("السلام عليكم");
    const before = await linesOf(sender);
    await sender.sendsAlbum();
    await arrived(sender);
    const after = (await linesOf(sender)).slice(before.length);
    expect(after.filter(({ from }) => from === "office")).toHaveLength(1);
    expect((await sender.chat()).person).toBeUndefined();
    expect([...albumsIn(after).values()].map(({ length }) => length)).toEqual([count]);
  });
});
