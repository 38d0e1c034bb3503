/**
 * «رقمي 0588887777 وعايز كمان مستثمر» of a supplier that is looked for: whoever wants another kind of the open form's service, too, does not change what
 * is open. It is a request of its own.
 */
import type { Reading, Understanding } from "../../domain/understanding.ts";
import type { Task } from "../requests.ts";

const wanting =
  "(?:و?(?:[أا]ب[يغ]\\p{L}*|نب[يغ]\\p{L}*|[أا]ريد|نريد|عايز\\p{L}*|عاوز\\p{L}*|محتاج\\p{L}*|[أا]حتاج|نحتاج|بدي|ودي)|want|need|looking for|w? ?(?:abi|abgha|nabi|3ayez|3ayza|3awez|me7tag))";
const also = "(?:و?كمان|[أا]يض[اًا]+|برض[وه]|also|too|kaman|bardo)";
/** Right before what is wanted. */
const wantsAlso = new RegExp(
  `(?:^|[\\s،,.])(?:${wanting} ${also}|${also} ${wanting})\\s+(?:an?\\s+|some\\s+)?$`,
  "iu",
);

export function wantedBesides({ text, context }: Task, reading: Reading): Reading {
  const { open, services } = context;
  const [kind] = services.find(({ id }) => id === open?.service)?.fields ?? [];
  const held = kind?.type === "choice" ? open?.values?.[kind.name]?.value : undefined;
  if (!open || !kind || held === undefined) return reading;
  const understandings = reading.understandings.flatMap((one): Understanding[] => {
    const { [kind.name]: other, ...fields } = one.type === "correct" ? one.fields : {};
    if (
      one.type !== "correct" ||
      !other ||
      other.value === held ||
      !wantsAlso.test(text.slice(0, other.start))
    )
      return [one];
    const request: Understanding = { type: "request", service: open.service, fields: { [kind.name]: other } };
    return Object.keys(fields).length > 0 ? [{ ...one, fields }, request] : [request];
  });
  return { ...reading, understandings };
}
