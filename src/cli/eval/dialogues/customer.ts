/** An impatient customer: reads only what is asked, tells what is wanted in any order, corrects, asks back and adds. */
import type { Draft } from "../../../domain/conversation.ts";
import type { Noted } from "./judge.ts";
import { customerSays, type Line } from "./lines.ts";
import type { View } from "./office.ts";
import type { Plan } from "./plan.ts";
import { isMeant, type Meant } from "./values.ts";

/** How often each of these stands beside an answer. */
const habits = { another: 0.2, question: 0.12, correction: 0.12, note: 0.08, twice: 0.1 } as const;
const mostCorrections = 3;
const mostTries = 3;

/** What is said next; nothing once the customer is done, or gives up. */
export type Customer = {
  next(view: View): readonly Line[];
  readonly notes: readonly Noted[];
  readonly asked: readonly string[];
};

export function customerOf(plan: Plan): Customer {
  const { chance, words, values } = plan;
  const say = customerSays(plan);
  const told = new Set<string>();
  const notes: Noted[] = [];
  const asked: string[] = [];
  const tries = new Map<string, number>();
  let corrections = 0;
  let added = !chance.happens(0.15);
  let begun = 0;

  const tell = (line: Line): Line => {
    for (const { field } of line.tells) told.add(field);
    if (line.note !== undefined) notes.push({ note: line.note, text: line.text });
    if (line.question) asked.push(line.text);
    return line;
  };
  const missing = (but?: string): Meant[] =>
    [...values.values()].filter(({ field }) => field !== but && !told.has(field) && !plan.silent.has(field));

  function begin(): readonly Line[] {
    begun += 1;
    if (begun > 2) return [];
    if (begun === 2) return [tell(say.opening([], values))];
    const few = chance.shuffled(missing()).slice(0, chance.whole(0, 4));
    return [tell(say.opening(few, values))];
  }

  /** A correction of something that was told, and is not what is asked. */
  function change(asked: string): { line: Line } | undefined {
    const field = chance.shuffled([...told].filter((one) => one !== asked && values.has(one)))[0];
    const before = field === undefined ? undefined : values.get(field);
    const after = field === undefined ? undefined : plan.another(field);
    if (!before || !after) return undefined;
    values.set(after.field, after);
    return { line: say.correction(before, after) };
  }

  function answer(field: string): readonly Line[] {
    const tried = (tries.get(field) ?? 0) + 1;
    tries.set(field, tried);
    if (tried > mostTries) return [];
    const meant = values.get(field);
    if (!meant) return [tell(say.plain(chance.pick(plan.later.has(field) ? words.later : words.skip)))];
    if (tried > 1) return [tell(say.answer(meant))];
    const habit = habitNow();
    const [other] = chance.shuffled(missing(field));
    switch (habit) {
      case "another":
        return [tell(other ? say.both(meant, other) : say.answer(meant))];
      case "twice":
        return other ? [tell(say.answer(meant)), tell(say.beside(other))] : [tell(say.answer(meant))];
      case "question":
        return [tell(say.withQuestion(meant))];
      case "note":
        return [tell(say.withNote(meant, noteNow()))];
      case "correction": {
        const changed = change(field);
        return changed
          ? [tell(changed.line), tell(say.answer(meant))].slice(0, chance.happens(0.5) ? 1 : 2)
          : [tell(say.answer(meant))];
      }
      default:
        return [tell(say.answer(meant))];
    }
  }

  function habitNow(): keyof typeof habits | undefined {
    for (const habit of chance.shuffled(Object.keys(habits) as (keyof typeof habits)[]))
      if (chance.happens(habits[habit])) return habit;
    return undefined;
  }

  const noteNow = () =>
    chance.pick(Object.entries(words.notes).filter(([key]) => notes.every(({ note }) => note !== key)));

  /** What is read back is held against the plan; the first thing that is wrong is said. */
  function check(draft: Draft | undefined): readonly Line[] {
    const wrong = [...values.values()].find(
      (meant) => !plan.silent.has(meant.field) && !isMeant(draft?.fields[meant.field]?.value, meant),
    );
    if (!wrong || corrections >= mostCorrections) return [say.plain(chance.pick(words.yes))];
    corrections += told.has(wrong.field) ? 1 : 0;
    return [tell(told.has(wrong.field) ? say.byName(wrong) : say.beside(wrong))];
  }

  function afterwards(view: View): readonly Line[] {
    if (view.open) return (tries.get("after") ?? 0) < 2 ? countAfter() : [];
    if (added) return [];
    added = true;
    return [tell(say.addition(noteNow()))];
  }

  function countAfter(): readonly Line[] {
    tries.set("after", (tries.get("after") ?? 0) + 1);
    return [say.plain(chance.pick(words.yes))];
  }

  return {
    ...{ notes, asked },
    next(view) {
      const { open } = view;
      if (view.orders.length > 0) return afterwards(view);
      if (!open) return begin();
      switch (open.type) {
        case "field":
          return answer(open.field);
        case "read_back":
          return check(view.draft);
        case "consent":
          return [say.plain(chance.pick(words.agree))];
        case "which_service":
          return goOn("which_service", plan.spoken.title);
        case "begin_service":
          return goOn("begin_service", chance.pick(words.yes));
        default:
          return goOn(open.type, chance.pick(words.go_on));
      }
    },
  };

  function goOn(what: string, text: string): readonly Line[] {
    const tried = (tries.get(what) ?? 0) + 1;
    tries.set(what, tried);
    return tried > mostTries ? [] : [say.plain(text)];
  }
}
