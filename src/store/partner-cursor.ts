/** Where a page of partners ended: the folded name and the id, opaque to whoever holds it. The same for every store. */
export type PartnerPlace = readonly [name: string, id: string];

export function partnerCursor(place: PartnerPlace): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Undefined for what is no cursor of ours. */
export function parsePartnerCursor(cursor: string): PartnerPlace | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(read) || read.length !== 2) return undefined;
    const [name, id]: unknown[] = read;
    return typeof name === "string" && typeof id === "string" ? [name, id] : undefined;
  } catch {
    return undefined;
  }
}
