/**
 * Whether WhatsApp knows somebody no more. The library answers emptily both for people who are gone and for those whom it can't look up just
 * then (people with a hidden phone: wppconnect-team/wa-js#2472), so the same answer must come twice, some time apart, from a connected page.
 */
import type { Web } from "./web.ts";
import { within } from "./within.ts";

export type GonePeople = {
  /** Rejects where the page can't be asked. */
  isGone(web: Web, address: string): Promise<boolean>;
  /** Something of ours reached them. */
  isThere(address: string): void;
};

export type GonePeopleDeps = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long the page may take for an answer. */
  readonly sendMs: number;
  /** The two answers are at least so far apart. */
  readonly goneMs: number;
};

const mostKept = 1_000;

export function createGonePeople({ now, sendMs, goneMs }: GonePeopleDeps): GonePeople {
  /** Since when the answer for an address has been empty. */
  const since = new Map<string, number>();

  async function seemsGone(web: Web, address: string): Promise<boolean> {
    const [ids = {}] = await within(sendMs, web.idsOf([address]));
    const phone = ids.phone ?? (address.endsWith("@c.us") ? address : undefined);
    return phone === undefined ? ids.lid === undefined : !(await within(sendMs, web.hasAccount(phone)));
  }

  return {
    async isGone(web, address) {
      const seems = await seemsGone(web, address);
      if (seems && (await within(sendMs, web.state())) !== "CONNECTED") return false;
      const first = since.get(address);
      since.delete(address);
      if (!seems) return false;
      if (first !== undefined && now() - first >= goneMs) return true;
      since.set(address, first ?? now());
      for (const oldest of since.keys()) {
        if (since.size <= mostKept) break;
        since.delete(oldest);
      }
      return false;
    },
    isThere: (address) => void since.delete(address),
  };
}
