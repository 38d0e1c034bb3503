/** What the engine stands on: given by `office.ts`, or by a test. */
import type { Channel } from "../channels/channel.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import type { PartnerSearch } from "../dispatch/candidates.ts";
import type { FindHeads } from "../dispatch/heads.ts";
import type { FindHolders } from "../dispatch/holders.ts";
import type { FindMissed } from "../dispatch/missed.ts";
import type { DocumentId } from "../domain/ids.ts";
import type { OrderChange } from "../domain/order.ts";
import type { Log } from "../log.ts";
import type { LineBook } from "../outbox/lines.ts";
import type { DeliveryStore } from "../store/deliveries.ts";
import type { DoorStore } from "../store/doors.ts";
import type { EngineStore } from "../store/engine.ts";
import type { DeferredClassifier, InlineClassifier, MediaReader } from "../understand/classifier.ts";
import type { ClockMarks } from "./clock-back.ts";
import type { PartnerDesk } from "./partner-chats.ts";

/** Moments at which a test kills the process. */
export type Point = "before-commit" | "after-commit" | "after-send";

export type EngineDeps = {
  readonly store: EngineStore;
  readonly deliveries: DeliveryStore;
  readonly doors: DoorStore;
  /** The directory of partners; left out: no chat is a partner's. */
  readonly partners?: PartnerDesk;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly catalogue: () => Catalogue;
  readonly inline: InlineClassifier;
  readonly deferred?: DeferredClassifier;
  /** Hears voice notes and looks at pictures. */
  readonly media?: MediaReader;
  /** Who may be asked about an order by themselves; left out: nobody. */
  readonly search?: PartnerSearch;
  /** Which heads are told of an order outside the queue; left out: none. */
  readonly heads?: FindHeads;
  /** Which partners know a customer; left out: those that the orders name which the chat remembers. */
  readonly holders?: FindHolders;
  /** Which offers their partners let go by; left out: none. */
  readonly missed?: FindMissed;
  /** These changes of orders are committed. */
  readonly onOrders?: (changes: readonly OrderChange[]) => void;
  /** What is kept of the clock; left out: nothing. */
  readonly marks?: ClockMarks;
  /** Removes a file whose message was not kept; left out where there are no files. */
  readonly removeDocument?: (id: DocumentId) => Promise<void>;
  /** How the lines are, for their page; left out where nobody asks. */
  readonly lines?: LineBook;
  readonly deadlineMs: number;
  readonly language: "ar" | "en";
  /** The office's clock. In a rehearsal the platform's times are not believed. */
  readonly now: () => number;
  /** The real clock, epoch milliseconds: leases and waiting messages run by it. */
  readonly realNow: () => number;
  readonly rehearsal: boolean;
  readonly log: Log;
  readonly onPoint: (point: Point) => void;
  /** The database can't be trusted any more (I/O error): the process must end and be started again. */
  readonly onFatal: (error: unknown) => void;
};
