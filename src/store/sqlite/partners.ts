/**
 * The directory of partners on SQLite. What choosing asks for again and again is kept in memory, parsed: one process holds the data
 * folder, and every change goes through here.
 */
import { setImmediate as rest } from "node:timers/promises";
import type Database from "better-sqlite3";
import type { PartnerId } from "../../domain/ids.ts";
import type { Partner } from "../../domain/partner.ts";
import { parsePartner } from "../../domain/partner-schema.ts";
import type { PartnerStore, PartnersSaved } from "../partners.ts";
import { guarded } from "./failure.ts";
import { createPartnerList } from "./partner-list.ts";
import { preparePartnerWriting } from "./write-partner.ts";

type Row = { readonly id: string; readonly version: number };

/** @returns the directory, and how it learns that a chat's turn has changed a partner */
export function sqlitePartners(db: Database.Database): {
  readonly partners: PartnerStore;
  readonly changed: () => void;
} {
  const { write, versionOf, foldAnew } = preparePartnerWriting(db);
  guarded(foldAnew);
  const bodies = <P extends unknown[]>(source: string) => db.prepare<P, string>(source).pluck();
  const one = bodies<[string]>("SELECT body FROM partners WHERE id = ?");
  const many = bodies<[string]>(
    "SELECT body FROM partners WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
  );
  const byCode = bodies<[string]>("SELECT body FROM partners WHERE link_code = ?");
  const byChat = bodies<[string]>("SELECT body FROM partners WHERE chat = ?");
  const ofService = db.prepare<[string], Row>(
    `SELECT p.id, p.version FROM partner_services s JOIN partners p ON p.id = s.partner
     WHERE s.service = ? AND p.status = 'active' ORDER BY p.id`,
  );
  const secret = db.prepare<[string], string | null>("SELECT secret FROM partners WHERE id = ?").pluck();
  const writeSecret = db.prepare<[string, string]>("UPDATE partners SET secret = ? WHERE id = ?");
  // As the index says it.
  const departments = bodies<[]>(
    "SELECT body FROM partners WHERE json_extract(body, '$.kind') = 'office' ORDER BY id",
  );
  const list = createPartnerList(db);
  const offered = createOffered(ofService, (id) => parsed(one.get(id)));

  const saveAll = db.transaction((partners: readonly Partner[]): PartnersSaved => {
    const stale = partners.filter(({ id, version }) => (versionOf(id) ?? 0) !== version);
    if (stale.length > 0) return { type: "stale", ids: stale.map(({ id }) => id) };
    const saved = partners.map((partner) => ({ ...partner, version: partner.version + 1 }));
    for (const partner of saved) write(partner);
    return { type: "saved", partners: saved };
  });

  const partners: PartnerStore = {
    get: async (id) => guarded(() => parsed(one.get(id))),
    getMany: async (ids) =>
      guarded(() => new Map(many.all(JSON.stringify(ids)).map((body) => keyed(read(body))))),
    list: async (filter, page) => guarded(() => list(filter, page)),
    offering: (service) => offered.of(service),
    departments: async () => guarded(() => departments.all().map(read)),
    save: async (partners) =>
      guarded(() => {
        const saved = saveAll.immediate(partners);
        if (saved.type === "saved") offered.changed();
        return saved;
      }),
    withLinkCode: async (code, now) =>
      guarded(() =>
        byCode
          .all(code)
          .map(read)
          .find(({ contacts: { linkCode } }) => linkCode !== undefined && linkCode.until >= now),
      ),
    withChat: async (conversation) => guarded(() => parsed(byChat.get(conversation))),
    secretOf: async (id) => guarded(() => secret.get(id) ?? undefined),
    setSecret: async (id, value) => guarded(() => void writeSecret.run(value, id)),
  };
  return { partners, changed: offered.changed };
}

/**
 * The lists of `offering`, each made once until something changes; a partner is parsed again only when its version is another, and
 * chats are answered between some and the next: ten thousand take half a second.
 */
function createOffered(
  ofService: Database.Statement<[string], Row>,
  readOne: (id: string) => Partner | undefined,
) {
  const lists = new Map<string, readonly Partner[]>();
  const known = new Map<string, Partner>();
  let changes = 0;
  const current = ({ id, version }: Row): Partner[] => {
    const kept = known.get(id);
    const partner = kept?.version === version ? kept : readOne(id);
    if (!partner) return [];
    known.set(id, partner);
    return [partner];
  };
  return {
    async of(service: string): Promise<readonly Partner[]> {
      for (;;) {
        const made = lists.get(service);
        if (made) return made;
        const before = changes;
        const rows = guarded(() => ofService.all(service));
        const list: Partner[] = [];
        for (let at = 0; at < rows.length; at += oneGo) {
          if (at > 0) await rest();
          list.push(...guarded(() => rows.slice(at, at + oneGo).flatMap(current)));
        }
        // What was changed between is read anew.
        if (changes === before) lists.set(service, list);
      }
    },
    changed() {
      changes += 1;
      lists.clear();
    },
  };
}

/** Partners that are parsed in one go. */
const oneGo = 200;

const read = (body: string): Partner => parsePartner(JSON.parse(body));
const parsed = (body: string | undefined): Partner | undefined =>
  body === undefined ? undefined : read(body);
const keyed = (partner: Partner): [PartnerId, Partner] => [partner.id, partner];
