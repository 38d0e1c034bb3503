/** The loop of turns as its parts share it: what it stands on, what waits, and what keeps it from writing. */

import type { DocumentId } from "../domain/ids.ts";
import type { Log } from "../log.ts";
import type { Deliverer } from "../outbox/deliver.ts";
import type { CommitTurn, Delivery, EngineStore } from "../store/engine.ts";
import type { Deferred } from "./deferred.ts";
import type { Point } from "./deps.ts";
import type { Held } from "./held.ts";
import type { PrepareDeps } from "./prepare.ts";
import type { Queue } from "./queue.ts";
import type { States } from "./states.ts";
import type { Totals } from "./totals.ts";
import type { Work } from "./work.ts";

export type TurnsDeps = {
  readonly store: EngineStore;
  readonly states: States;
  readonly held: Held;
  readonly prepare: PrepareDeps;
  readonly deliverer: Deliverer;
  readonly deferred: Deferred;
  readonly totals: Totals;
  readonly log: Log;
  readonly onPoint: (point: Point) => void;
  readonly onFatal: (error: unknown) => void;
  readonly onCommitted: (turns: readonly CommitTurn[]) => void;
  /** What became of these messages is written now. */
  readonly onRecorded: (records: readonly Delivery[]) => void;
  /** A message is stored without the file that it came with, which must go, too. */
  readonly onLeftOut: (document: DocumentId) => void;
  /** The queue is empty and nothing is being written. */
  readonly onQuiet: () => void;
};

/** Why nothing can be written: `disk_full` and `busy` pass, after `store` the process must end. */
export type WriteProblem = "disk_full" | "busy" | "store";

export type Loop = TurnsDeps & {
  readonly queue: Queue;
  readonly enqueue: (work: Work) => void;
  /** A batch is being prepared or written. */
  writing: boolean;
  problem: WriteProblem | undefined;
  /** The end was told: it is told once. */
  ended: boolean;
  /** When it is found out whether it can be written again. */
  asking: NodeJS.Timeout | undefined;
};

/** The turn and those of other chats that are committed with it. */
export const everyTurn = (turn: CommitTurn): readonly CommitTurn[] =>
  turn.also ? [turn, ...turn.also] : [turn];
