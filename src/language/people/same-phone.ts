/** «نفس رقمي», "same as mine": a phone that is said to be another's, with or without its digits. Language data. */
import { fold, tokens } from "../letters/normalise.ts";

const listOf = (...patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join("|")})$`);

/** The same as the other one, whosever that is. */
const same = listOf(
  "(?:هو |هي |نعم |ايه |ايوه )?(?:نفس|نفسه|بنفس) ?(?:ال)?(?:رقمي|رقم|جوالي|جوال|نمرتي|نمره|موبايلي|شي|شيء)?(?: المستلم| المرسل| السابق| اللي قبل| انا)?(?: حقي| بتاعي)?",
  "(?:هو |هي )?(?:ال)?(?:رقم|جوال) (?:نفسه|ذاته|السابق)|(?:هو |هي )?ذات الرقم",
  "(?:it'?s |its |the |use )?(?:the )?same(?: (?:number|phone|one|mobile|as (?:mine|my number|my phone|above|before|the (?:sender|recipient))))*",
  "(?:hwa |howa )?nafs (?:el |al )?(?:ra2ami|ra2mi|raqmi|ragmi|ra2am|raqam|jawali|shay)",
);
/** The speaker's own: an answer only where another's is asked for. */
const own = listOf(
  "(?:هو )?(?:رقمي|جوالي)(?: نفسه| انا| برضه| كمان)?|انا المستلم|انا استلم|انا اللي (?:استلم|بستلم|هستلم)|انا هستلم|هو انا",
  "mine|my (?:number|phone)(?: too)?|it'?s me|i(?:'m| am) the recipient|myself",
  "raqmi ana|ana el mostalem",
);

/** What a message under a question for a phone says of whose it is; digits in it are left out. */
export function readSameness(text: string): "same" | "own" | undefined {
  if (text.length > 80) return undefined;
  const words = tokens(text).filter((word) => !/^\+?[\d-]+$/.test(word.text));
  const said = fold(words.map((word) => word.text).join(" ")).trim();
  if (said === "") return undefined;
  if (same.test(said)) return "same";
  return own.test(said) ? "own" : undefined;
}
