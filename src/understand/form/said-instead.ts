/** Parts of the patterns by which one value is told in place of another, in a clause of its own: «خلوها ١٠ مو ٩». */

/** Said behind it. */
export const courtesyBehind = "(?:لو سمحت\\S*|من فضلك\\S*|شكرا|please|pls|plz|thanks)";

/** Nothing of the clause is left but courtesy. */
export const clauseEnds = `(?=\\s*(?:$|[،,.!]|${courtesyBehind}))`;
