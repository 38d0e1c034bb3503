/**
 * Work on one thing, piece after piece. A page that loads a chat's older messages tells whoever asks meanwhile only of those that it has so
 * far, so that a chat is read by one at a time.
 */

/** Begins when all earlier work under the same key has ended, however it did. Gives and rejects as the work does. */
export type OneByOne = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createOneByOne(): OneByOne {
  const newest = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (newest.get(key) ?? Promise.resolve()).then(work);
    const ended = mine
      .catch(() => undefined)
      .then(() => {
        if (newest.get(key) === ended) newest.delete(key);
      });
    newest.set(key, ended);
    return mine;
  };
}
