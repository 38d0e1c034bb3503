/**
 * Work in order: one queue a person, so that a customer's long video holds up nobody else. What fails is tried again while its browser
 * lives; once that has ended, the rest of the lane is dropped, since the next sweep brings it in order.
 */

export type Work = {
  /** The browser that it came from; its end makes the work void where it needs it. */
  readonly from: object;
  /** @param attempt from 1 */
  run(attempt: number): Promise<Outcome>;
  /** Called once with whether it was done: it is not where it was dropped, given up, or stood in the lane at a stop. */
  readonly ended?: ((isDone: boolean) => void) | undefined;
};

export type Outcome =
  | "done"
  /** The office had it already. */
  | "repeat"
  /** It should be tried once more a little later. */
  | "again";

export type Lanes = {
  push(address: string, work: Work): void;
  isIdle(): boolean;
  /** Nothing more begins; resolves when what is under way has ended. */
  stop(): Promise<void>;
};

export type LanesDeps = {
  /** Before the second try; doubled by each. */
  readonly firstWaitMs: number;
  /** Does this browser still live? */
  readonly isOpen: (from: object) => boolean;
  /** A fault of ours, or of the page's: this work can't be done. */
  readonly onGivenUp: (error: unknown) => void;
};

const longestWaitMs = 30_000;
/** What throws so often would for ever; behind it wait others of the same person. Minutes, by the waits. */
const mostThrows = 8;

export function createLanes({ firstWaitMs, isOpen, onGivenUp }: LanesDeps): Lanes {
  const lanes = new Map<string, { readonly queue: Work[]; broken: object | undefined }>();
  const running = new Set<Promise<void>>();
  const waits = new Set<() => void>();
  let stopped = false;

  function wait(ms: number): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        waits.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      waits.add(end);
    });
  }

  async function finish(lane: { broken: object | undefined }, work: Work): Promise<boolean> {
    for (let attempt = 1; !stopped; attempt++) {
      if (lane.broken === work.from) return false;
      try {
        if ((await work.run(attempt)) !== "again") return true;
      } catch (error) {
        if (!isOpen(work.from)) {
          // The browser that could have given it has ended; the next one's sweep begins here.
          lane.broken = work.from;
          return false;
        }
        if (attempt >= mostThrows) {
          onGivenUp(error);
          return false;
        }
      }
      await wait(Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt - 1, 10)));
    }
    return false;
  }

  async function drain(address: string, lane: { readonly queue: Work[]; broken: object | undefined }) {
    for (let work = lane.queue[0]; work && !stopped; work = lane.queue[0]) {
      const isDone = await finish(lane, work);
      lane.queue.shift();
      work.ended?.(isDone);
    }
    for (const { ended } of lane.queue) ended?.(false);
    lanes.delete(address);
  }

  return {
    push(address, work) {
      if (stopped) {
        work.ended?.(false);
        return;
      }
      const known = lanes.get(address);
      if (known) {
        known.queue.push(work);
        return;
      }
      const lane = { queue: [work], broken: undefined };
      lanes.set(address, lane);
      const drained = drain(address, lane).finally(() => running.delete(drained));
      running.add(drained);
    },
    isIdle: () => lanes.size === 0,
    async stop() {
      stopped = true;
      for (const end of [...waits]) end();
      await Promise.all(running);
    },
  };
}
