/** «نفس رقمي», "same as mine": a phone that is said to be another's, with or without its digits. Language data. */
import { tokens } from "../letters/normalise.ts";
import { listOf } from "../replies/reply-words.ts";

const sameWords = listOf("نفس نفسه نفسها بنفس ذات ذاته same nafs nafso");
const phones = listOf(
  "رقم الرقم جوال الجوال نمره النمره موبايل الموبايل number phone mobile one raqam ra2am el-raqam jawal",
);
const ownPhones = listOf(
  "رقمي جوالي نمرتي موبايلي mine raqmi ragmi ra2mi ra2ami jawali jawwali number-of-mine myself",
);
const selves = listOf("انا ana i i'm im me");
/** Who receives, named or by what they do. */
const recipients = listOf(
  "المستلم مستلم استلم بستلم هستلم استلمه استلمها استلمها recipient receiver receiving elmstelem mostalem mustalim mstlm mstelem el-mostalem elmostalem astelem bastelem hastelem",
);
/** Say nothing else beside them. */
const around = listOf(
  "هو هي نعم ايه ايوه اي علي على ال اللي الي حقي بتاعي كمان برضه ايضا السابق السابقه قبل المرسل شي شيء الشي it's its it is the use as on am and or my too also above before sender yes thing to for hwa howa huwa heya el al aywa eh 3ala w elly elli",
);

/** What a message under a question for a phone says of whose it is; digits in it are left out. */
export function readSameness(text: string): "same" | "own" | undefined {
  if (text.length > 80) return undefined;
  const words = tokens(text)
    .map((word) => word.text)
    .filter((word) => !/^\+?[\d-]+$/.test(word));
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if (!words.every((word) => all.some((set) => set.has(word)))) return undefined;
  if (has(sameWords)) return "same";
  const isMine = has(ownPhones) || (words.includes("my") && has(phones));
  return isMine || (has(recipients) && has(selves)) || isSelf(words) ? "own" : undefined;
}

const all = [sameWords, phones, ownPhones, selves, recipients, around];

/** «هو انا», "it's me". */
const isSelf = (words: readonly string[]): boolean => /^(?:هو انا|it'?s me|howa ana)$/.test(words.join(" "));
