/** A bound on how many acts are under way at one time: what is beyond it waits its turn, first come first. */

export type FewAtOnce = {
  /** Rejects with the error of `stopped`, without beginning, where all is to end. */
  run<T>(act: () => Promise<T>): Promise<T>;
  /** What waits is let go and nothing more begins; what is under way goes on. */
  stop(): void;
};

/** @param most at one time, at least 1 */
export function fewAtOnce(most: number, stopped: () => Error): FewAtOnce {
  const waiting: { readonly begin: () => void; readonly letGo: (error: Error) => void }[] = [];
  let underWay = 0;
  let isOver = false;
  const turn = async (): Promise<void> => {
    if (isOver) throw stopped();
    if (underWay < most) underWay += 1;
    // Whoever ends hands its place on, so that it is never free in between.
    else await new Promise<void>((begin, letGo) => void waiting.push({ begin, letGo }));
  };
  const handOn = (): void => {
    const next = waiting.shift();
    if (next) next.begin();
    else underWay -= 1;
  };
  return {
    async run(act) {
      await turn();
      try {
        return await act();
      } finally {
        handOn();
      }
    },
    stop() {
      isOver = true;
      for (const { letGo } of waiting.splice(0)) letGo(stopped());
    },
  };
}
