/**
 * Pages of partners by name. Filters are looked at inside the index of the names, which holds all that they ask for: only the rows of
 * the page itself are read.
 */
import type Database from "better-sqlite3";
import { parsePartner } from "../../domain/partner-schema.ts";
import { parsePartnerCursor, partnerCursor } from "../partner-cursor.ts";
import type { PartnerFilter, PartnerPage, PartnerPageRequest } from "../partners.ts";
import { wordsOf } from "../searched-text.ts";

type Row = { readonly name: string; readonly id: string; readonly body: string };

export function createPartnerList(
  db: Database.Database,
): (filter: PartnerFilter, page: PartnerPageRequest) => PartnerPage {
  const prepared = new Map<string, Database.Statement<unknown[], Row>>();
  /** One for each set of filters and number of words. */
  function prepare(source: string): Database.Statement<unknown[], Row> {
    const statement = prepared.get(source) ?? db.prepare<unknown[], Row>(source);
    prepared.set(source, statement);
    return statement;
  }

  return (filter, { sortedIn, limit, after }) => {
    const from = after === undefined ? (["", ""] as const) : parsePartnerCursor(after);
    if (!from) return { type: "bad_cursor" };
    const conditions = conditionsOf(filter);
    const name = sortedIn === "ar" ? "name_ar" : "name_en";
    const statement = prepare(
      `SELECT page.name, page.id, p.body FROM (
         SELECT q.${name} AS name, q.id FROM partners q
         WHERE ${[`(q.${name}, q.id) > (?, ?)`, ...conditions.map(({ sql }) => sql)].join(" AND ")}
         ORDER BY q.${name}, q.id LIMIT ?
       ) page JOIN partners p ON p.id = page.id ORDER BY page.name, page.id`,
    );
    // One more than asked for tells whether there is a next page.
    const rows = statement.all(...from, ...conditions.map(({ value }) => value), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      type: "page",
      partners: shown.map(({ body }) => parsePartner(JSON.parse(body))),
      ...(rows.length > limit && last && { next: partnerCursor([last.name, last.id]) }),
    };
  };
}

function conditionsOf({ query, service, status }: PartnerFilter): readonly { sql: string; value: string }[] {
  const words = query === undefined ? [] : wordsOf(query).slice(0, mostWords);
  return [
    ...(status === undefined ? [] : [{ sql: "q.status = ?", value: status }]),
    ...words.map((value) => ({ sql: "instr(q.searched, ?) > 0", value })),
    ...(service === undefined
      ? []
      : [
          {
            sql: "EXISTS (SELECT 1 FROM partner_services s WHERE s.service = ? AND s.partner = q.id)",
            value: service,
          },
        ]),
  ];
}

/** More words than anybody types narrow nothing further. */
const mostWords = 20;
