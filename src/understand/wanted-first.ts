/** Another service that is wanted before the one that is open. */
import type { ReadFields, Reading, Understanding } from "../domain/understanding.ts";
import type { Form } from "./open-form.ts";
import { hasPhrase, phrasesOf } from "./phrases.ts";
import { type Task, valuesFor } from "./requests.ts";

/** «خلينا في الفندق أول», "forget the parcel, let's do the hotel first": another service, before the one that is open. */
export function wantedFirst(task: Task, { open }: Form): Reading | undefined {
  if (!hasPhrase(instead, task.words)) return undefined;
  const others = task.meanings
    .flatMap(({ guesses, span }) => guesses.map((guess) => ({ ...guess, span })))
    .filter(({ label }) => label !== open.service)
    .flatMap((one) => {
      const spec = task.context.services.find(({ id }) => id === one.label);
      return spec ? [{ ...one, spec }] : [];
    })
    .sort((a, b) => b.chance - a.chance);
  const [best] = others;
  const next = others.find(({ label }) => label !== best?.label);
  if (!best || best.chance < leastNamed || (next && next.chance * 2 > best.chance)) return undefined;
  const { fields } = valuesFor(task, best.spec, task.meanings.length > 1 ? best.span : undefined);
  const understandings: Understanding[] = [
    { type: "request", service: best.spec.id, first: true, fields: withoutTalk(fields) },
  ];
  return { understandings, confidence: best.chance, by: "embedded" };
}

/** The words say that another service is wanted: its mere name tells which. */
const leastNamed = 0.05;
/** «الفندق الأول» is no hotel's name here. */
function withoutTalk(fields: ReadFields): ReadFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, { text }]) => !/^(?:ال)?[اأ]ول$|^first$/i.test(text)),
  );
}

const instead = phrasesOf(
  "خلينا في|خلنا في|خلونا في|خلينا ب|نبدا ب|نبدا في|ابدا ب|ابداوا ب|انسى|انسوا|سيبك من|سيبوا|اتركوا|اترك|خل|let's do|lets do|let's start with|lets start with|start with|forget the|forget about the|leave the|do the|khalina fe|khallina fel|khaleena fel|sebak men",
);
