/** What an office does once a night: a backup, and then it lets go of what it need not keep any longer. */
import { standingDays } from "./dispatch/standings.ts";
import type { Documents } from "./documents/documents.ts";
import type { Store } from "./store/store.ts";
import { keepSeenMs } from "./webhooks/seen.ts";

const dayMs = 86_400_000;

export type NightlyDeps = {
  readonly store: Store;
  readonly documents: Documents;
  /** The folder of backups. */
  readonly backups: string;
  /** The office's clock. */
  readonly now: () => number;
};

export function createNightly({ store, documents, backups, now }: NightlyDeps): () => Promise<void> {
  return async () => {
    const real = Date.now();
    try {
      await store.backup(backups, "nightly");
    } finally {
      // A backup that finds no room must not keep what takes up the room. An upload is followed by its message at once: a day is long.
      await store.seenWebhooks.forget(real - keepSeenMs);
      await store.purge({
        deliveriesBefore: now() - 30 * dayMs,
        chatSessionsBefore: real - 90 * dayMs,
        agentSessionsBefore: real - 8 * dayMs,
        seenBefore: now() - 2 * standingDays * dayMs,
      });
      await documents.removeUnused(now() - dayMs);
    }
  };
}
