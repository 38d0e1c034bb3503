/**
 * A conversation as JSON. `step` shares what it does not change, so the parts that a chat carries along (its orders, the answers
 * given so far) are written once and then only copied.
 */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Conversation, Draft } from "../../domain/conversation.ts";

/** JSON of values that never change, for as long as somebody holds them. */
const written = new WeakMap<object, string>();

function once<T extends object>(value: T, write: (value: T) => string): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const json = write(value);
  written.set(value, json);
  return json;
}

/** The same as `JSON.stringify` gives, but for the order of the keys. */
export function toState(conversation: Conversation): string {
  const { orders, drafts, known } = conversation;
  const rest = JSON.stringify({ ...conversation, orders: undefined, drafts: undefined, known: undefined });
  return `${rest.slice(0, -1)},"drafts":[${drafts.map(draftJson).join()}],"known":${fieldsJson(known)},"orders":${once(orders, ordersJson)}}`;
}

function ordersJson(orders: Conversation["orders"]): string {
  return `[${orders.map((order) => once(order, JSON.stringify)).join()}]`;
}

/** Of a draft, most turns add one answer. */
function draftJson(draft: Draft): string {
  const rest = JSON.stringify({ ...draft, fields: undefined });
  return `${rest.slice(0, -1)},"fields":${fieldsJson(draft.fields)}}`;
}

function fieldsJson(fields: Fields): string {
  let json = "";
  for (const name in fields) {
    const field = fields[name];
    if (field) json += `${json === "" ? "" : ","}${JSON.stringify(name)}:${once(field, fieldJson)}`;
  }
  return `{${json}}`;
}

function fieldJson(field: Field): string {
  return JSON.stringify(field);
}
