/** The chances that decide how a message is read. */

/** Chances that decide; set where the cross-validated sayings part right from wrong (docs/understanding.md). */
export const chances = {
  /** From here a reading is acted on. */
  clear: 0.5,
  /** From here it is offered as "did you mean …?"; below, the message is taken for something else. */
  likely: 0.2,
  /** From here a command is taken when no service is likely. */
  command: 0.35,
  /** From here a clause in the middle of a message is a request of its own. */
  another: 0.6,
  /** From here what «و» or "and" joins is a request of its own. */
  joined: 0.65,
  /** From here a message is two wishes (two-wishes.ts). */
  two: 0.4,
  /** From here what was parted stays so. */
  stillTwo: 0.15,
  /** From here a sentence keeps its own meaning beside what the whole message says. */
  apart: 0.9,
  /** From here a part wants what the whole message does not speak of. */
  own: 0.97,
  /** … or wants it in so many words. */
  ownAsked: 0.75,
  /** From here the whole message speaks of it … */
  echoed: 0.03,
  /** … or speaks of it faintly, and the part alone is as sure as this. */
  faintly: 0.003,
  ownFaint: 0.95,
  /** A clause alone is believed rather than all that belongs to it where it is surer by this. */
  surer: 0.4,
  /** From here what a complaint tells of is part of it. */
  told: 0.95,
  /** From here what tells of the office, and asks for nothing, is a complaint (told-complaints.ts). */
  toldOfUs: 0.03,
  /** … where it would be declined as none of ours. */
  toldOutside: 0.1,
  /** From here words win over an open question that any words would answer. */
  overAnswer: 0.8,
};
