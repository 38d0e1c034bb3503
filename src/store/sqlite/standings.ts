/**
 * How partners have served, on SQLite: a row a day and partner, to which each commit adds what it shows. The sums of the time that counts are read once a day and
 * kept; after that each commit moves them, so that choosing asks the database nothing.
 */
import type Database from "better-sqlite3";
import type { OfferId, PartnerId } from "../../domain/ids.ts";
import type { Offer } from "../../domain/offer.ts";
import { madeAt, type OrderChange } from "../../domain/order.ts";
import { type Grown, grownCounts, type Standing, unseen, withSeen } from "../../domain/standing.ts";
import { dayOf, longAgo, type StandingStore } from "../standings.ts";
import { guarded } from "./failure.ts";
import type { Staging } from "./transaction.ts";

export type StandingWriting = Staging & {
  /** Inside the transaction of the change. */
  write(change: OrderChange): void;
  /** The change is part of the transaction, whatever becomes of that. */
  stage(change: OrderChange): void;
};

/** As `partner_days` calls them. */
const columnOf: Readonly<Record<keyof Grown, string>> = {
  offered: "offered",
  accepted: "accepted",
  declined: "declined",
  answeredLate: "answered_late",
  answered: "answered",
  answerMs: "answer_ms",
  finished: "finished",
  inTime: "in_time",
  givenBack: "given_back",
  ratings: "ratings",
  ratingSum: "rating_sum",
};
const columns = grownCounts.map((name) => columnOf[name]);

type Sums = Grown & { readonly partner: PartnerId };

export function sqliteStandings(db: Database.Database): {
  readonly standings: StandingStore;
  readonly writing: StandingWriting;
} {
  const sql = statements(db);
  let kept: { readonly from: number; readonly sums: Map<PartnerId, Standing> } | undefined;
  const staged: OrderChange[] = [];

  function read(from: number): Map<PartnerId, Standing> {
    const sums = new Map<PartnerId, Standing>();
    for (const { partner, earlier } of sql.before.all(from))
      if (earlier > 0) sums.set(partner, { ...unseen, earlier });
    for (const { partner, ...standing } of sql.since.all(from))
      sums.set(partner, { ...(sums.get(partner) ?? unseen), ...standing });
    kept = { from, sums };
    return sums;
  }

  function add(change: OrderChange): void {
    if (!kept || dayOf(madeAt(change)) < kept.from) return;
    for (const { partner, counts } of change.observed ?? [])
      kept.sums.set(partner, withSeen(kept.sums.get(partner) ?? unseen, counts));
  }

  return {
    standings: {
      since: async (day) => (kept?.from === day ? kept.sums : guarded(() => read(day))),
      openOffers: async (at) =>
        guarded(() => new Map(sql.openOffers.all(at).map(({ partner, offers }) => [partner, offers]))),
    },
    writing: {
      write(change) {
        const { order, before, observed = [] } = change;
        const day = dayOf(madeAt(change));
        for (const { partner, counts } of observed)
          sql.add.run(day, partner, ...grownCounts.map((name) => counts[name] ?? 0));
        if (before?.offers === order.offers) return;
        const [was, is] = [openIn(before), openIn(order)];
        for (const id of was.keys()) if (!is.has(id)) sql.closeOffer.run(id);
        for (const [id, { partner, until }] of is)
          if (was.get(id)?.until !== until) sql.openOffer.run(id, partner.id, until);
      },
      stage: (change) => void (change.observed && staged.push(change)),
      end(outcome) {
        if (outcome === "committed") staged.forEach(add);
        staged.length = 0;
      },
    },
  };
}

/** What was seen before a day becomes one row a partner: that it was seen stays known for good. */
export function foldSeen(db: Database.Database, before: number): void {
  const sums = columns.map((column) => `sum(${column})`).join(", ");
  const added = columns.map((column) => `${column} = ${column} + excluded.${column}`).join(", ");
  db.transaction(() => {
    db.prepare(
      `INSERT INTO partner_days (day, partner, ${columns.join(", ")})
       SELECT ${longAgo}, partner, ${sums} FROM partner_days WHERE day > ${longAgo} AND day < ? GROUP BY partner
       ON CONFLICT (day, partner) DO UPDATE SET ${added}`,
    ).run(before);
    db.prepare(`DELETE FROM partner_days WHERE day > ${longAgo} AND day < ?`).run(before);
  }).immediate();
}

function openIn(order: OrderChange["before"]): ReadonlyMap<OfferId, Offer> {
  const open = (order?.offers ?? []).filter(({ state }) => state.type === "open");
  return new Map(open.map((offer) => [offer.id, offer]));
}

function statements(db: Database.Database) {
  const sums = grownCounts.map((name) => `sum(${columnOf[name]}) AS ${name}`).join(", ");
  const added = columns.map((column) => `${column} = ${column} + excluded.${column}`).join(", ");
  return {
    since: db.prepare<[number], Sums>(
      `SELECT partner, ${sums} FROM partner_days WHERE day >= ? GROUP BY partner`,
    ),
    before: db.prepare<[number], { partner: PartnerId; earlier: number }>(
      `SELECT partner, max(sum(offered), sum(finished) + sum(given_back)) AS earlier FROM partner_days WHERE day < ? GROUP BY partner`,
    ),
    add: db.prepare<[number, string, ...number[]]>(
      `INSERT INTO partner_days (day, partner, ${columns.join(", ")}) VALUES (?, ?, ${columns.map(() => "?").join(", ")})
       ON CONFLICT (day, partner) DO UPDATE SET ${added}`,
    ),
    openOffers: db.prepare<[number], { partner: PartnerId; offers: number }>(
      "SELECT partner, count(*) AS offers FROM open_offers WHERE until > ? GROUP BY partner",
    ),
    openOffer: db.prepare<[string, string, number]>(
      "INSERT OR REPLACE INTO open_offers (id, partner, until) VALUES (?, ?, ?)",
    ),
    closeOffer: db.prepare<[string]>("DELETE FROM open_offers WHERE id = ?"),
  };
}
