/** Which of several prices a message means: by number, by the partner's name, by the sum, or «الأرخص» and «ولا واحد». */
import type { Understanding } from "../domain/understanding.ts";
import { tokens } from "../language/normalise.ts";
import { findNumbers } from "../language/numbers.ts";
import { readYesNo } from "../language/yes-no.ts";
import { chooseAmong, foldNames, type Option, positionIn } from "./answers/choice.ts";
import type { Catalogue } from "./flow.ts";
import type { Choosing } from "./price-words.ts";
import { isBeside, sentenceOptions } from "./read-choice.ts";

/** A longer message says more than which one. */
const mostWords = 8;

/** Verbs of choosing and what is chosen, beside the words that may stand beside any choice. */
const choosing: ReadonlySet<string> = new Set(
  [
    "اختار اخترت نختار اختاروا اخذ ناخذ خذ خذوا خذوه اعتمد اعتمدوا نعتمد عطوني عطونا السعر سعر العرض عرض شركه ابو حق صاحب ب بسعر اللي نبي نبغي",
    "take choose pick price offer with from at sar riyals riyal akhtar nakhod na5od",
  ].flatMap((line) => line.split(" ")),
);

export function readPrice(
  catalogue: Catalogue,
  { offers }: Choosing,
  text: string,
): Understanding | undefined {
  const words = tokens(text);
  if (words.length > mostWords || /[?؟]/.test(text)) return undefined;
  const single = offers.length === 1;
  const none = sentenceOptions(catalogue, single ? "quotes.ask_one" : "quotes.ask");
  const named = offers.map(
    ({ offer, partner }): Option => ({ id: offer, names: foldNames([partner.ar, partner.en]) }),
  );
  // As they stand there: the prices, then none of them; of a single one yes and no.
  const shown = single ? none : [...named, ...none];
  const options = [...shown, ...(single ? named : []), ...sentenceOptions(catalogue, "quotes.cheapest")];
  const bare = words.filter(({ text: word }) => !choosing.has(word) && !isBeside(word));
  const rest = bare.map((token) => text.slice(token.start, token.end)).join(" ");
  const at = positionIn(text, shown.length) ?? positionIn(rest, shown.length);
  const chosen = at === undefined ? chooseAmong(options, text, shown) : shown[at];
  const id = chosen?.id ?? bySum(offers, text) ?? readYesNo(text);
  return id === undefined ? undefined : { type: "chosen", id };
}

/** «ابو ٤٥»: the only price of that many riyals. */
function bySum(offers: Choosing["offers"], text: string): string | undefined {
  const [only, other] = findNumbers(text);
  if (!only || other) return undefined;
  const minor = Math.round(only.value.number * 100);
  const [meant, another] = offers.filter(({ total }) => total.amountMinor === minor);
  return another ? undefined : meant?.offer;
}
