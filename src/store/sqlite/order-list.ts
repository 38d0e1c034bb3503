/**
 * Pages of orders, newest first. Every index of `orders` ends in the order's number, so a page is the newest few of each range that
 * a filter allows (a status, claimed or not), merged: it takes as long at a million orders as at a thousand.
 */
import type Database from "better-sqlite3";
import { type Order, type OrderKind, type StatusName, statusNames } from "../../domain/order.ts";
import type { Insider, OrderFilter, OrderPage, PageRequest } from "../orders.ts";

/** One condition that one index serves, with its values. */
export type Range = { readonly sql: string; readonly values: readonly (string | number)[] };

export function createOrderList(
  db: Database.Database,
): (filter: OrderFilter, page: PageRequest) => OrderPage {
  const prepared = new Map<string, Database.Statement<unknown[], string>>();
  /** The number of different shapes is small: one for each set of filters and number of statuses. */
  function prepare(source: string): Database.Statement<unknown[], string> {
    const known = prepared.get(source);
    if (known) return known;
    const statement = db.prepare<unknown[], string>(source).pluck();
    prepared.set(source, statement);
    return statement;
  }

  return (filter, { limit, after }) => {
    const below = after === undefined ? Number.MAX_SAFE_INTEGER : parseCursor(after);
    if (below === undefined) return { type: "bad_cursor" };
    const ranges = rangesOf(filter);
    // One more than asked for tells whether there is a next page.
    const values = [...ranges.flatMap(({ values }) => [...values, below, limit + 1]), limit + 1];
    const bodies = ranges.length === 0 ? [] : prepare(pageSql(ranges)).all(...values);
    const orders = bodies.slice(0, limit).map((body) => JSON.parse(body) as Order);
    const last = orders.at(-1);
    const more = bodies.length > limit && last !== undefined;
    return { type: "page", orders, ...(more && { next: cursorAfter(last) }) };
  };
}

function pageSql(ranges: readonly Range[]): string {
  const newest = ranges.map(
    ({ sql }) =>
      `SELECT number FROM (SELECT number FROM orders WHERE ${sql} AND number < ? ORDER BY number DESC LIMIT ?)`,
  );
  return `SELECT body FROM orders WHERE number IN (SELECT number FROM (${newest.join(" UNION ALL ")}) ORDER BY number DESC LIMIT ?)
          ORDER BY number DESC`;
}

/** The filter as ranges that don't overlap. */
function rangesOf({ withoutKinds = [], kind, insider, ...filter }: OrderFilter): readonly Range[] {
  const without = [
    ...withoutKinds.map((one) => ({ sql: "kind IS NOT ?", values: [one] })),
    ...(insider ? [readBy(insider)] : []),
  ];
  const ranges = rangesOfAny(filter).map((range) => allOf([range, ...without]));
  // Most orders are services: the newest few of a range are looked at until a page is full.
  return kind === undefined ? ranges : ranges.map((range) => allOf([range, ofKind(kind)]));
}

function rangesOfAny(filter: Omit<OrderFilter, "kind" | "withoutKinds" | "insider">): readonly Range[] {
  const { conversation, customer, statuses, service, claimedBy, ofDepartments } = filter;
  const among = statuses ? [...new Set(statuses)] : undefined;
  if (ofDepartments) {
    const [parts, statuses] = [departmentRanges(ofDepartments), among ?? statusNames];
    const isMany = parts.length * statuses.length * 2 > mostRanges;
    const states = isMany ? [someStatus(statuses)] : statuses.map(ofStatus);
    const held = heldValues(claimedBy).flatMap((one) => states.map((state) => [state, ofHeld(one)]));
    return parts.flatMap((range) => held.map((more) => allOf([range, ...more])));
  }
  // A chat's or a customer's orders are few: their index first, the rest is looked at.
  if (conversation !== undefined || customer !== undefined) {
    return [
      allOf([
        ofChat(conversation),
        ofCustomer(customer),
        someStatus(among),
        ofService(service),
        ofClaim(claimedBy),
      ]),
    ];
  }
  if (claimedBy !== undefined && claimedBy !== "nobody" && claimedBy !== "somebody") {
    return (among ?? statusNames).map((status) =>
      allOf([ofClaim(claimedBy), ofStatus(status), ofService(service)]),
    );
  }
  if (!among && service === undefined && claimedBy === undefined) return [{ sql: "true", values: [] }];
  return (among ?? statusNames).flatMap((status) =>
    heldValues(claimedBy).map((held) => allOf([ofService(service), ofStatus(status), ofHeld(held)])),
  );
}

/** SQLite joins at most 500 selects (SQLITE_MAX_COMPOUND_SELECT). Of departments with very many services whole ranges are sorted. */
const mostRanges = 400;

/** What these departments were handed, what they handed to others, and what nobody handed to any and is theirs by its service. */
function departmentRanges({
  departments,
  services,
}: NonNullable<OrderFilter["ofDepartments"]>): readonly Range[] {
  const theirs = [...new Set(departments)];
  const notTheirs = theirs.map(() => "?").join(", ");
  return [
    ...theirs.map((id) => ({ sql: "department = ?", values: [id] })),
    ...theirs.map((id) => ({
      sql: `handed_from = ? AND department NOT IN (${notTheirs})`,
      values: [id, ...theirs],
    })),
    ...[...new Set(services)].map((id) => ({ sql: "service = ? AND department IS NULL", values: [id] })),
  ];
}

/** What an insider may read (`mayRead`). Nearly all orders are no request between departments: the first part tells. */
export function readBy({ agent, chat, departments, services }: Insider): Range {
  const some = (values: readonly string[]) => values.map(() => "?").join(", ");
  return {
    sql: `(kind IS NOT 'internal' OR claimed_by IS ? OR chat = (SELECT chat FROM conversations WHERE id = ?)
           OR department IN (${some(departments)}) OR handed_from IN (${some(departments)})
           OR (department IS NULL AND service IN (${some(services)})))`,
    values: [agent, chat ?? "", ...departments, ...departments, ...services],
  };
}

function allOf(parts: readonly (Range | undefined)[]): Range {
  const present = parts.filter((part) => part !== undefined);
  return {
    sql: present.map(({ sql }) => sql).join(" AND "),
    values: present.flatMap(({ values }) => values),
  };
}

function ofChat(id: string | undefined): Range | undefined {
  return id === undefined
    ? undefined
    : { sql: "chat = (SELECT chat FROM conversations WHERE id = ?)", values: [id] };
}

function ofCustomer(id: string | undefined): Range | undefined {
  return id === undefined
    ? undefined
    : { sql: "chat IN (SELECT chat FROM conversations WHERE customer = ?)", values: [id] };
}

function ofService(service: string | undefined): Range | undefined {
  return service === undefined ? undefined : { sql: "service = ?", values: [service] };
}

function ofStatus(status: StatusName): Range {
  return { sql: "status = ?", values: [status] };
}

function someStatus(statuses: readonly StatusName[] | undefined): Range | undefined {
  return statuses && { sql: `status IN (${statuses.map(() => "?").join(", ")})`, values: statuses };
}

function ofKind(kind: OrderKind): Range {
  return kind === "service"
    ? { sql: "kind IS NULL", values: [] }
    : { sql: "kind = ? AND kind IS NOT NULL", values: [kind] };
}

function ofHeld(held: number): Range {
  return { sql: "held = ?", values: [held] };
}

function heldValues(claimedBy: OrderFilter["claimedBy"]): readonly number[] {
  if (claimedBy === undefined) return [0, 1];
  return claimedBy === "nobody" ? [0] : [1];
}

function ofClaim(claimedBy: OrderFilter["claimedBy"]): Range | undefined {
  if (claimedBy === undefined) return undefined;
  if (claimedBy === "nobody") return { sql: "claimed_by IS NULL", values: [] };
  if (claimedBy === "somebody") return { sql: "claimed_by IS NOT NULL", values: [] };
  return { sql: "claimed_by = ?", values: [claimedBy] };
}

/** Opaque to whoever holds it: the reference of the last order seen, wrapped. */
function cursorAfter(order: Order): string {
  return Buffer.from(order.ref).toString("base64url");
}

function parseCursor(cursor: string): number | undefined {
  const [, digits] = /^BR-(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
