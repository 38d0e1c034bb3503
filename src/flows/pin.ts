/**
 * Versions of flows: the canonical form that is kept for good beside the orders and chats that began with it, its hash, and the
 * way up for versions that were kept in an older format.
 */
import { createHash } from "node:crypto";
import { type Flow, flowFormat, flowSchema } from "../conversation/flow/flow.ts";
import type { FlowVersion } from "../store/directory.ts";

/** A checked flow before it carries its hash. */
export type UnpinnedFlow = Omit<Flow, "hash">;

/**
 * The flow as JSON with sorted keys: the same for the same meaning, whatever the order of keys, the comments or the spaces in its
 * file. List order is meaning and stays.
 */
export function canonicalFlow(flow: UnpinnedFlow): string {
  const { hash: _, ...unpinned } = flow as UnpinnedFlow & { readonly hash?: string };
  return JSON.stringify(unpinned, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value));
}

/**
 * SHA-256 of the canonical form, its first 64 bits as 16 hexadecimal digits: an office has hundreds of versions, not billions, and
 * the hash is written with every draft and order.
 */
export function flowHash(flow: UnpinnedFlow): string {
  return createHash("sha256").update(canonicalFlow(flow)).digest("hex").slice(0, 16);
}

/** What the store keeps of a flow (`flow_versions`). */
export function pinOf(flow: Flow): FlowVersion {
  return { hash: flow.hash, service: flow.id, format: flowFormat, canonical: canonicalFlow(flow) };
}

/** Steps from format n to n + 1, each on the parsed JSON of the canonical form. */
const upgrades: Readonly<Record<number, (canonical: unknown) => unknown>> = {};

/**
 * A kept version in today's shape. It keeps the hash that it was stored under, even when an upgrade changed its form: drafts and
 * orders name it so. Refuses with a sentence when it can't be read.
 */
export function parsePinned(
  version: FlowVersion,
):
  | { readonly type: "flow"; readonly flow: Flow }
  | { readonly type: "unreadable"; readonly problem: string } {
  if (version.format > flowFormat) {
    return {
      type: "unreadable",
      problem: `it was kept by a newer program (format ${version.format}; this one reads up to ${flowFormat})`,
    };
  }
  try {
    let value: unknown = JSON.parse(version.canonical);
    for (let format = version.format; format < flowFormat; format += 1) {
      const upgrade = upgrades[format];
      if (!upgrade) return { type: "unreadable", problem: `nothing upgrades format ${format}` };
      value = upgrade(value);
    }
    const parsed = flowSchema.safeParse(value);
    if (parsed.success) return { type: "flow", flow: { ...parsed.data, hash: version.hash } };
    const at = parsed.error.issues[0]?.path.join(".") ?? "";
    return { type: "unreadable", problem: `its part "${at}" does not fit today's shape` };
  } catch {
    return { type: "unreadable", problem: "its kept text is damaged" };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys in the order of their code units, which is the same on every machine. */
function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  );
}
