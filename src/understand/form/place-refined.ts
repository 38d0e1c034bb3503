/** «بريدة» to a form that holds «القصيم»: the town in the region or country that was told, whatever is asked. */
import type { Understanding } from "../../domain/understanding.ts";
import { findPlaces } from "../../language/places/places.ts";
import { holdsPlace } from "../../language/places/regions.ts";
import type { Task } from "../requests.ts";
import type { Word } from "../words.ts";
import { isAllSaid } from "./lead-ins.ts";
import type { Form } from "./open-form.ts";

/** The one place that the form holds and the message makes narrower; undefined where it says more, or where two are wider. */
export function placeRefined(
  task: Task,
  { spec, open }: Form,
  inside: readonly Word[],
): Understanding | undefined {
  const [place, another] = findPlaces(task.text);
  if (!place || another || !isAllSaid(inside, [place])) return undefined;
  const { text, start, end } = place;
  const value = place.value.en;
  const wider = spec.fields.filter(({ name, type }) => {
    const held = open.values?.[name]?.value;
    return type === "place" && typeof held === "string" && held !== value && holdsPlace(held, value);
  });
  const [field, other] = wider;
  if (!field || other) return undefined;
  return { type: "correct", fields: { [field.name]: { value, text, start, end } } };
}
