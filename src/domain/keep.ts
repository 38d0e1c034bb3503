/** Things that are costly to make and the same as long as what they are made from is: what was learnt from sayings, checked files. */

/**
 * Gives the thing called `name` that was made from `from` before, or makes it. Only plain values can be kept: no functions, no
 * instances of classes but maps, sets and typed arrays. What comes back may be shared: nobody changes it.
 */
export type Keep = <T>(name: string, from: string, make: () => T) => T;

/** Keeps nothing: everything is made anew. */
export const makeAnew: Keep = (_name, _from, make) => make();
