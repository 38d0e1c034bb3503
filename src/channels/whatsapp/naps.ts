/** Waits that a stop cuts short. */

export type Naps = {
  nap(ms: number): Promise<void>;
  /** Ends those that are under way. */
  end(): void;
};

export function createNaps(): Naps {
  const naps = new Set<() => void>();
  return {
    nap: (ms: number) =>
      new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          naps.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        naps.add(wake);
      }),
    end() {
      for (const wake of [...naps]) wake();
    },
  };
}
