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
  /** Looks many up at once. Rejects where WhatsApp can't be asked. */
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
  /** Addresses that were given before it was known who they are: their chat may be new, and the person's own lie under the other name. */
  const guessed = new Set<string>();

  async function settle(id: string, { lid, phone }: PersonIds): Promise<string> {
    const names = [lid, phone, id].filter((name) => name !== undefined);
    const isFull = lid !== undefined && phone !== undefined;
    const isTold = lid !== undefined || phone !== undefined;
    const known = names.map((name) => addresses.get(name)).find((address) => address !== undefined);
    const found = known ?? (await firstWithChat(names.filter((name) => !guessed.has(name))));
    const address = found ?? names.find((name) => guessed.has(name)) ?? lid ?? phone ?? id;
    if (isFull) for (const name of names) remember(name, address);
    // Not before the office has their chat: the other name may come to light, and the chat with it.
    else if (found !== undefined || (isTold && (await hasChat(address)))) remember(id, address);
    else guessed.add(address);
    const number = numberOf(phone) ?? numberOf(id);
    if (number !== undefined) phones.set(address, number);
    for (const kept of [addresses, phones, guessed]) forgetOldest(kept);
    return address;
  }

  function remember(name: string, address: string): void {
    addresses.set(name, address);
    guessed.delete(name);
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

function forgetOldest(kept: Map<string, unknown> | Set<string>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
}

/** `966501234567@c.us` is a phone; a LID is none. */
function numberOf(id: string | undefined): string | undefined {
  const digits = /^([1-9]\d{6,14})@c\.us$/.exec(id ?? "")?.[1];
  return digits === undefined ? undefined : `+${digits}`;
}
