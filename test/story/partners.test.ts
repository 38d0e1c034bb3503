/**
 * The whole story of dispatch: a partner's chat, a partner's system and a partner's mailbox at once. Orders from WhatsApp, Telegram and the chat page go to them all
 * together, one after the other, by their prices, or straight to one; each side reads exactly its own, and a customer reads each change once.
 */
import { describe, expect, it } from "vitest";
import { type OrderRef, parseOrderRef } from "../../src/domain/ids.ts";
import { sara } from "../channels/whatsapp/account.ts";
import { jpeg } from "../documents/sample-files.ts";
import { plain } from "../kit.ts";
import { readWords } from "../mail/mail-server.ts";
import { sure } from "../web/tiny-office.ts";
import { openTown, type Town } from "./town.ts";

type Says = (text: string) => Promise<string>;

/** Says all of it, and gives the order that comes of it. */
async function orderBy(says: Says, ...texts: readonly string[]): Promise<OrderRef> {
  let last = "";
  for (const text of texts) last = await says(text);
  return sure(parseOrderRef(sure(/BR-\d+/.exec(last)?.[0])));
}

/** Staff name a price, the customer takes it, and partners are asked. */
async function agreed(town: Town, ref: OrderRef, says: Says): Promise<OrderRef> {
  await town.staffDo(ref, "claim");
  await town.staffDo(ref, "price", { government: "0", office: "40" });
  await says("اعتماد السعر");
  await town.pass(0);
  return ref;
}

/** Four customers with their orders, each asked about of partners in its own way. */
async function ordersIn(town: Town) {
  const [sender, guest] = [town.onWhatsApp(sara.lid), town.onTelegram(73, "ar")];
  const [patient, applicant] = [await town.onPage(), await town.onPage()];
  const hotel = "ابي فندق في مكة بكرة ليلتين لشخصين باسم خالد العمري 0551234567";
  const room = await orderBy(guest.says, hotel, "نعم");
  await town.pass(0);
  const books = "أبي أرسل طرد كتب وزنه ٣ كيلو من الرياض إلى جدة بكرة";
  const ways = ["حي الملقا شارع 5", "حي الروضة، شارع ساري 5، جدة", "فهد 0555555555", "تخطي", "1"];
  const parcel = await agreed(town, await orderBy(sender.says, books, ...ways), sender.says);
  const dentist = "ابي موعد عند دكتور اسنان بالرياض بكره العصر";
  const patientSays = [dentist, "اوافق", "سارة العتيبي", "0501234567", "اعتماد"];
  const visit = await agreed(town, await orderBy(patient.says, ...patientSays), patient.says);
  const renewal = ["ابي اجدد جوازي", "1000000008", "ماجد الحربي", "0507654321", "اعتماد"];
  const paper = await agreed(town, await orderBy(applicant.says, ...renewal), applicant.says);
  return { sender, guest, patient, applicant, room, parcel, visit, paper };
}

type Orders = Awaited<ReturnType<typeof ordersIn>>;
type Chat = Awaited<ReturnType<Town["joinsChat"]>>;

/** All three answer: the chat takes the parcel, the page the room by its price and the paper, the system the visit that the chat declines. */
async function partnersAnswer(town: Town, chat: Chat, { guest, room, visit, paper }: Orders) {
  await chat.says("اعتذار 13");
  await chat.says("قبول 12");
  await chat.says("11 450 ريال");
  await town.pass(0);
  const linkOf = (ref: OrderRef) => town.linkIn(sure(town.mailsOf(ref)[0]).text);
  const links = { room: linkOf(room), paper: linkOf(paper) };
  const asked = sure(town.systemHeard(room)[0]?.offer).id;
  const quote = { type: "offer.quote", offer: asked, amountMinor: 40_000, currency: "SAR" };
  expect((await town.systemSays(`/offers/${asked}/quote`, quote)).status).toBe(200);
  expect(await town.onOfferPage(links.room, "quote", { price: "380" })).toContain("380.00");
  expect(await town.onOfferPage(links.paper, "accept")).toContain("أصبح الطلب لديكم");
  await town.pass(6);
  await guest.says("الأرخص");
  const last = sure(town.systemHeard(visit)[0]?.offer).id;
  const accept = { type: "offer.accept", offer: last };
  expect((await town.systemSays(`/offers/${last}/accept`, accept)).status).toBe(200);
  return links;
}

/** Staff correct an order of each; each confirms it by its own means, and the customer hears so. */
async function partnersConfirm(
  town: Town,
  chat: Chat,
  { parcel, room, visit }: Orders,
  links: { readonly room: string },
): Promise<void> {
  const reason = "by telephone";
  await town.staffDo(parcel, "correct", { field: "contents", value: "كتب ودفاتر", reason });
  await chat.says("وصلني");
  await town.staffDo(visit, "correct", { field: "time", value: "17:00", reason });
  const { change } = sure(town.systemHeard(visit).at(-1)?.order);
  const confirm = { type: "order.confirm", order: visit, change };
  expect((await town.systemSays(`/orders/${visit}/confirm`, confirm)).status).toBe(200);
  await town.staffDo(room, "claim");
  await town.staffDo(room, "correct", { field: "nights", value: "3", reason });
  const page = await town.onOfferPage(links.room, "");
  const asked = sure(/name="change" value="(\d+)"/.exec(page)?.[1]);
  expect(await town.onOfferPage(links.room, "confirm", { change: asked, can: "yes" })).toContain(
    "سجّلنا علمكم",
  );
}

/** Each carries out what it has, by its own means, to the end. */
async function partnersWork(
  town: Town,
  chat: Chat,
  { sender, visit }: Orders,
  links: { readonly room: string; readonly paper: string },
): Promise<void> {
  await chat.says("12");
  await chat.presses("استُلمت من المرسل");
  await chat.says("للعميل: أنا في الطريق");
  await sender.says("للمندوب: الشقة 12");
  await chat.does(() => chat.person.file("photo", jpeg(300, 200)));
  await chat.presses("سُلّمت");
  await chat.presses("مكتمل");
  for (const stage of ["requested", "confirmed", "attended", "done"]) {
    const body = { type: "order.stage", order: visit, stage };
    expect((await town.systemSays(`/orders/${visit}/stage`, body)).status).toBe(200);
  }
  const moves = {
    room: ["in_progress:requested", "in_progress:confirmed", "done"],
    paper: ["in_progress:submitted", "in_progress:under_review", "in_progress:issued", "done"],
  } as const;
  for (const of of ["room", "paper"] as const)
    for (const move of moves[of])
      expect(await town.onOfferPage(links[of], "move", { move })).toContain("سُجّلت الخطوة.");
}

/** Nothing by which a customer is known. */
const personal =
  /فهد|العمري|العتيبي|الحربي|الملقا|ساري|1000000008|5{7}|555 5555|5111|1234567|123 4567|7654321|765 4321/;

describe("partners in a chat, with a system and with a mailbox", () => {
  it("carry out what customers of every door ordered, and each side reads exactly its own", {
    timeout: 60_000,
  }, async () => {
    const town = await openTown();
    const chat = await town.joinsChat();
    const orders = await ordersIn(town);
    const links = await partnersAnswer(town, chat, orders);
    await partnersConfirm(town, chat, orders, links);
    await partnersWork(town, chat, orders, links);

    const { sender, guest, patient, applicant, room, parcel, visit, paper } = orders;
    const ends = await Promise.all([parcel, room, visit, paper].map(town.orderOf));
    expect(ends.map(({ state, partner }) => [state.status, partner?.id])).toEqual([
      ["done", "p_chat"],
      ["done", "p_mail"],
      ["done", "p_system"],
      ["done", "p_mail"],
    ]);
    expect({
      chat: chat.reads().slice(1),
      sender: sender.reads().slice(6),
      guest: guest.reads().slice(2),
      patient: (await patient.reads()).slice(5),
      applicant: (await applicant.reads()).slice(5),
    }).toEqual({
      chat: chatReads(parcel),
      sender: senderReads(parcel),
      guest: guestReads(room),
      patient: patientReads(visit),
      applicant: applicantReads(paper),
    });
    systemHeardItsOwn(town, orders);
    mailboxReadItsOwn(town, orders);
    const proof = (await town.office.store.orders.history(parcel)).filter(({ what }) => what === "proof");
    expect(proof).toHaveLength(1);
  });
});

const priceAsked = (ref: OrderRef, about: string, more = "") => [
  `عرض السعر لطلبك ${ref} (${about}):\nرسوم المكتب: 40.00 ر.س\nضريبة القيمة المضافة 15%: 6.00 ر.س\nالإجمالي: 46.00 ر.س\nهل نعتمد هذا السعر ونبدأ؟${more}`,
  `شكرًا، اعتُمد السعر لطلبك ${ref}، ونجهّز لتنفيذه.`,
];

const parcelLines = (contents: string) => [
  "• مدينة الاستلام: الرياض",
  "• مدينة التسليم: جدة",
  `• المحتوى: ${contents}`,
  "• الوزن بالكيلو: 3",
  "• عنوان الاستلام: حي الملقا شارع 5",
  "• تاريخ الاستلام: الاثنين 23 نوفمبر 2026",
  "• عنوان التسليم: حي الروضة، شارع ساري 5، جدة",
  "• اسم المستلم: فهد",
  "• جوال المستلم: +966 55 555 5555",
  "• جوال صاحب الطلب: +966 51 111 1111",
  "الأجرة: تُحدَّد بالاتفاق مع المكتب قبل البدء.",
];

const chatReads = (parcel: OrderRef) => [
  [
    "عرض 11: حجز فندق",
    "• المدينة: مكة المكرمة",
    "• تاريخ الوصول: الاثنين 23 نوفمبر 2026",
    "• عدد الليالي: 2",
    "• تاريخ المغادرة: الأربعاء 25 نوفمبر 2026",
    "• عدد الضيوف: 2",
    "كم السعر شاملًا الضريبة؟ (مثل «45 ريال»؛ يختار العميل من الأسعار)",
    "يسري العرض حتى 1:00 ظهرًا.",
  ].join("\n"),
  [
    "عرض 12: توصيل شحنة",
    "• مدينة الاستلام: الرياض",
    "• مدينة التسليم: جدة",
    "• المحتوى: كتب",
    "• الوزن بالكيلو: 3",
    "• تاريخ الاستلام: الاثنين 23 نوفمبر 2026",
    "الأجرة: تُحدَّد بالاتفاق مع المكتب قبل البدء.",
    "يسري العرض حتى 12:10 ظهرًا.",
  ].join("\n"),
  [
    "عرض 13: حجز موعد طبي",
    "• التخصص: الأسنان",
    "• المدينة: الرياض",
    "• التاريخ: الاثنين 23 نوفمبر 2026",
    "• الوقت: 4:00 عصرًا",
    "الأجرة: تُحدَّد بالاتفاق مع المكتب قبل البدء.",
    "يسري العرض حتى 12:30 ظهرًا.",
  ].join("\n"),
  "سجّلنا الاعتذار عن العرض 13. شكرًا لكم. إن كان سهوًا فكلمة «تراجع» تعيد العرض ما لم يأخذه غيركم.",
  [`أصبح الطلب 12 (${parcel}) لديكم.`, ...parcelLines("كتب"), "ما الخطوة التالية؟"].join("\n"),
  "وصلنا سعركم للعرض 11: 450.00 ر.س. نخبركم باختيار العميل.",
  "لم يختر العميل السعر في العرض 11. شكرًا لكم.",
  [
    `تغيّر الطلب 12 (${parcel}). بياناته الآن:`,
    ...parcelLines("كتب ودفاتر"),
    "هل وصلكم ذلك؟ (تكفي كلمة «وصلني»)",
  ].join("\n"),
  "شكرًا لكم، سجّلنا علمكم بالتغيير في الطلب 12.",
  [
    `الطلب 12 (${parcel}): توصيل شحنة`,
    ...parcelLines("كتب ودفاتر"),
    "الحالة الآن: لديكم، ولم يبدأ التنفيذ بعد.",
  ].join("\n"),
  "سجّلنا للطلب 12: استُلمت من المرسل.",
  "أوصلنا الرسالة إلى العميل بخصوص الطلب 12.",
  `رسالة من العميل بخصوص الطلب 12 (${parcel}):\nالشقة 12`,
  "حُفظت الصورة إثباتًا للطلب 12.",
  "سجّلنا للطلب 12: سُلّمت.",
  `سجّلنا أن الطلب 12 (${parcel}) تم. شكرًا لكم. إن وُجدت صورة تثبت ذلك فمكانها هنا.`,
];

const senderReads = (ref: OrderRef) => [
  ...priceAsked(ref, "كتب، من الرياض إلى جدة", "\n1. نعم، اعتماد السعر\n2. لا، إلغاء الطلب"),
  `طلبك ${ref} (كتب، من الرياض إلى جدة) عند سريع للتنفيذ، ويصلك كل جديد هنا.`,
  `عدّل موظف طلبك ${ref}: المحتوى: كتب ودفاتر. إن كان ذلك غير صحيح، يكفي الرد هنا.`,
  `أكّدت الجهة المنفّذة (سريع) التعديل في طلبك ${ref} (كتب ودفاتر، من الرياض إلى جدة).`,
  `طلبك ${ref}: استلم المندوب الشحنة (12:06 ظهرًا)، وهي في طريقها إلى المستلم.`,
  `رسالة من سريع بخصوص طلبك ${ref}:\nأنا في الطريق\n(للرد: كلمة «للجهة:» ثم الرد)`,
  "أوصلنا رسالتك إلى سريع.",
  `طلبك ${ref}: سُلّمت الشحنة (12:06 ظهرًا).`,
  `اكتمل طلبك ${ref} ✅ (كتب ودفاتر، من الرياض إلى جدة)\nشكرًا لثقتك بنا.`,
];

const guestReads = (ref: OrderRef) => [
  [
    `وصلت أسعار طلبك ${ref} (مكة المكرمة، الوصول الاثنين 23 نوفمبر، ليلتان):`,
    "• النخبة: 380.00 ر.س (سعر الجهة شامل الضريبة: 380.00 ر.س، دون رسوم للمكتب)، يسري حتى الاثنين 23 نوفمبر، 12:00 ظهرًا",
    "• مسار: 400.00 ر.س (سعر الجهة شامل الضريبة: 400.00 ر.س، دون رسوم للمكتب)، يسري حتى الاثنين 23 نوفمبر، 12:00 ظهرًا",
    "• سريع: 450.00 ر.س (سعر الجهة شامل الضريبة: 450.00 ر.س، دون رسوم للمكتب)، يسري حتى الاثنين 23 نوفمبر، 12:00 ظهرًا",
    "أي سعر نعتمد؟",
  ].join("\n"),
  `اعتمدنا السعر 380.00 ر.س، وطلبك ${ref} الآن لدى النخبة للتنفيذ. يصلك كل جديد هنا.`,
  `عدّل موظف طلبك ${ref}: عدد الليالي: 3، المغادرة: الخميس 26 نوفمبر. إن كان ذلك غير صحيح، يكفي الرد هنا.`,
  `أكّدت الجهة المنفّذة (النخبة) التعديل في طلبك ${ref} (مكة المكرمة، الوصول الاثنين 23 نوفمبر، 3 ليالٍ).`,
  `طلبك ${ref}: أكد الفندق الحجز (مكة المكرمة، الوصول الاثنين 23 نوفمبر، 3 ليالٍ).`,
  `اكتمل طلبك ${ref} ✅ (مكة المكرمة، الوصول الاثنين 23 نوفمبر، 3 ليالٍ)\nشكرًا لثقتك بنا.`,
];

const patientReads = (ref: OrderRef) => [
  ...priceAsked(ref, "الأسنان، الرياض، الاثنين 23 نوفمبر"),
  `طلبك ${ref} (الأسنان، الرياض، الاثنين 23 نوفمبر) عند مسار للتنفيذ، ويصلك كل جديد هنا.`,
  `عدّل موظف طلبك ${ref}: الوقت: 5:00 عصرًا. إن كان ذلك غير صحيح، يكفي الرد هنا.`,
  `أكّدت الجهة المنفّذة (مسار) التعديل في طلبك ${ref} (الأسنان، الرياض، الاثنين 23 نوفمبر).`,
  `طلبك ${ref}: أكدت العيادة موعد الاثنين 23 نوفمبر، 5:00 عصرًا.`,
  `اكتمل طلبك ${ref} ✅ (الأسنان، الرياض، الاثنين 23 نوفمبر)\nشكرًا لثقتك بنا.`,
];

const applicantReads = (ref: OrderRef) => [
  ...priceAsked(ref, "تجديد جواز سفر، باسم ماجد الحربي"),
  `طلبك ${ref} (تجديد جواز سفر، باسم ماجد الحربي) عند النخبة للتنفيذ، ويصلك كل جديد هنا.`,
  `طلبك ${ref}: قدّمنا المعاملة للجهة المختصة (12:06 ظهرًا)، ونخبرك فور ورود ردها.`,
  `طلبك ${ref}: المعاملة قيد المراجعة لدى الجهة المختصة، والقرار لها. ونخبرك بأي جديد.`,
  `طلبك ${ref}: أنجزت الجهة المعاملة (تجديد جواز سفر، باسم ماجد الحربي)، ويرسل لك الموظف الوثيقة وإيصال الرسوم.`,
  `اكتمل طلبك ${ref} ✅ (تجديد جواز سفر، باسم ماجد الحربي)\nشكرًا لثقتك بنا.`,
];

/** Offers of others say nothing of their customers; the one order that it has says whom it is for. */
function systemHeardItsOwn({ system }: Town, { room, parcel, visit }: Orders): void {
  const told = system.told.map(({ notice }) => notice);
  const typesOf = (ref: OrderRef) => told.filter(({ order }) => order.ref === ref).map(({ type }) => type);
  expect([room, parcel, visit].map(typesOf)).toEqual([
    ["offer.made", "offer.withdrawn"],
    ["offer.made", "offer.withdrawn"],
    ["offer.made", "order.assigned", "order.amended"],
  ]);
  expect(told).toHaveLength(7);
  expect(told.filter((notice) => personal.test(JSON.stringify(notice)))).toEqual(told.slice(-2));
  expect(told.at(-1)?.order.fields).toMatchObject({ name: "سارة العتيبي", phone: "+966501234567" });
  expect(JSON.stringify(told)).not.toMatch(/p_chat|p_mail|سريع|النخبة/);
}

/** Mail lies about for years: it names no customer even of the orders that are the mailbox's own. */
function mailboxReadItsOwn({ server }: Town, { room, parcel, paper }: Orders): void {
  const subjects = server.mails.map(({ header }) => plain(readWords(header("subject") ?? "")));
  const heads = server.mails.map(({ text }) => plain(text).split("\n")[0]);
  const about = (ref: OrderRef) => heads.filter((head) => head?.includes(ref));
  expect([room, parcel, paper].map(about)).toEqual([
    [`عرض لتنفيذ الطلب ${room}`, `الطلب ${room} لديكم`, `تغيّرت بيانات الطلب ${room}`],
    [`عرض لتنفيذ الطلب ${parcel}`, `الطلب ${parcel}`],
    [`عرض لتنفيذ الطلب ${paper}`, `الطلب ${paper} لديكم`],
  ]);
  expect(heads).toHaveLength(7);
  expect(server.mails.filter(({ text }) => text.includes("سبقت جهة أخرى إلى هذا الطلب"))).toHaveLength(1);
  const all = [...subjects, ...server.mails.flatMap(({ text, html }) => [text, html])].join("\n");
  expect(all).not.toMatch(personal);
  expect(all).not.toMatch(/سريع|مسار/);
}
