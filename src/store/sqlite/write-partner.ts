/** Writes one partner: its row with the columns that are looked for, and its services. */
import type Database from "better-sqlite3";
import type { Partner } from "../../domain/partner.ts";
import { parsePartner } from "../../domain/partner-schema.ts";
import { fold } from "../../language/letters/normalise.ts";
import { searchedPartner } from "../searched-text.ts";

export type PartnerWriting = {
  /** Inside a transaction of the caller's. */
  write(partner: Partner): void;
  versionOf(id: string): number | undefined;
};

type Preparing = PartnerWriting & {
  /** Gives rows that a migration made their folded names: SQL can't fold. */
  foldAnew(): void;
};

export function preparePartnerWriting(db: Database.Database): Preparing {
  const version = db.prepare<[string], number>("SELECT version FROM partners WHERE id = ?").pluck();
  const put = db.prepare(
    `INSERT INTO partners (id, version, status, name_ar, name_en, searched, link_code, chat, body)
     VALUES (@id, @version, @status, @nameAr, @nameEn, @searched, @linkCode, @chat, @body)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, name_ar = excluded.name_ar,
       name_en = excluded.name_en, searched = excluded.searched, link_code = excluded.link_code, chat = excluded.chat,
       body = excluded.body`,
  );
  const dropServices = db.prepare<[string]>("DELETE FROM partner_services WHERE partner = ?");
  const putService = db.prepare<[string, string]>(
    "INSERT OR IGNORE INTO partner_services (service, partner) VALUES (?, ?)",
  );
  const unfolded = db
    .prepare<[], string>("SELECT body FROM partners WHERE name_ar = '' AND searched = ''")
    .pluck();

  const write = (partner: Partner) => {
    put.run(rowOf(partner));
    dropServices.run(partner.id);
    for (const service of partner.services) putService.run(service, partner.id);
  };
  return {
    write,
    versionOf: (id) => version.get(id),
    foldAnew: db.transaction(() => {
      for (const body of unfolded.all()) write(parsePartner(JSON.parse(body)));
    }),
  };
}

function rowOf(partner: Partner) {
  const { id, version, state, name, contacts } = partner;
  return {
    id,
    version,
    status: state.status,
    nameAr: fold(name.ar),
    nameEn: fold(name.en),
    searched: searchedPartner(partner),
    linkCode: contacts.linkCode?.code ?? null,
    chat: contacts.chat?.conversation ?? null,
    body: JSON.stringify(partner),
  };
}
