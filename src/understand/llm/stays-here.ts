/**
 * What of a chat must not leave this machine: everything about a service that is marked as sensitive (unless the owner trusts the
 * server), and the spans of a message that name or number a person.
 */
import type { ReadField, ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { codeWord, passwordWord } from "../../language/guarded/secret-words.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Asked, Turn } from "../classifier.ts";

/** Could words be about a sensitive service? Decided by the embedded model, generously. */
export type SoundsSensitive = (text: string) => boolean;

/** Words about passwords and codes: what stands beside them is nobody's business, even where no secret was recognised. */
export function speaksOfSecrets(text: string): boolean {
  const folded = fold(text);
  return folded.search(passwordWord) >= 0 || folded.search(codeWord) >= 0;
}

/** The chat has to do with health, the embedded reading names it, or the words sound like it. */
export function isSensitive(
  { text, context, first, chat }: Asked,
  soundsSensitive: SoundsSensitive,
): boolean {
  const sensitive = sensitiveOf(context.services);
  if (sensitive.size === 0) return false;
  const concerned = [...chat.services, context.open?.service, ...first.understandings.flatMap(servicesIn)];
  return (
    concerned.some((service) => service !== undefined && sensitive.has(service)) || soundsSensitive(text)
  );
}

/** Earlier lines, but none up to the last that has to do with a sensitive service. */
export function withoutSensitive(recent: readonly Turn[], soundsSensitive: SoundsSensitive): readonly Turn[] {
  return recent.slice(recent.findLastIndex(({ text }) => soundsSensitive(text)) + 1);
}

function sensitiveOf(services: readonly ServiceSpec[]): ReadonlySet<string> {
  return new Set(services.flatMap(({ id, sensitive }) => (sensitive ? [id] : [])));
}

function servicesIn(one: Understanding): readonly string[] {
  if (one.type === "unclear") return one.candidates;
  return "service" in one && one.service !== undefined ? [one.service] : [];
}

const personalTypes: ReadonlySet<string> = new Set([
  "person_name",
  "phone",
  "national_id",
  "establishment_number",
  "iban",
]);

/** What the embedded reading takes for a person's name or number. */
export function personalSpans({ first, context }: Asked): readonly ReadField[] {
  const types = new Map(
    context.services.flatMap(({ id, fields }) =>
      fields.map(({ name, type }) => [`${id}.${name}`, type] as const),
    ),
  );
  return first.understandings.flatMap((one) => {
    if (one.type !== "request" && one.type !== "answers" && one.type !== "correct") return [];
    const service = one.type === "request" ? one.service : context.open?.service;
    return Object.entries(one.fields).flatMap(([name, field]) =>
      personalTypes.has(types.get(`${service}.${name}`) ?? "") && field.end > field.start ? [field] : [],
    );
  });
}
