/** One change of an order as statements, inside its turn's transaction. */
import { orderNumberOf } from "../../domain/ids.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import type { CommitStatements } from "./commit-statements.ts";

/** One order and the rows of its history. False where somebody was there first. */
export function writeOrder(sql: CommitStatements, change: OrderChange, ownChat: number): boolean {
  const { order, before, expect, history } = change;
  const number = orderNumberOf(order.ref);
  const { status } = order.state;
  const claimedBy = order.claim?.agent ?? null;
  const held = claimedBy === null ? 0 : 1;
  const until = order.claim?.until ?? null;
  const partner = order.partner?.id ?? null;
  const due = order.dueAt ?? null;
  const body = JSON.stringify(order);
  const { version, draft, service } = order;
  const { changes } =
    expect === 0
      ? sql.addOrder.run(number, ownChat, draft, service, status, held, claimedBy, until, due, version, body)
      : sql.moveOrder.run(status, held, claimedBy, until, partner, due, version, body, number, expect);
  if (changes === 0) return false;
  if (order.kind !== undefined) writeKind(sql, order, number, order.kind);
  const { department, handoff } = order;
  if (handoff && handoff.at !== before?.handoff?.at)
    sql.handOrder.run(department?.id ?? null, handoff.back ? null : (handoff.from?.id ?? null), number);
  for (const [i, row] of history.entries()) sql.addHistory.run(number, version, i, JSON.stringify(row));
  return true;
}

function writeKind(sql: CommitStatements, { about, complaint }: Order, number: number, kind: string): void {
  const { blames, at } = complaint?.outcome ?? {};
  const counts = blames ? (at ?? null) : null;
  sql.markKind.run(kind, about ? orderNumberOf(about) : null, blames?.id ?? null, counts, number);
}
