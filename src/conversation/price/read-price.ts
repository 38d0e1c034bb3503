/**
 * Which of several prices a message means: by number, by the partner's name, by the sum, or «الأرخص» and «ولا واحد». A price binds, so it is
 * taken only from words all of which choose or are courtesy: «مو ٤٠٠», «ليش ٤٠٠» and «مافي أرخص» take none.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { type Token, tokens } from "../../language/letters/normalise.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { agreesBy, asksWhat, type ReplyKind } from "../../language/replies/agreeing.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import { chooseAmong, foldNames, type Option, positionIn } from "../answers/choice.ts";
import type { Catalogue } from "../flow/flow.ts";
import { bounds, isBeside, sentenceOptions } from "../reading/read-choice.ts";
import type { Choosing } from "./price-words.ts";

/** A longer message says more than which one. */
const mostWords = 8;

/** Verbs of choosing and what is chosen, beside the words that may stand beside any choice. */
const choosing: ReadonlySet<string> = new Set(
  [
    "اختار اخترت نختار اختاروا اخذ ناخذ خذ خذوا خذوه اعتمد اعتمدوا نعتمد عطوني عطونا خلينا نخلي علي لل الي السعر سعر العرض عرض شركه ابو حق صاحب ب بسعر اللي نبي نبغي",
    "i'll ill take takes choose pick price offer with from at sar riyals riyal ريال ر.س one akhtar nakhod na5od 5od khodo",
  ].flatMap((line) => line.split(" ")),
);

export function readPrice(
  catalogue: Catalogue,
  { offers }: Choosing,
  text: string,
): Understanding | undefined {
  const words = tokens(text);
  if (words.length > mostWords) return undefined;
  const read = offers.length === 1 ? readSingle : readAmong;
  const id = /[?؟]/.test(text) ? undefined : read(catalogue, offers, text);
  // «مو ٤٠٠» is about the prices all the same, and no new wish.
  const speaksOfOne =
    offers.some((offer) => kindsOf(text, namesOf(offer), offer).includes("about")) ||
    positionIn(withoutBeside(text), offers.length) !== undefined;
  return id === undefined && !speaksOfOne ? undefined : { type: "chosen", id: id ?? "unclear" };
}

const namesOf = ({ partner }: Choosing["offers"][number]): readonly string[] =>
  foldNames([partner.ar, partner.en]);

/** Of a single price its sum and its name say nothing yet: a yes or a no does. */
function readSingle(catalogue: Catalogue, offers: Choosing["offers"], text: string): string | undefined {
  const options = sentenceOptions(catalogue, "quotes.ask_one");
  const names = offers.flatMap(namesOf);
  const chosen = chooseAmong(options, text);
  if (chosen && isPlain(chosen, kindsOf(text, [...names, ...chosen.names], offers[0]), text))
    return chosen.id;
  return agreesBy(kindsOf(text, names, offers[0])) && !boundsIn(text) ? "yes" : readYesNo(text);
}

function readAmong(catalogue: Catalogue, offers: Choosing["offers"], text: string): string | undefined {
  const named = offers.map((offer): Option => ({ id: offer.offer, names: namesOf(offer) }));
  // As they stand there: the prices, then none of them.
  const shown = [...named, ...sentenceOptions(catalogue, "quotes.ask")];
  const options = [...shown, ...sentenceOptions(catalogue, "quotes.cheapest")];
  const at = positionIn(text, shown.length) ?? positionIn(withoutBeside(text), shown.length);
  const sum = bySum(offers, text);
  const chosen =
    at === undefined
      ? (chooseAmong(options, text, shown) ?? named.find(({ id }) => id === sum))
      : { id: shown[at]?.id ?? "", names: foldNames([withoutBeside(text)]) };
  if (!chosen) return readYesNo(text);
  const kinds = kindsOf(
    text,
    chosen.names,
    offers.find(({ offer }) => offer === chosen.id),
  );
  return isPlain(chosen, kinds, text) ? chosen.id : undefined;
}

/** Nothing in the message denies, doubts, asks, or says anything else than the choice. To take none may begin with a no, never with a yes. */
function isPlain({ id, names }: Option, kinds: readonly ReplyKind[], text: string): boolean {
  if (names.includes(foldNames([text])[0] ?? "")) return true;
  if (kinds.includes("other") || asksWhat(kinds) || boundsIn(text)) return false;
  return id === "none" ? !kinds.includes("yes") : !kinds.includes("no") && !tokens(text).some(isMuch);
}

/** «غالي أوي»: how much too much; beside a sum it is a doubt. */
const much: ReadonlySet<string> = new Set(
  "اوي قوي كتير كثير مره علينا عليا فعلا صراحه بصراحه كله كلها كلهم too very much really so all they are awi awy keteer kteer me us".split(
    " ",
  ),
);
const isMuch = ({ text }: Token): boolean => /^(?:اوي|قوي|كتير|كثير|too|much|awi|awy|ke?teer)$/.test(text);

const boundsIn = (text: string): boolean => tokens(text).some((token) => bounds(token.text));

/** What each word is beside the choice: its own names and its own sum are the thing that is meant. */
function kindsOf(
  text: string,
  names: readonly string[],
  offer: Choosing["offers"][number] | undefined,
): readonly ReplyKind[] {
  const said = ` ${foldNames([text])[0] ?? ""} `;
  const own = new Set(names.filter((name) => said.includes(` ${name} `)).flatMap((name) => name.split(" ")));
  const sums = findNumbers(text).filter(({ value }) => minorOf(value.number) === offer?.total.amountMinor);
  const isOwn = ({ text: word, start, end }: Token): boolean =>
    own.has(word) || sums.some((sum) => start < sum.end && end > sum.start);
  return tokens(text).map((token): ReplyKind => {
    const kind = kindOfReply(token.text);
    if (isOwn(token)) return kind === "yes" || kind === "half" ? kind : "about";
    if (kind === "no") return plainNo.test(token.text) ? kind : "other";
    if (kind !== "other" && kind !== "god" && kind !== "about") return kind;
    return [choosing, much].some((words) => words.has(token.text)) || isBeside(token.text)
      ? "filler"
      : "other";
  });
}

/** «مو غالي» refuses nothing. */
const plainNo = /^(?:لا+|no+|nope|la+2?)$/;

/** «أبي الثاني» without what may stand beside any choice. */
const withoutBeside = (text: string): string =>
  tokens(text)
    .filter(({ text: word }) => !choosing.has(word) && !isBeside(word))
    .map(({ start, end }) => text.slice(start, end))
    .join(" ");

const minorOf = (riyals: number): number => Math.round(riyals * 100);

/** «ابو ٤٥»: the only price of that many riyals. */
function bySum(offers: Choosing["offers"], text: string): string | undefined {
  const [only, other] = findNumbers(text);
  if (!only || other) return undefined;
  const [meant, another] = offers.filter(({ total }) => total.amountMinor === minorOf(only.value.number));
  return another ? undefined : meant?.offer;
}
