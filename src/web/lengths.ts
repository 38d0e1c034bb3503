/** How long a text may be that somebody writes to us, in UTF-16 units: for the box on a page as for whoever reads what was sent. */

/** A message of a customer or to one, and a colleague's note (contracts.md: the longest text). */
export const longestText = 4_096;

/** What is said of an order in passing: to a department, by a partner, at a step. */
export const longestNote = 1_000;

/** Why something is done, or is not. */
export const longestReason = 500;

/** A complaint, and the answer to it: as long as customers' platforms take it. */
export const longestComplaint = 3_000;
