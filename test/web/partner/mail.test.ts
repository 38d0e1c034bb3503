/** A partner with nothing but a mail address: offers come by mail through a real server, and are answered on the page behind their link. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OrderRef } from "../../../src/domain/ids.ts";
import type { Office } from "../../../src/office.ts";
import { type Mail, type MailServer, openMailServer, readWords } from "../../mail/mail-server.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { origin, type Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openStaffedOffice, type StaffedOffice, tourism } from "./staffed-office.ts";

const soon = { timeout: 20_000, interval: 20 };
const personal = /العمري|1234567/;

let staffed: StaffedOffice;
let office: Office;
let app: Hono;
let sara: Visitor;
let server: MailServer;
const logged: string[] = [];

beforeAll(async () => {
  server = await openMailServer();
  const note = (fields: object, message: string) => void logged.push(JSON.stringify([fields, message]));
  const log = { debug: note, info: note, warn: note, error: note };
  const partners = [
    samplePartner("haram", {
      ...{ ...tourism, contacts: { email: "desk@haram.example" }, languages: ["ar", "en"] },
      prices: { hotel_booking: { amountMinor: 4_500, currency: "SAR" } },
    }),
    samplePartner("stays", { ...tourism, contacts: { email: "desk@stays.example" }, languages: ["en"] }),
    samplePartner("forged", {
      ...{ ...tourism, contacts: { email: "a@b.example>\r\nRCPT TO:<x@y.example" } },
    }),
  ];
  staffed = await openStaffedOffice({
    ...{ role: "head", partners, log, webLog: log },
    mail: { smtp: server.smtp, publicUrl: origin },
  });
  ({ office, app, sara } = staffed);
}, 60_000);

afterAll(async () => {
  await staffed.close();
  await server.close();
});

const claimed = async () => (await staffed.claimed()).ref;
const act = async (ref: OrderRef, verb: string, form: Record<string, string>) =>
  expect(
    (await sara.post(`/orders/${ref}/${verb}`, { version: await staffed.versionOf(ref), ...form })).status,
  ).toBe(200);
const offer = (ref: OrderRef, name: string) => act(ref, "offer", { partner: `p_${name}` });
const subjectOf = (mail: Mail) => readWords(mail.header("subject") ?? "");
const mailsTo = (name: string, ref: OrderRef) =>
  server.mails.filter((mail) => mail.to.includes(`desk@${name}.example`) && subjectOf(mail).includes(ref));
const nthMail = (name: string, ref: OrderRef, n: number): Promise<Mail> =>
  vi.waitFor(() => sure(mailsTo(name, ref)[n]), soon);
const linkIn = ({ text }: Mail) => sure(new RegExp(`${origin}(/offer/\\S+)`).exec(text)?.[1]);
const stateOf = async (ref: OrderRef) => {
  const order = sure(await office.store.orders.get(ref));
  return [order.state.status, order.offers?.[0]?.state.type];
};

describe("a partner's mailbox", () => {
  it("gets an offer in each language of its people, with what is paid, until when, and the link", async () => {
    const ref = await claimed();
    await offer(ref, "haram");
    const mail = await nthMail("haram", ref, 0);
    expect(subjectOf(mail)).toMatch(new RegExp(`^الطلب ${ref}: .+ · Order ${ref}: .+$`));
    expect(readWords(sure(mail.header("from")))).toMatch(/مكتب وسيط.*<office@wasit\.example>/);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(`عرض لتنفيذ الطلب ${ref}`);
      expect(body).toContain(`An offer: order ${ref}`);
      expect(body).toMatch(/45\.00.*يدفعها المكتب/);
      expect(body).toMatch(/The offer stands until: .*22 Nov/);
      expect(body).toMatch(/المدينة.*مكة/);
      expect(body).not.toMatch(personal);
    }
    expect(mail.html).toMatch(/<div lang="ar" dir="rtl".*<div lang="en" dir="ltr"/);
    expect(mail.html).toContain(`<a href="${origin}${linkIn(mail)}">`);
  });

  it("is answered on the page alone: whatever opens its links by itself accepts nothing", async () => {
    const ref = await claimed();
    await offer(ref, "haram");
    const mail = await nthMail("haram", ref, 0);
    const link = linkIn(mail);
    for (const method of ["GET", "HEAD", "OPTIONS"])
      for (const path of ["", "/accept", "/decline", "/accept?confirm=1", "/move", "/problem"])
        await app.request(`${origin}${link}${path}`, { method, redirect: "manual" });
    expect(await stateOf(ref)).toEqual(["seeking", "open"]);
    expect(await (await app.request(`${origin}${link}`)).text()).toContain("قبول الطلب");
    const accept = { method: "POST", headers: { origin } };
    expect((await app.request(`${origin}${link}/accept`, accept)).status).toBe(303);
    expect(await stateOf(ref)).toEqual(["assigned", "accepted"]);
    const yours = await nthMail("haram", ref, 1);
    expect(yours.text).toContain(`الطلب ${ref} لديكم`);
    expect(yours.text + yours.html).not.toMatch(personal);
    expect(linkIn(yours)).toBe(link);
    expect(await (await app.request(`${origin}${link}`)).text()).toMatch(personal);
    expect(yours.header("in-reply-to")).toBe(mail.header("message-id"));
  });

  it("hears in the same thread that another was faster, of a change, and of the end", async () => {
    const ref = await claimed();
    await offer(ref, "haram");
    await offer(ref, "stays");
    const [made, other] = [await nthMail("haram", ref, 0), await nthMail("stays", ref, 0)];
    expect(other.text).not.toMatch(/[\u0621-\u064a]{3,} [\u0621-\u064a]{3,} [\u0621-\u064a]{3,}/);
    const accept = { method: "POST", headers: { origin } };
    await app.request(`${origin}${linkIn(other)}/accept`, accept);
    const lost = await nthMail("haram", ref, 1);
    expect(lost.text).toContain("Another partner was faster");
    expect(lost.text).not.toContain("/offer/");
    expect([lost.header("in-reply-to"), lost.header("references")]).toEqual([
      made.header("message-id"),
      made.header("message-id"),
    ]);
    await nthMail("stays", ref, 1);
    await act(ref, "correct", { field: "nights", value: "3", reason: "called" });
    const changed = await nthMail("stays", ref, 2);
    expect(changed.text).toMatch(new RegExp(`Order ${ref} has changed`));
    expect(changed.text).toMatch(/Nights: 3/);
    await act(ref, "move", { move: "cancelled", note: "customer called" });
    const over = await nthMail("stays", ref, 3);
    expect(over.text).toContain("nothing needs to be done");
    const ids = [other, ...[changed, over]].map((mail) => mail.header("message-id"));
    expect(new Set(ids).size).toBe(3);
    expect([changed, over].map((mail) => mail.header("references"))).toEqual([ids[0], ids[0]]);
  });

  it("is asked to confirm a change and a cancelling on the order's page, with one press each", async () => {
    const ref = await claimed();
    await offer(ref, "haram");
    const link = linkIn(await nthMail("haram", ref, 0));
    const press = async (verb: string, form: Record<string, string> = {}) => {
      const body = new URLSearchParams(form).toString();
      const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
      const answer = await app.request(`${origin}${link}/${verb}`, { method: "POST", headers, body });
      await office.idle();
      return answer.status;
    };
    const page = async () => (await app.request(`${origin}${link}`)).text();
    expect(await press("accept")).toBe(303);
    expect(await page()).not.toContain("نرجو تأكيد علمكم بذلك");
    await act(ref, "correct", { field: "nights", value: "3", reason: "called" });
    const changed = await nthMail("haram", ref, 2);
    expect(changed.text).toContain("نرجو تأكيد علمكم بذلك من هذه الصفحة");
    expect(linkIn(changed)).toBe(link);
    const asked = await page();
    expect(asked).toContain("نرجو تأكيد علمكم بذلك");
    const change = sure(/name="change" value="(\d+)"/.exec(asked)?.[1]);
    expect(await press("confirm", { change: "99", can: "yes" })).toBe(409);
    expect(await press("confirm", { change, can: "yes" })).toBe(303);
    expect(await page()).not.toContain("نرجو تأكيد علمكم بذلك");
    const order = sure(await office.store.orders.get(ref));
    const lines = await office.engine.lines(order.conversation, 0, 100);
    expect(lines.filter(({ text }) => text?.includes("أكّدت الجهة المنفّذة"))).toHaveLength(1);
    await act(ref, "move", { move: "cancelled", note: "customer called" });
    const over = await nthMail("haram", ref, 3);
    expect(linkIn(over)).toBe(link);
    expect(over.text).not.toMatch(personal);
    const end = await page();
    expect(end).toContain("أُلغي هذا الطلب");
    expect(end).not.toMatch(personal);
    const last = sure(/name="change" value="(\d+)"/.exec(end)?.[1]);
    expect(await press("confirm", { change: last, can: "yes" })).toBe(303);
    expect((await office.store.orders.get(ref))?.confirmation?.state).toBe("seen");
  });

  it("reads on the page whom an order that was given by hand is for, and what it is paid", async () => {
    const ref = await claimed();
    await act(ref, "give", { partner: "p_stays" });
    const mail = await nthMail("stays", ref, 0);
    expect(mail.text).not.toMatch(personal);
    expect(mail.text).toMatch(/Pay: To be agreed|أجرة التنفيذ: يُتفق/);
    const path = sure(/(\/offer\/\S+)/.exec(mail.text)?.[1]);
    const page = await (await app.request(`${origin}${path}`)).text();
    expect(page).toMatch(/العمري/);
    expect(page).toMatch(/\+966 ?55/);
  });

  it("is tried again while its server asks to wait, and its page says so", async () => {
    const ref = await claimed();
    server.answerWith(451);
    const before = server.asked;
    await offer(ref, "haram");
    await vi.waitFor(() => expect(server.asked).toBeGreaterThan(before), soon);
    expect(await sara.get("/partners/p_haram")).toContain("waits to leave");
    server.answerWith(undefined);
    await nthMail("haram", ref, 0);
    await vi.waitFor(
      async () => expect(await sara.get("/partners/p_haram")).toContain("took the last letter"),
      soon,
    );
  });

  it("that does not exist calls staff to the order, once and for good", async () => {
    const ref = await claimed();
    server.answerWith(550);
    await act(ref, "give", { partner: "p_stays" });
    await vi.waitFor(
      async () => expect(await sara.get(`/orders/${ref}`)).toContain("could not be told"),
      soon,
    );
    server.answerWith(undefined);
    expect(await sara.get("/waiting")).toContain("Something about the partner");
    expect(await sara.get("/partners/p_stays")).toContain("The last letter was refused");
    expect(mailsTo("stays", ref)).toEqual([]);
  });

  it("with an address that would speak to the server itself gets nothing", async () => {
    const ref = await claimed();
    const before = server.asked;
    await act(ref, "give", { partner: "p_forged" });
    await vi.waitFor(
      async () => expect(await sara.get(`/orders/${ref}`)).toContain("could not be told"),
      soon,
    );
    expect(server.asked).toBe(before);
  });

  it("is named in no log, nor is anything of a customer", () => {
    expect(logged.join("\n")).not.toMatch(/haram\.example|stays\.example|العمري|1234567|\/offer\/of_/);
  });

  it("is left alone where the partner has a system of its own", async () => {
    const haram = sure(await office.store.partners.get(partnerIdOf("haram")));
    const contacts = { ...haram.contacts, webhook: "https://haram.example/hook" };
    await office.store.partners.save([{ ...haram, contacts }]);
    await office.store.partners.setSecret(partnerIdOf("haram"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    const ref = await claimed();
    await offer(ref, "haram");
    const [made] = sure(sure(await office.store.orders.get(ref)).offers);
    const chat = sure(await office.engine.conversation(sure(sure(made).partner.chats?.[0])));
    expect(chat.channel).toBe("partner_system");
  });
});
