/** The sentences of a customer: values in the words of the variety, put together as people write them. */
import type { Plan } from "./plan.ts";
import type { Meant } from "./values.ts";

/** `tells`: what is said in it of the plan, for the judge. `note`: the words of it that must be on the order. */
export type Line = {
  readonly text: string;
  readonly tells: readonly Meant[];
  readonly note?: string;
  /** It asks something: where nobody here can answer, the question goes along with the order. */
  readonly question?: true;
  /** It answers nothing that is asked: the question may come again. */
  readonly aside?: true;
};

type Note = readonly [key: string, says: readonly string[]];

export type Says = ReturnType<typeof customerSays>;

export function customerSays({ chance, words, spoken }: Plan) {
  const fieldOf = (meant: Meant) => {
    const own = spoken.fields[meant.field];
    if (!own) throw new RangeError(`no words for ${meant.field}`);
    return own;
  };
  const saying = (meant: Meant) => chance.pick(meant.says);
  const within = (form: string, meant: Meant) => form.replaceAll("{v}", saying(meant));
  const inSentence = (meant: Meant) => within(chance.pick(fieldOf(meant).in), meant);
  const bare = (meant: Meant) => within(chance.pick(fieldOf(meant).bare), meant);
  const joined = (parts: readonly string[]) =>
    parts.reduce((text, part) => `${text}${chance.pick(words.joins)}${part}`);
  const filled = (text: string) => (chance.happens(0.15) ? `${chance.pick(words.fillers)} ${text}` : text);

  function opening(few: readonly Meant[], all: ReadonlyMap<string, Meant>): Line {
    const form = chance.pick(spoken.open);
    const held: Meant[] = [];
    const begun = form.replace(/\{(\w+)\}/g, (_, field: string) => {
      const meant = all.get(field);
      if (!meant) throw new RangeError(`an opening names ${field}, which the plan has not`);
      held.push(meant);
      return saying(meant);
    });
    const rest = few.filter((one) => !held.includes(one));
    const greeting = chance.happens(0.3) ? `${chance.pick(words.greetings)} ` : "";
    return { text: greeting + joined([begun, ...rest.map(inSentence)]), tells: [...held, ...rest] };
  }

  return {
    opening,
    plain: (text: string): Line => ({ text, tells: [] }),
    answer: (meant: Meant): Line => ({ text: filled(bare(meant)), tells: [meant] }),
    beside: (meant: Meant): Line => ({ text: inSentence(meant), tells: [meant], aside: true }),
    both: (meant: Meant, other: Meant): Line => ({
      text: joined([bare(meant), inSentence(other)]),
      tells: [meant, other],
    }),
    withQuestion: (meant: Meant): Line => ({
      text: chance.happens(0.5)
        ? `${bare(meant)}. ${chance.pick(words.questions)}`
        : `${chance.pick(words.questions)} ${bare(meant)}`,
      tells: [meant],
      question: true,
    }),
    withNote: (meant: Meant, [note, says]: Note): Line => ({
      // Without a mark between them nobody could tell where an address ends and the note begins.
      text: bare(meant) + chance.pick(words.joins.filter((join) => join.trim() !== "")) + chance.pick(says),
      tells: [meant],
      note,
    }),
    correction: (before: Meant, after: Meant): Line => ({
      text: chance
        .pick([...words.corrections, ...words.corrections_by_name])
        .replace("{old}", saying(before))
        .replace("{new}", saying(after))
        .replace("{name}", fieldOf(after).name),
      tells: [after],
      aside: true,
    }),
    byName: (meant: Meant): Line => ({
      text: chance
        .pick(words.corrections_by_name)
        .replace("{new}", saying(meant))
        .replace("{name}", fieldOf(meant).name),
      tells: [meant],
      aside: true,
    }),
    addition: ([note, says]: Note): Line => ({
      text: chance.pick(words.additions).replace("{note}", chance.pick(says)),
      tells: [],
      note,
      aside: true,
    }),
  };
}
