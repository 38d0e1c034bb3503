/** Tells live pages what changed: ids and versions, never words. What happened stays so, whatever those say who hear of it. */
import type { Change } from "../engine.ts";
import type { Log } from "../log.ts";
import type { CommitTurn, Delivery } from "../store/engine.ts";

export type Listener = (changes: readonly Change[]) => void;

export type Announcer = {
  tell(...changes: readonly Change[]): void;
  /** These turns are committed. */
  committed(turns: readonly CommitTurn[]): void;
  /** It is written what became of these messages. */
  recorded(records: readonly Delivery[]): void;
  /** Calls back after each; returns the way to stop it. */
  subscribe(listener: Listener): () => void;
};

export function createAnnouncer(log: Log): Announcer {
  const listeners = new Set<Listener>();

  function tell(...changes: readonly Change[]): void {
    try {
      for (const listener of listeners) listener(changes);
    } catch (error) {
      log.error({ error }, "a listener failed");
    }
  }

  return {
    tell,
    committed(turns) {
      if (listeners.size > 0) tell(...turns.flatMap(changesOf));
    },
    recorded(records) {
      if (listeners.size === 0) return;
      const news = records.filter(isNews);
      if (news.length > 0)
        tell(...news.map(({ conversation, seq }) => ({ type: "delivery", conversation, seq }) as const));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function changesOf({ conversation, orderChanges }: CommitTurn): readonly Change[] {
  const { id, lastSeq, person } = conversation;
  return [
    { type: "chat", conversation: id, lastSeq },
    { type: "person", conversation: id, wanted: person !== undefined },
    ...orderChanges.map(
      ({ order: { ref, version } }) => ({ type: "order", ref, version, conversation: id }) as const,
    ),
  ];
}

/** The web chat shows a message as soon as it is committed; what a platform made of one is news. */
const isNews = ({ state, externalId }: Delivery): boolean =>
  state !== "handed_over" || externalId !== undefined;
