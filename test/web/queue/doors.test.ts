/** One customer with their doors in the queue: shown as one, parted by staff, and never written to against their wish unawares. */
import { randomBytes } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ConversationId } from "../../../src/domain/ids.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { asksForCode, booksHotel, type Door, openDoorsOffice } from "../../turn/doors-office.ts";
import { webOn } from "../real-office.ts";
import { password } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

async function openQueue() {
  const doors = await openDoorsOffice();
  const { people } = doors.office().store;
  const sara = { email: "sara@example.com", name: "sara", role: "agent", language: "en", password } as const;
  await createAgent(people, sara, { now: Date.now(), randomBytes });
  const web = webOn(doors.office());
  onTestFinished(web.close);
  const visitor = new Visitor(web.app, "/queue");
  await visitor.logIn(sara.email, password);
  const pageOf = async (door: Door) => visitor.get(`/chats/${(await door.chat()).id}`);
  return { ...doors, visitor, pageOf };
}

describe("a joined customer in the queue", () => {
  const idOf = async (door: Door): Promise<ConversationId> => (await door.chat()).id;

  it("shows all doors and all orders on each chat's page, and parts them with one press", async () => {
    const queue = await openQueue();
    const [telegram, whatsapp] = [queue.door("telegram", "1"), queue.door("whatsapp", "2")];
    const ref = await booksHotel(telegram, "جدة", "سارة العتيبي");
    await whatsapp.says("السلام عليكم");
    expect(await queue.pageOf(whatsapp)).not.toContain(ref);
    await whatsapp.says(await asksForCode(telegram));
    await whatsapp.presses("نعم، نجمعهما");

    const page = await queue.pageOf(whatsapp);
    expect(page).toContain(ref);
    expect(page).toContain(`href="/queue/chats/${await idOf(telegram)}"`);
    expect(page).toContain("Joined with another chat, by a one-time code");
    expect(await queue.visitor.get(`/orders/${ref}`)).toContain(
      `href="/queue/chats/${await idOf(whatsapp)}"`,
    );

    const parted = await queue.visitor.post(`/chats/${await idOf(whatsapp)}/split_doors`);
    expect(parted.status).toBe(200);
    expect(await parted.text()).toContain("This chat is parted from the others");
    const after = await queue.pageOf(whatsapp);
    expect(after).not.toContain(ref);
    expect(after).toMatch(/Parted[\s\S]*sara/);
    expect((await queue.visitor.post(`/chats/${await idOf(whatsapp)}/split_doors`)).status).toBe(409);
  });
});

describe("a customer who stopped messages", () => {
  it("is shown as such before anybody writes, and is not written to", async () => {
    const queue = await openQueue();
    const whatsapp = queue.door("whatsapp", "2");
    await whatsapp.says("لا ترسلولي شي");
    const page = await queue.pageOf(whatsapp);
    expect(page).toContain("The customer has stopped messages here:");
    expect(page).toContain("لا ترسلولي شي");
    const { id } = await whatsapp.chat();
    const refused = await queue.visitor.post(`/chats/${id}/reply`, { text: "We have a new offer" });
    expect([refused.status, (await refused.text()).includes("has stopped messages")]).toEqual([409, true]);
    expect(whatsapp.hears()).toBe("");
    await whatsapp.says("وين طلبي");
    expect((await queue.visitor.post(`/chats/${id}/reply`, { text: "No order is open." })).status).toBe(200);
    await queue.office().idle();
    expect(whatsapp.hears()).toBe("No order is open.");
    await whatsapp.says("تفعيل الرسائل");
    expect(await queue.pageOf(whatsapp)).toContain("turned messages on again");
  });
});
