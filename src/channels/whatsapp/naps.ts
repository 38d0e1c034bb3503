/** Waits that a stop cuts short. */

export type Naps = {
  nap(ms: number): Promise<void>;
  /** Ends those that are under way; from now on each ends at once. */
  end(): void;
};

export function createNaps(): Naps {
  const naps = new Set<() => void>();
  let ended = false;
  return {
    nap: (ms: number) =>
      new Promise<void>((resolve) => {
        if (ended) return resolve();
        const wake = () => {
          clearTimeout(timer);
          naps.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        naps.add(wake);
      }),
    end() {
      ended = true;
      for (const wake of [...naps]) wake();
    },
  };
}
