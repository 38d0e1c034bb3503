/** Whose a message is may have to be asked of the page, for one at once and for the next after a while: what arrived first still goes first. */

/** Gives back what is looked for, not before everything that was looked for earlier was found or failed. Rejects as the search does. */
export type InTurn = <T>(search: Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  let earlier: Promise<unknown> = Promise.resolve();
  return (search) => {
    const mine = earlier.then(() => search);
    earlier = mine.catch(() => undefined);
    // It may fail long before its turn comes.
    search.catch(() => undefined);
    return mine;
  };
}
