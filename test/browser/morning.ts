/** A morning at the office, for looking at pages that are not empty: orders in several states, and a chat that waits for a person. */
import { apiKey, type Setting } from "./setting.ts";
import type { Who } from "./staff.ts";

export type Morning = { readonly claimed: string; readonly waiting: string };

/** What callers send, and who they are. */
const parcels = [
  { contents: "ثوب زفاف", name: "هند القحطاني", language: "ar", weight: 2 },
  { contents: "كتب دراسية", name: "Omar Haddad", language: "en", weight: 11 },
  { contents: "قطع غيار سيارة", name: "فهد الدوسري", language: "ar", weight: 8 },
  { contents: "أوراق شركة", name: "ريم السالم", language: "ar", weight: 1 },
] as const;

/** Fills the office through its own doors: the customers' chat API, the integrators' API, and the acts of staff. */
export async function fillMorning(setting: Setting): Promise<Morning> {
  const noura = await agentNamed(setting, "noura");
  const salem = await agentNamed(setting, "salem");
  const done = await entered(setting, 0);
  await act(setting, noura, done, { type: "claim" });
  for (const move of [
    { to: "in_progress", stage: "picked_up" },
    { to: "in_progress", stage: "delivered" },
    { to: "done" },
  ])
    await act(setting, noura, done, { type: "move", move });
  await setting.pass(3);
  await entered(setting, 2);
  await setting.pass(41);
  await hotel(
    setting,
    "السلام عليكم، أبي شقة في مكة يوم الثلاثاء ثلاث ليالي لأربعة أشخاص، غرفتين",
    "سارة الزهراني",
  );
  const taken = await entered(setting, 1);
  await setting.pass(15);
  await entered(setting, 3);
  await act(setting, salem, taken, { type: "claim" });

  await setting.pass(4);
  const claimed = await hotel(
    setting,
    "السلام عليكم، أبي فندق في جدة يوم الخميس ليلتين لشخصين، غرفة وحدة",
    "محمد العتيبي",
  );
  await act(setting, noura, claimed, { type: "claim" });
  await act(setting, noura, claimed, { type: "note", text: "فندق قريب من الكورنيش إن أمكن." });
  await act(setting, noura, claimed, { type: "move", move: { to: "in_progress", stage: "requested" } });
  await setting.pass(3);
  const waiting = await chat(setting, "ar", ["أبي أكلم موظف عن شحنة وصلت مكسورة"]);
  await setting.pass(2);
  return { claimed, waiting };
}

type Named = { readonly id: string; readonly name: string; readonly role: string };

async function agentNamed(setting: Setting, who: Who): Promise<Named> {
  const found = (await setting.office.store.people.listAgents()).find(({ email }) => email.startsWith(who));
  if (!found) throw new Error(`no agent ${who}`);
  return { id: found.id, name: found.name, role: found.role };
}

async function act(setting: Setting, agent: Named, ref: string, what: object): Promise<void> {
  const acted = await setting.office.engine.act(agent as never, what as never, { ref: ref as never });
  if (acted.type !== "done") throw new Error(`${ref}: ${JSON.stringify(what)} gave ${JSON.stringify(acted)}`);
}

async function entered(setting: Setting, at: number): Promise<string> {
  const parcel = parcels[at];
  const phone = `050123456${at}`;
  const answer = await send(setting, "/orders", {
    service: "parcel_delivery",
    fields: {
      contents: parcel?.contents,
      weight_kg: parcel?.weight,
      from_city: "Riyadh",
      pickup: "الرياض، حي الملقا، شارع أنس بن مالك",
      to_city: "Jeddah",
      dropoff: "جدة، حي الروضة، شارع الأمير سلطان",
      recipient_phone: "0551234567",
      pickup_date: "2026-11-23",
      phone,
    },
    customer: { name: parcel?.name, phone, language: parcel?.language },
  });
  return String(answer.ref);
}

async function hotel(setting: Setting, request: string, name: string): Promise<string> {
  const conversation = await chat(setting, "ar", [request, name, "0501234567", "اعتماد"]);
  const { orders } = await setting.office.store.orders
    .list({ conversation: conversation as never }, { limit: 1 })
    .then((page) => (page.type === "page" ? page : { orders: [] }));
  if (!orders[0]) throw new Error(`no order came of: ${request}`);
  return orders[0].ref;
}

/** A chat of its own; gives the conversation's id. */
async function chat(setting: Setting, language: "ar" | "en", says: readonly string[]): Promise<string> {
  const { session, conversation } = await send(setting, "/chat/sessions", { language });
  for (const [at, text] of says.entries()) {
    await send(setting, `/chat/sessions/${session}/messages`, { id: `m${at}`, text });
    await setting.office.idle();
  }
  return String(conversation);
}

async function send(setting: Setting, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${setting.base}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}
