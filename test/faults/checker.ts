/**
 * The invariants I1–I9 (docs/failures.md), checked on what the outside saw and on what the store gives back. Returns every violation as
 * a sentence that begins with the invariant's name.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import { nextStatuses } from "../../src/orders/status.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import type { Store } from "../../src/store/store.ts";
import { type Line, livesOf, readHistory } from "./history.ts";
import type { Customer } from "./story.ts";

/** Call when a last life of the office has played the whole story and ended in order. */
export async function checkInvariants(
  folder: string,
  story: readonly Customer[],
): Promise<readonly string[]> {
  const lines = readHistory(folder);
  const wrong = [...checkFile(join(folder, "data", "wasit.db")), ...checkRepeats(lines)];
  const store = await openSqliteStore({ dataDir: join(folder, "data"), clock: "real" });
  try {
    for (const customer of story) wrong.push(...(await checkCustomer(store, customer, lines)));
    const unfinished = await store.engine.unfinishedOutbox();
    for (const { address, seq, state } of unfinished)
      wrong.push(`I4 ${address} ${seq} is ${state} at the end`);
    for (const row of await store.engine.pendingInbox())
      wrong.push(`I1 ${row.address} ${row.id} is still pending`);
  } finally {
    await store.close();
  }
  return wrong;
}

async function checkCustomer(store: Store, customer: Customer, lines: readonly Line[]): Promise<string[]> {
  const conversation = await store.engine.findConversation("counting", customer.address);
  if (!conversation) return [`I1 ${customer.address} has no chat`];
  const page = await store.orders.list({ conversation: conversation.id }, { limit: 100 });
  const orders = page.type === "page" ? page.orders : [];
  const histories = await Promise.all(orders.map(({ ref }) => store.orders.history(ref)));
  const own = lines.filter((line) => "address" in line && line.address === customer.address);
  return [
    ...(await checkChat(store, conversation, customer.texts, own)),
    ...checkOrders(customer, orders),
    ...orders.flatMap((order, index) => checkHistory(order, histories[index] ?? [])),
  ];
}

/** I1, I4, I5: each acknowledged delivery is one line; each of our lines left, in order, again only after a kill. */
async function checkChat(
  store: Store,
  { id, address, lastSeq }: Conversation,
  texts: readonly string[],
  own: readonly Line[],
): Promise<string[]> {
  const wrong: string[] = [];
  const chat = await store.engine.lines(id, 0, 10_000);
  const said = chat.flatMap((line) => (line.from === "customer" ? [line.id] : []));
  const told = new Set(own.flatMap((line) => (line.type === "acked" ? [line.n] : [])));
  if (told.size !== texts.length)
    wrong.push(`I1 ${address}: ${told.size} of ${texts.length} were acknowledged`);
  const answers = chat.flatMap((line) => (line.content?.type === "text" ? [line.content.text] : []));
  if (answers.join("|") !== texts.join("|")) wrong.push(`I3 ${address} said ${answers.join(" | ")}`);
  for (const n of told) {
    const times = said.filter((one) => one === `m${n}`).length;
    if (times !== 1) wrong.push(`I1 ${address} m${n} was acknowledged and stands ${times} times in the chat`);
  }
  if (chat.some(({ seq }, index) => seq !== index + 1) || chat.length !== lastSeq) {
    wrong.push(`I1 ${address} has gaps: ${chat.map(({ seq }) => seq).join(" ")} of ${lastSeq}`);
  }
  const sent = own.flatMap((line) => (line.type === "sent" ? [line] : []));
  for (const line of chat.filter(({ from }) => from !== "customer")) {
    const copies = sent.filter(({ seq }) => seq === line.seq);
    if (copies.length === 0) wrong.push(`I4 ${address} ${line.seq} never left`);
    if (copies.some(({ text }) => text !== line.text))
      wrong.push(`I4 ${address} ${line.seq} left with other words`);
    if (line.delivery !== "handed_over")
      wrong.push(`I4 ${address} ${line.seq} is ${line.delivery} at the end`);
  }
  const firsts = sent.map(({ seq }) => seq).filter((seq, index, all) => all.indexOf(seq) === index);
  if (firsts.some((seq, index) => index > 0 && seq < (firsts[index - 1] ?? 0)))
    wrong.push(`I5 ${address}: ${firsts.join(" ")}`);
  return wrong;
}

/**
 * I4: within one life nothing leaves twice; what leaves again in a later life was counted by its start as a possible repeat, before
 * it left; after an end in order nothing is in doubt.
 */
export function checkRepeats(lines: readonly Line[]): string[] {
  const wrong: string[] = [];
  const sentBefore = new Set<string>();
  let endedInOrder = true;
  for (const [index, life] of livesOf(lines).entries()) {
    const sent = life.flatMap((line) => (line.type === "sent" ? [line.key] : []));
    if (new Set(sent).size !== sent.length) wrong.push(`I4 life ${index} handed a message over twice`);
    const counted = life.find((line) => line.type === "counted")?.repeats ?? 0;
    const repeats = sent.filter((key) => sentBefore.has(key)).length;
    if (repeats > counted) wrong.push(`I4 life ${index}: ${repeats} left again, ${counted} were counted`);
    if (endedInOrder && counted > 0) wrong.push(`I4 life ${index} counted ${counted} after an end in order`);
    for (const key of sent) sentBefore.add(key);
    endedInOrder = life.some(({ type }) => type === "closed");
  }
  return wrong;
}

/** How many messages left more than once over all lives. */
export function countRepeats(folder: string): number {
  const keys = readHistory(folder).flatMap((line) => (line.type === "sent" ? [line.key] : []));
  return keys.length - new Set(keys).size;
}

/** I2, I3, I7: one order for one form, with the answers that were given, in a state that nobody's act has changed. */
function checkOrders({ address, fields }: Customer, orders: readonly Order[]): string[] {
  const wrong = orders.length === 1 ? [] : [`I2 ${address} has ${orders.length} orders`];
  for (const order of orders) {
    for (const [name, value] of Object.entries(fields)) {
      const got = order.fields[name]?.value;
      if (got !== value)
        wrong.push(`I3 ${address}: ${name} is ${JSON.stringify(got)}, said ${JSON.stringify(value)}`);
    }
    if (order.state.status !== "placed")
      wrong.push(`I7 ${address}: ${order.state.status} without anybody's act`);
  }
  return wrong;
}

/** I7, I9: an order's history begins with its placing and leads to its state, by legal moves, without a gap. */
export function checkHistory({ ref, state }: Order, history: readonly HistoryRow[]): string[] {
  const wrong: string[] = [];
  if (history[0]?.what !== "placed") wrong.push(`I9 ${ref} begins with ${history[0]?.what}`);
  for (const [index, { from, to }] of history.entries()) {
    const before = history[index - 1]?.to;
    if (from !== before)
      wrong.push(`I9 ${ref}: row ${index} comes from ${from}, the row before led to ${before}`);
    if (from && from !== to && !nextStatuses[from].includes(to))
      wrong.push(`I7 ${ref}: ${from} to ${to} is no legal move`);
  }
  if (history.at(-1)?.to !== state.status)
    wrong.push(`I9 ${ref} is ${state.status}, its history says ${history.at(-1)?.to}`);
  return wrong;
}

/** I6: the file is whole and every reference in it leads somewhere. */
export function checkFile(file: string): string[] {
  const db = new Database(file, { readonly: true });
  try {
    const integrity = db.pragma("integrity_check", { simple: true });
    const orphans = db.pragma("foreign_key_check") as unknown[];
    return [
      ...(integrity === "ok" ? [] : [`I6 integrity_check: ${String(integrity)}`]),
      ...(orphans.length === 0 ? [] : [`I6 ${orphans.length} rows refer to nothing`]),
    ];
  } finally {
    db.close();
  }
}
