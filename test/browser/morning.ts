/** A morning at the office, for looking at pages that are not empty: orders in several states, and a chat that waits for a person. */
import { apiKey, type Setting } from "./setting.ts";

export type Morning = { readonly claimed: string; readonly waiting: string };

const parcel = ["ثوب زفاف", "كتب دراسية", "قطع غيار سيارة"];

/** Fills the office through its own doors: the customers' chat API, the integrators' API, and the acts of staff. */
export async function fillMorning(setting: Setting): Promise<Morning> {
  const [noura, salem] = await setting.office.store.people.listAgents().then((agents) => agents.map(named));
  const refs: string[] = [];
  for (const [at, contents] of parcel.entries()) {
    await setting.pass(7);
    refs.push(await entered(setting, contents, at));
  }
  const done = refs[0] ?? "";
  await act(setting, noura, done, { type: "claim" });
  for (const move of [
    { to: "in_progress", stage: "picked_up" },
    { to: "in_progress", stage: "delivered" },
    { to: "done" },
  ])
    await act(setting, noura, done, { type: "move", move });
  await act(setting, salem, refs[1] ?? "", { type: "claim" });

  await setting.pass(4);
  const claimed = await hotel(setting);
  await act(setting, noura, claimed, { type: "claim" });
  await act(setting, noura, claimed, { type: "note", text: "فندق قريب من الكورنيش إن أمكن." });
  await act(setting, noura, claimed, { type: "move", move: { to: "in_progress", stage: "requested" } });
  await setting.pass(3);
  const waiting = await chat(setting, "ar", ["وصلت الشحنة مكسورة وأبي أكلم موظف"]);
  await setting.pass(2);
  return { claimed, waiting };
}

type Named = { readonly id: string; readonly name: string; readonly role: string };

function named({ id, name, role }: Named): Named {
  return { id, name, role };
}

async function act(setting: Setting, agent: Named | undefined, ref: string, what: object): Promise<void> {
  const acted = await setting.office.engine.act(agent as never, what as never, { ref: ref as never });
  if (acted.type !== "done") throw new Error(`${ref}: ${JSON.stringify(what)} gave ${JSON.stringify(acted)}`);
}

async function entered(setting: Setting, contents: string, at: number): Promise<string> {
  const answer = await send(setting, "/orders", {
    service: "parcel_delivery",
    fields: {
      contents,
      weight_kg: 2 + at * 3,
      from_city: "Riyadh",
      pickup: "الرياض، حي الملقا، شارع أنس بن مالك",
      to_city: "Jeddah",
      dropoff: "جدة، حي الروضة، شارع الأمير سلطان",
      recipient_phone: "0551234567",
      pickup_date: "2026-11-23",
      phone: `050123456${at}`,
    },
    customer: {
      name: ["هند القحطاني", "Omar Haddad", "فهد الدوسري"][at] ?? "",
      phone: `050123456${at}`,
      language: at === 1 ? "en" : "ar",
    },
  });
  return String(answer.ref);
}

async function hotel(setting: Setting): Promise<string> {
  const conversation = await chat(setting, "ar", [
    "السلام عليكم، أبي فندق في جدة يوم الخميس ليلتين لشخصين، غرفة وحدة",
    "محمد العتيبي",
    "0501234567",
    "اعتماد",
  ]);
  const { orders } = await setting.office.store.orders
    .list({ conversation: conversation as never }, { limit: 1 })
    .then((page) => (page.type === "page" ? page : { orders: [] }));
  return orders[0]?.ref ?? "";
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
