/** Partners that were paused because they let offers go by, until staff have put that away, or it has ended. Kept with the data. */
import type { PartnerId } from "../domain/ids.ts";
import type { Partner } from "../domain/partner.ts";
import type { DirectoryStore } from "../store/directory.ts";
import type { PartnerStore } from "../store/partners.ts";

export type SilentBook = {
  /** It was paused just now. */
  note(partner: Pick<Partner, "id">): Promise<void>;
  /** Those that are still paused and not put away, the newest first. */
  open(): Promise<readonly Partner[]>;
  /** @param seen those that staff were shown */
  putAway(seen: readonly string[]): Promise<void>;
};

const bookMark = "silent_partners";
/** More than these wait for nobody's look: their own pages tell. */
const mostNoted = 200;

export async function openSilentBook(deps: {
  readonly partners: Pick<PartnerStore, "getMany">;
  readonly marks: Pick<DirectoryStore, "getMark" | "setMark">;
}): Promise<SilentBook> {
  const { partners, marks } = deps;
  let noted = JSON.parse((await marks.getMark(bookMark)) ?? "[]") as readonly PartnerId[];
  const keep = async (next: readonly PartnerId[]) => {
    const isNew = next.length !== noted.length || next.some((id, index) => id !== noted[index]);
    noted = next;
    if (isNew) await marks.setMark(bookMark, JSON.stringify(next));
  };
  return {
    note: ({ id }) => keep([id, ...noted.filter((one) => one !== id)].slice(0, mostNoted)),
    async open() {
      if (noted.length === 0) return [];
      const found = await partners.getMany(noted);
      return noted.flatMap((id) => {
        const partner = found.get(id);
        return partner?.state.status === "paused_by_itself" ? [partner] : [];
      });
    },
    putAway: (seen) => keep(noted.filter((id) => !seen.includes(id))),
  };
}
