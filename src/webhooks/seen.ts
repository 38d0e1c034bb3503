/**
 * The port that remembers which webhooks came: a repeated id of one partner has no further effect and gets the answer that the first one got.
 *
 * What a store must keep: rows (sender, id, answer, at), unique on (sender, id) — the constraint is the lock, two at once can't both be first —, and
 * an index on `at` for `forget`. The row belongs into the transaction that commits what the message brought about; where it is kept after that,
 * a kill in between lets the partner's next try act again, and then the acts themselves must bear it (accepting twice is one acceptance).
 * A refusal that passes by itself (503, 429) is not kept: the partner should try again.
 */

/** What the partner was answered. */
export type KeptAnswer = { readonly status: number; readonly body: unknown };

export type SeenWebhook = {
  /** Whose id it is: two partners may use the same. A partner's id, or the name of another system. */
  readonly sender: string;
  readonly id: string;
  readonly answer: KeptAnswer;
  /** Epoch milliseconds by the real clock. */
  readonly at: number;
};

export interface SeenWebhooks {
  /** The answer to an earlier one with this id, or undefined. */
  find(sender: string, id: string): Promise<KeptAnswer | undefined>;
  /** Keeps the first; `repeated` with the answer that was kept, where there is one already. */
  keep(seen: SeenWebhook): Promise<Kept>;
  /** Forgets those from before a moment; gives how many. */
  forget(before: number): Promise<number>;
}

export type Kept = { readonly type: "kept" } | { readonly type: "repeated"; readonly answer: KeptAnswer };

/**
 * Senders try for three days by habit, some for longer, each time with the same id and a new timestamp. After a week nobody does.
 * Played-back ones need no memory beyond the five minutes of the signature's tolerance.
 */
export const keepSeenMs = 7 * 24 * 3_600_000;
