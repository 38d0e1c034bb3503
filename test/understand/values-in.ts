/** Every value that words give to a service's form, without the reading of what is wanted. */
import type { ServiceSpec } from "../../src/domain/understanding.ts";
import { extractFields } from "../../src/understand/values/extract.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { now, services } from "./reader.ts";

const zone = "Asia/Riyadh";

function spec(id: string): ServiceSpec {
  const found = services.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not offered`);
  return found;
}

function read(id: string, text: string) {
  return extractFields({
    ...{ text, words: wordsOf(text), spec: spec(id), denied: [] },
    moment: { now, zone },
  });
}

export function valuesIn(id: string, text: string): Record<string, unknown> {
  const { fields } = read(id, text);
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}

/** Why values cannot stand, by field. */
export function reasonsIn(id: string, text: string): Record<string, unknown> {
  const { bad } = read(id, text);
  return Object.fromEntries(Object.entries(bad).map(([name, { reason }]) => [name, reason]));
}
