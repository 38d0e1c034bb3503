/**
 * Who writes for one of the family, and says both names: «اسمها ليلى وأنا أبوها هشام محمود», "her name is Layla and I'm her father Hisham". The
 * request is under the name of whoever writes; the other name belongs to whom the form knows as one of the family.
 */
import type { ReadField, Understanding } from "../../domain/understanding.ts";
import { foldWithMap } from "../../language/letters/normalise.ts";
import { parsePersonName } from "../../language/people/names.ts";
import type { Form } from "../form/open-form.ts";
import type { Task } from "../requests.ts";
import { isKinWord } from "./kin.ts";

const relation =
  "(?:(?:ابو|اخو|ام|اخت|زوج|زوجت|والد|والدت|خال|خالت|عم|عمت|جد|جدت|جوز|مرات)(?:ها|ه|هم)|(?:her|his|their|the) (?:father|mother|dad|mum|mom|brother|sister|husband|wife|uncle|aunt|son|daughter)|(?:abo|abu|a5o|akho|om|omm|omma|ommo|gawz|zawj|goz)(?:ha|h|oh|aha|hom))";
const self = new RegExp(
  `(?:^|[\\s,،.])و?(?:(?:and |w |wa )?(?:انا|ana|i am|i'm|im)) ${relation}[\\s,،:]+(?<name>\\p{L}.{2,60})$`,
  "u",
);
const other =
  /(?:^|[\s,،.])(?:اسمها|اسمه|اسم (?:البنت|الولد|بنتي|ابني|ولدي)|esmaha|esmo|esmah|ismaha|ismo|(?:her|his) name is|(?:her|his) name's)\s+(?<name>\p{L}+)/u;

/** The names of both, under a question for whoever the request is for; undefined for all else. */
export function namesOfBoth({ text }: Task, { spec, open, asked }: Form): Understanding[] | undefined {
  if (asked?.type !== "person_name" || text.length > 160) return undefined;
  const { folded, span } = foldWithMap(text.trimEnd());
  const mine = fieldAt(self.exec(folded));
  if (!mine) return undefined;
  const theirs = fieldAt(other.exec(folded));
  const whose = spec.fields.find(({ type, known, name }) => {
    const held = open.values?.[name]?.value;
    return type === "text" && known !== undefined && typeof held === "string" && isKinWord(held);
  });
  const held = whose && open.values?.[whose.name]?.value;
  return [
    { type: "answers", fields: { [asked.name]: mine } },
    ...(whose && theirs
      ? [
          {
            type: "correct" as const,
            fields: { [whose.name]: { ...theirs, value: `${held} ${theirs.value}` } },
          },
        ]
      : []),
  ];

  function fieldAt(found: RegExpExecArray | null): ReadField | undefined {
    const { name: said } = found?.groups ?? {};
    if (!found || said === undefined) return undefined;
    const start = found.index + found[0].length - said.length;
    const place = span(start, start + said.length);
    const value = parsePersonName(place.text);
    return value === undefined ? undefined : { ...place, value };
  }
}
