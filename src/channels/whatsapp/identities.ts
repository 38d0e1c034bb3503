/**
 * One person is one address, though WhatsApp names them by a LID today and by their phone tomorrow (docs/decisions/043). Where the office has a chat
 * under one of the two, that one stays their address; somebody new gets their LID, which outlives a change of number.
 */
import type { PersonIds } from "./web.ts";

export type Identities = {
  /** The address of whoever WhatsApp calls by this id. */
  addressOf(id: string): Promise<string>;
  /** The phone (E.164) that WhatsApp itself says this address writes from; undefined where it hides it. */
  phoneOf(address: string): string | undefined;
  /** Looks many up at once. */
  learn(ids: readonly string[]): Promise<void>;
};

export type IdentitiesDeps = {
  /** Rejects or answers emptily where WhatsApp can't say. */
  readonly idsOf: (ids: readonly string[]) => Promise<readonly PersonIds[]>;
  readonly hasChat: (address: string) => Promise<boolean>;
};

/** People who are remembered; the oldest are asked for again. */
const mostKept = 20_000;

export function createIdentities({ idsOf, hasChat }: IdentitiesDeps): Identities {
  const addresses = new Map<string, string>();
  /** By address. */
  const phones = new Map<string, string>();

  async function settle(id: string, { lid, phone }: PersonIds): Promise<string> {
    const names = [lid, phone, id].filter((name) => name !== undefined);
    const known = names.map((name) => addresses.get(name)).find((address) => address !== undefined);
    const address = known ?? (await firstWithChat(names)) ?? lid ?? phone ?? id;
    // Not remembered before both ids are known: the other one may come to light.
    if (lid !== undefined && phone !== undefined) for (const name of names) addresses.set(name, address);
    else addresses.set(id, address);
    const number = numberOf(phone) ?? numberOf(id);
    if (number !== undefined) phones.set(address, number);
    for (const oldest of addresses.keys()) {
      if (addresses.size <= mostKept) break;
      addresses.delete(oldest);
      phones.delete(oldest);
    }
    return address;
  }

  async function firstWithChat(names: readonly string[]): Promise<string | undefined> {
    for (const name of new Set(names)) if (await hasChat(name)) return name;
    return undefined;
  }

  async function learn(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !addresses.has(id));
    if (unknown.length === 0) return;
    const found = await idsOf(unknown);
    for (const [index, id] of unknown.entries()) await settle(id, found[index] ?? {});
  }

  return {
    learn,
    phoneOf: (address) => phones.get(address),
    async addressOf(id) {
      const known = addresses.get(id);
      if (known !== undefined) return known;
      const [found = {}] = await idsOf([id]).catch(() => []);
      return settle(id, found);
    },
  };
}

/** `966501234567@c.us` is a phone; a LID is none. */
function numberOf(id: string | undefined): string | undefined {
  const digits = /^([1-9]\d{6,14})@c\.us$/.exec(id ?? "")?.[1];
  return digits === undefined ? undefined : `+${digits}`;
}
