/**
 * Partners that were paused because they let offers go by: who was told of which pause, and which ones staff have put away. A pause is known by its moment, so that
 * a later one, of another reason, is not taken for it. Kept with the data.
 */
import type { PartnerId } from "../domain/ids.ts";
import type { Partner } from "../domain/partner.ts";
import type { DirectoryStore } from "../store/directory.ts";
import type { PartnerStore } from "../store/partners.ts";

export type SilentBook = {
  /** Its partner was told that it is paused. */
  note(partner: Pick<Partner, "id" | "state">, what: "told" | "untold"): Promise<void>;
  /** Those of whose pause nobody was told. What the book has of any other is forgotten. @param paused all whose pause lasts */
  untold(paused: readonly Partner[]): Promise<readonly Partner[]>;
  /** Those that are still paused for that reason and not put away, the newest first. */
  open(): Promise<readonly Partner[]>;
  /** @param seen those that staff were shown */
  putAway(seen: readonly string[]): Promise<void>;
};

/** `at`: the moment of the pause, epoch milliseconds. */
type Noted = {
  readonly id: PartnerId;
  readonly at: number;
  /** Its partner has not been told yet. */
  readonly untold?: true;
  readonly seen?: true;
};

const bookMark = "silent_partners";

export async function openSilentBook(deps: {
  readonly partners: Pick<PartnerStore, "getMany">;
  readonly marks: Pick<DirectoryStore, "getMark" | "setMark">;
}): Promise<SilentBook> {
  const { partners, marks } = deps;
  let noted = JSON.parse((await marks.getMark(bookMark)) ?? "[]") as readonly Noted[];
  const keep = async (next: readonly Noted[]) => {
    noted = next;
    await marks.setMark(bookMark, JSON.stringify(next));
  };
  return {
    async note(partner, what) {
      const { id, state } = partner;
      if (state.status === "active") return;
      const others = noted.filter((one) => one.id !== id);
      const seen = noted.some((one) => one.seen && one.id === id && one.at === state.at);
      const untold = what === "untold";
      await keep([{ id, at: state.at, ...(untold && { untold }), ...(seen && { seen }) }, ...others]);
    },
    async untold(paused) {
      const lasting = noted.filter((one) => paused.some((partner) => isThatPause(partner, one)));
      if (lasting.length < noted.length) await keep(lasting);
      return paused.filter((partner) => !lasting.some((one) => !one.untold && isThatPause(partner, one)));
    },
    async open() {
      const waiting = noted.filter(({ seen }) => !seen);
      if (waiting.length === 0) return [];
      const found = await partners.getMany(waiting.map(({ id }) => id));
      return waiting.flatMap((one) => {
        const partner = found.get(one.id);
        return partner && isThatPause(partner, one) ? [partner] : [];
      });
    },
    async putAway(seen) {
      if (!noted.some((one) => !one.seen && seen.includes(one.id))) return;
      await keep(noted.map((one) => (seen.includes(one.id) ? { ...one, seen: true } : one)));
    },
  };
}

const isThatPause = ({ id, state }: Pick<Partner, "id" | "state">, noted: Noted): boolean =>
  id === noted.id && state.status === "paused_by_itself" && state.at === noted.at;
