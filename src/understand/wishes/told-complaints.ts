/**
 * Told, and nothing asked: «الفندق اللي حجزتوه طلع مقفول», "thanks for the fast courier, six days". Such a message names the service that it is about, and
 * the model may take it for a wish. Where it says what the office did, or praises it, no service is begun of it.
 */

import { chances } from "../chances.ts";
import { conceptsOf } from "../learning/concepts.ts";
import type { Guess } from "../learning/intents.ts";
import { hasPhrase, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";
import { asksAtFront } from "./asking.ts";
import { wantsSomething, withoutJoint } from "./clause-bounds.ts";
import type { Meaning, Reader } from "./clause-reads.ts";
import type { Parts } from "./clauses.ts";

/** The complaint or the thanks that a message is, where it seems to ask for a service; any other meaning as it is. */
export function asTold(meaning: Meaning, parts: Parts, reader: Reader): Meaning {
  const [top] = meaning.guesses;
  if (!top || meaning.rule || !mayBegin(top, reader) || asks(parts) || !speaksOfUs(meaning, parts))
    return meaning;
  const told = meaning.guesses.find(({ label }) => label === "complaint" || label === "thanks");
  const enough = top.label === "out_of_scope" ? chances.toldOutside : chances.toldOfUs;
  if (!told || told.chance < enough) return meaning;
  const others = meaning.guesses.filter((guess) => guess !== told);
  return { ...meaning, guesses: [{ ...told, chance: Math.max(told.chance, chances.clear) }, ...others] };
}

/** «لا ما حجزت من عندكم», "I never ordered from you": who never dealt with us complains of nothing. */
export const deniesDealing = (words: readonly Word[]): boolean =>
  words.length <= mostOfDenial && dealing.test(words.map(({ text }) => text).join(" "));

const mostOfDenial = 6;
const dealing =
  /(?:^| )(?:(?:ما|لم|مو|مش|عمري ما|ma|mesh) (?:حجز|طلب|اشتري|شري|سجل|تعامل)\p{L}{0,3} (?:من |مع )?(?:عند|مع|من)(?:كم|كو|ك|هم)|(?:ما|ma) (?:7agazt|talabt|eshtaret) (?:men |min )?(?:3and|3end|men|ma3a)(?:kom|ko|koo)|(?:didn't|didnt|did not|never|haven't|havent|have not) (?:book|booked|order|ordered|buy|bought|request|requested|dealt|deal) (?:\p{L}+ )?(?:with|from|through) (?:you|u|your office))$/u;

/** Would it begin a service, or ask which one, or be declined? */
const mayBegin = ({ label, chance }: Guess, reader: Reader): boolean =>
  reader.isService(label) || label === "out_of_scope" || chance < chances.clear;

const asks = ({ clauses }: Parts): boolean =>
  clauses.some(({ words }) => asksAtFront(withoutJoint(words)) || wantsSomething(words));

function speaksOfUs({ words }: Meaning, { thanks, clauses }: Parts): boolean {
  const concepts = conceptsOf(
    words.map(({ text }) => text),
    words.map(({ key }) => key),
  );
  // «شكرا على السرعة، …»: the thanks stand before, and are taken off.
  const thankedFor = thanks && praised.test(clauses[0]?.words[0]?.text ?? "");
  return thankedFor || hasPhrase(praises, words) || concepts.some((concept) => ofUs.has(concept));
}

const praised = /^(?:على|علي|ع|عال|for|3ala|3la|3al)$/;

/** Said of what is admired, and of what is not. */
const praises = phrasesOf(
  "ما شاء الله|ماشاء الله|ماشالله|ما شالله|ماشاءالله|تبارك الله|عاشت الايادي|عاشت ايديكم|تسلم ايديكم|تسلم ايديكو|الله يعطيكم العافيه على|يا سلام على|مشكورين على|شكرا على|شكرا لكم على|يا لها من|يا له من|ما اسرعكم|ما احسن|نعم الخدمه",
  "thank you for|thank you so much for|thanks for|thanks a lot for|many thanks for|congrats on|hats off|top marks|what a service|so much for|great job|lovely job|nice one",
  "mashallah|mashalla|ma sha allah|masha allah|shokran 3ala|shukran 3ala|tislam edeko|teslam edeko|teslam edekom",
);

const ofUs = new Set(["you_did", "sarcasm"]);
