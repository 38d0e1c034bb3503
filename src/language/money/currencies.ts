/** Currencies as customers name them: which money a word or sign is, and whether it is its small coin. Data, and one reader. */
import type { Currency } from "../../domain/money.ts";
import { type Pieces, piecesOf } from "../pieces.ts";

export type Coin = {
  readonly currency: Currency;
  /** Hundredths or thousandths: halalas, piastres, fils. */
  readonly small?: boolean;
};

/** Currency → its names, singular and plural, folded by use. A name of two words stands before its first word alone. */
const names: readonly (readonly [Currency, string])[] = [
  ["QAR", "ريال قطري, ريالات قطريه, ر.ق, qatari riyal, qatari riyals, qar, qr"],
  ["OMR", "ريال عماني, ريالات عمانيه, ر.ع, omani rial, omani rials, omani riyal, omr"],
  [
    "SAR",
    "ريال سعودي, ريالا سعوديا, ريالات سعوديه, ريال, ريالا, ريالات, الريال, ريل, رس, ر.س, ر. س, ر س, ر, saudi riyal, saudi riyals, riyal, riyals, rial, rials, ryal, ryals, riyalat, reyal, reyals, ريالين سعودي, real, sar, sr, s.r, s.a.r, ﷼, ⃁",
  ],
  [
    "EGP",
    "جنيه مصري, جنيها مصريا, جنيهات مصريه, جنيه, جنيها, جنيهات, جني, ج.م, ج. م, egyptian pound, egyptian pounds, egp, le, l.e, gneh, gnih, geneh, gineh, guineh, geneih, gneih",
  ],
  ["GBP", "جنيه استرليني, جنيهات استرلينيه, باوند, pound sterling, pounds sterling, pound, pounds, gbp, £"],
  [
    "AED",
    "درهم اماراتي, درهما اماراتيا, دراهم اماراتيه, درهم, دراهم, درهما, د.ا, dirham, dirhams, derham, dirhms, aed, dhs, dh",
  ],
  [
    "KWD",
    "دينار كويتي, دينارا كويتيا, دنانير كويتيه, د.ك, kuwaiti dinar, kuwaiti dinars, dinar kuwaiti, kwd, kd",
  ],
  ["BHD", "دينار بحريني, دنانير بحرينيه, د.ب, bahraini dinar, bahraini dinars, dinar bahraini, bhd, bd"],
  [
    "USD",
    "دولار امريكي, دولارا امريكيا, دولار, دولارا, دولارات, us dollar, us dollars, dollar, dollars, dolar, dolars, bucks, usd, us$, $",
  ],
  ["EUR", "يورو, اليورو, euro, euros, eur, €"],
  ["TRY", "ليره تركيه, ليرات تركيه, ليره تركي, turkish lira, turkish liras, lira, try, tl, ₺"],
];
const smallNames: readonly (readonly [Currency, string])[] = [
  ["SAR", "هلله, هللات, هللتين, halala, halalas, halalah, halalat"],
  ["EGP", "قرش, قروش, قرشا, piastre, piastres, piasters"],
];
/** Money of countries whose currency is not dealt in: read as a whole, so that «ريال يمني» is not a Saudi riyal. */
const foreign =
  "ريال يمني, ريال ايراني, درهم مغربي, دينار اردني, دينار عراقي, دينار تونسي, دينار جزائري, دينار ليبي, جنيه سوداني, ليره سوريه, ليره لبنانيه, دولار كندي, دولار استرالي, yemeni rial, moroccan dirham, jordanian dinar, iraqi dinar, canadian dollar, canadian dollars, australian dollar, australian dollars, syrian lira, lebanese lira, sudanese pound, sudanese pounds";

type Name = { readonly words: readonly string[]; readonly coin: Coin | undefined };

const wordsOf = (name: string): string[] => piecesOf(name).map(({ word }) => word);

/** First word → the names that begin with it, longest first. */
const byFirstWord: ReadonlyMap<string, readonly Name[]> = (() => {
  const all: Name[] = [
    ...foreign.split(", ").map((name) => ({ words: wordsOf(name), coin: undefined })),
    ...names.flatMap(([currency, list]) =>
      list.split(", ").map((name) => ({ words: wordsOf(name), coin: { currency } })),
    ),
    ...smallNames.flatMap(([currency, list]) =>
      list.split(", ").map((name) => ({ words: wordsOf(name), coin: { currency, small: true } })),
    ),
  ];
  const index = new Map<string, Name[]>();
  for (const name of all.sort((one, other) => other.words.length - one.words.length)) {
    const first = name.words[0] ?? "";
    index.set(first, [...(index.get(first) ?? []), name]);
  }
  return index;
})();

export type CoinMet = { readonly coin: Coin | undefined; readonly next: number; readonly end: number };

/** The name of a currency at piece `at`. */
export function readCoin(pieces: Pieces, at: number): CoinMet | undefined {
  for (const { words, coin } of byFirstWord.get(pieces[at]?.word ?? "") ?? []) {
    if (words.some((word, offset) => pieces[at + offset]?.word !== word)) continue;
    const next = at + words.length;
    return { coin, next, end: pieces[next - 1]?.end ?? 0 };
  }
  return undefined;
}
