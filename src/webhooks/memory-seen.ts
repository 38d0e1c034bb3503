/** Remembers webhooks in memory: for a store in memory and for trials. A restart forgets them; an office keeps them in its store. */
import type { KeptAnswer, SeenWebhooks } from "./seen.ts";

/** Empty at first. */
export function memorySeenWebhooks(): SeenWebhooks {
  const rows = new Map<string, { readonly answer: KeptAnswer; readonly at: number }>();
  // A sender's name and an id are told apart whatever characters they have.
  const keyOf = (sender: string, id: string) => JSON.stringify([sender, id]);
  return {
    find: async (sender, id) => rows.get(keyOf(sender, id))?.answer,
    keep: async ({ sender, id, answer, at }) => {
      const earlier = rows.get(keyOf(sender, id));
      if (earlier) return { type: "repeated", answer: earlier.answer };
      rows.set(keyOf(sender, id), { answer, at });
      return { type: "kept" };
    },
    forget: async (before) => {
      const old = [...rows].filter(([, { at }]) => at < before);
      for (const [key] of old) rows.delete(key);
      return old.length;
    },
  };
}
