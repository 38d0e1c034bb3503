/** What becomes of one piece of work inside a batch: the values that `turn.ts` commits, or the answer that is known already. */
import type { Order } from "../domain/order.ts";
import type { Acted } from "../engine.ts";
import type { CommitTurn, FailedRow, InboxRow } from "../store/engine.ts";
import type { Asked } from "../understand/classifier.ts";
import type { Arrived, Settled, Work } from "./work.ts";

/** What became of one piece of work inside a batch, before anything is durable. */
export type Prepared =
  | { readonly type: "turn"; readonly work: Work; readonly turn: CommitTurn; readonly order?: Order }
  /**
   * Store the delivery as pending; `asks` goes to the far classifier, without it the row queues behind an earlier one. `before`:
   * the chat is new and must exist first.
   */
  | {
      readonly type: "pending";
      readonly work: Arrived;
      readonly row: InboxRow;
      readonly asks?: Asked;
      readonly before?: CommitTurn;
    }
  /** No turn of it can be written: store it as failed. `before`: the case that staff see, if there is a chat for it. */
  | {
      readonly type: "lost";
      readonly work: Arrived | Settled;
      readonly row: FailedRow;
      readonly before?: CommitTurn;
    }
  /** Nothing to commit: the answer is known. */
  | { readonly type: "answered"; readonly work: Work; readonly acted: Acted };
