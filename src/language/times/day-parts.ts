/** The parts of a day that people tell time by: «العصر», «بعد العشاء», "in the evening"; which hours they mean, with a number and alone. */
import { relatives, weekdays } from "../days/date-words.ts";
import { lookUp, type Piece, type Pieces, wordAt } from "../pieces.ts";

export type PartName =
  | "dawn"
  | "morning"
  | "forenoon"
  | "noon"
  | "afternoon"
  | "asr"
  | "maghrib"
  | "isha"
  | "evening"
  | "night"
  | "midnight"
  | "am"
  | "pm";

/**
 * What each part is taken for alone, and with «بعد» and «قبل». Prayer times move through the year; these are the round hours that an
 * office in the Gulf would offer, so they are always approximate. Noon and midnight in English are hours of the clock.
 */
const alone: Readonly<Record<PartName, readonly [at: string, after: string, before: string] | undefined>> = {
  dawn: ["05:00", "06:00", "04:00"],
  morning: ["09:00", "11:00", "07:00"],
  forenoon: ["10:00", "11:00", "09:00"],
  noon: ["12:00", "15:00", "11:00"],
  afternoon: ["15:00", "17:00", "12:00"],
  asr: ["16:00", "16:30", "15:00"],
  maghrib: ["18:00", "18:30", "17:30"],
  isha: ["19:30", "20:00", "19:00"],
  evening: ["19:00", "20:00", "17:00"],
  night: ["21:00", "22:00", "20:00"],
  midnight: ["00:00", "00:30", "23:00"],
  am: undefined,
  pm: undefined,
};

/**
 * `free`: means the time of day wherever it stands. `beside`: also means something else (Morocco, dinner), so alone it counts only
 * behind «بعد» or «قبل», beside a date, or as the whole message. `hour`: only beside a number.
 */
type PartWord = { readonly part: PartName; readonly stands: "free" | "beside" | "hour" };

const partWords: ReadonlyMap<string, PartWord> = new Map(
  `
dawn free: الفجر فجرا elfajr elfagr alfajr dawn
morning free: الصبح الصبخ الصباح صباحا الصبحيه elsob7 essob7 alsob7 sob7 elsoba7 elsubh saba7an morning mornings
morning beside: صباح صبح soba7 saba7
forenoon free: الضحي ضحي do7a eldo7a
noon free: الظهر ظهرا الظهريه الضهر الضهريه ضهرا eldohr eddohr aldhuhr dohr duhr zohr elzohr thohr elthohr althohr thuhr elthuhr althuhr dhohr eldhohr aldhohr dhuhr eldhuhr zuhr elzuhr noon midday midi
afternoon free: afternoon
asr free: العصر عصرا العصريه el3asr al3asr 3asr 3asran el3asreya
maghrib beside: المغرب مغرب المغربيه مغربيه elmaghrib almaghrib maghrib elmagrib elmaghreb almaghreb maghreb
isha beside: العشا عشا el3esha al3esha el3isha isha 3esha
evening free: المسا مسا مساا evening masa2an masaan masa2n elmasa2 elmasa elmasaa belmasa belmasa2 almasa almasa2
evening beside: masa masaa masa2 mesa mesa2 msa
night free: bllail bllayl bllel bllil blleil ballail bellayl الليل بليل ليلا belleil bellel bileil belel elleil blail bleil bellail billail billeil belail beleil belleel bellil allail ellail laylan lailan
night hour: tonight الليله night ليل leil leel lil
dawn hour: فجر fajr fagr
noon hour: ظهر
asr hour: عصر
midnight free: midnight
am hour: am ص
pm hour: pm م
`
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [head = "", words = ""] = line.split(": ");
      const [part, stands] = head.split(" ");
      const word = { part: part as PartName, stands: stands as PartWord["stands"] };
      return words.split(" ").map((name): [string, PartWord] => [name, word]);
    }),
);

export type DayPart = {
  readonly part: PartName;
  readonly stands: PartWord["stands"];
  readonly relation: "at" | "after" | "before";
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

const relations: ReadonlyMap<string, "after" | "before"> = new Map([
  ["بعد", "after"],
  ["عقب", "after"],
  ["after", "after"],
  ["ba3d", "after"],
  ["قبل", "before"],
  ["before", "before"],
  ["2abl", "before"],
]);
const fillers = new Set([
  "صلاه",
  "صلاة",
  "وقت",
  "اذان",
  "the",
  "in",
  "at",
  "this",
  "في",
  "el",
  "al",
  "bel",
  "fel",
  "salat",
  "salah",
  "من",
]);

/** The part of the day that begins at piece `at`: «بعد صلاة العشاء», "in the morning", «نص الليل». Greetings are none. */
export function readDayPart(pieces: Pieces, at: number): DayPart | undefined {
  const begin = pieces[at];
  if (!begin || begin.type === "mark" || begin.type === "digits") return undefined;
  const related = lookUp(relations, begin);
  let from = related ? at + 1 : at;
  while (fillers.has(wordAt(pieces, from)) && from < at + 3) from += 1;
  const piece = pieces[from];
  const midnight =
    /^(?:منتصف|نص|نصف|noss)$/.test(wordAt(pieces, from)) && wordAt(pieces, from + 1) === "الليل";
  const met = midnight ? undefined : lookUp(partWords, piece);
  if (!piece || (!met && !midnight) || isGreeting(pieces, from) || isBack(pieces, from)) return undefined;
  const next = midnight ? from + 2 : from + 1;
  const { part, stands }: PartWord = met?.entry ?? { part: "midnight", stands: "free" };
  // «صلاة» and «وقت» take away the doubt that a bare word leaves; "night" is an hour's part only as "at night" and "in the night".
  const sure = /^(?:صلاه|وقت|اذان|salat|salah)$/.test(wordAt(pieces, from - 1)) && from > at;
  const led = wordAt(pieces, from - 1);
  const inThe = led === "the" && wordAt(pieces, from - 2) === "in" && from > at + 1;
  const atNight = piece.word === "night" && from > at && (led === "at" || inThe);
  // «بعد» and «صلاة» belong to the time; "in the", «من» and "this" do not ("this evening" is also a date).
  const start = related || sure ? begin.start + (related?.skip ?? 0) : piece.start + (met?.skip ?? 0);
  const end = pieces[next - 1]?.end ?? piece.end;
  return {
    part,
    stands: sure || atNight ? "free" : stands,
    relation: related?.entry ?? "at",
    next,
    start,
    end,
  };
}

/** «أسفل الظهر», «ألم في الظهر»: the back. */
const bodies =
  /^(?:ال)?(?:[وب]?(?:ا?لم|الام|وجع|اوجاع|اسفل|اعلي|فقرات|عمود|عضلات|شد|انزلاق|عظام|فقره|خشونه|مسكن|تقوس|انحناء))$|^(?:wag3|waja3|wja3|asfal|alam|2alam|fa2arat)$/;

function isBack(pieces: Pieces, at: number): boolean {
  if (!/^(?:[وب]?ال)?[ظض]هر$|^(?:el|al)?(?:dohr|dahr|zahr|thahr|6'ahr)$/.test(wordAt(pieces, at)))
    return false;
  const in_ = /^(?:في|ف|fi|fe|el|al)$/.test(wordAt(pieces, at - 1)) ? at - 2 : at - 1;
  return bodies.test(wordAt(pieces, in_));
}

function isGreeting(pieces: Pieces, at: number): boolean {
  if (/^(?:good|صباحو|يسعد)$/.test(wordAt(pieces, at - 1))) return true;
  return /^(?:الخير|النور|الورد|الفل|الياسمين|الانوار|el5er|elkheir|alkhair|elkhair|elkher|alkheir|el5eir|alnoor|elnoor)$/.test(
    wordAt(pieces, at + 1),
  );
}

const isDay = (piece: Piece | undefined): boolean =>
  lookUp(relatives, piece) !== undefined || lookUp(weekdays, piece) !== undefined || piece?.word === "يوم";

/** The time that a part alone is taken for; undefined when the word may well mean something else. The end of a range is no doubt. */
export function timeOfPart(pieces: Pieces, at: number, part: DayPart, endsRange = false): string | undefined {
  const times = alone[part.part];
  if (!times || part.stands === "hour") return undefined;
  const whole = part.next - at === pieces.length;
  const beside = endsRange || isDay(pieces[at - 1]) || isDay(pieces[part.next]);
  if (part.stands === "beside" && part.relation === "at" && !whole && !beside) return undefined;
  const bare = /^(?:مساا?|صباح|صبح)$/.test(wordAt(pieces, part.next - 1));
  if (bare && !whole && !beside && part.relation === "at") return undefined;
  return times[part.relation === "at" ? 0 : part.relation === "after" ? 1 : 2];
}

/** English noon and midnight are exact; every other part is a guess. */
export function isExactPart(pieces: Pieces, part: DayPart): boolean {
  return part.relation === "at" && /^(?:noon|midday|midnight)$/.test(wordAt(pieces, part.next - 1));
}

/**
 * The hour of the day (0–23) that a clock hour means. Bare: 1–6 are in the afternoon and 7–11 in the morning, as an office's hours
 * go; 12 is noon; above 12 it is a 24-hour clock already.
 */
export function hourOfDay(hour: number, part: PartName | undefined): number {
  if (hour > 12 || hour === 0) return hour % 24;
  const later = hour === 12 ? 12 : hour + 12;
  const earlier = hour % 12;
  switch (part) {
    case undefined:
      return hour <= 6 ? later : hour;
    case "am":
    case "dawn":
    case "morning":
    case "forenoon":
      return earlier;
    case "noon":
      return hour >= 9 ? hour : later;
    case "evening":
    case "maghrib":
    case "isha":
      return hour === 12 ? 0 : later;
    case "night":
    case "midnight":
      return hour === 12 || hour <= 4 ? earlier : later;
    case "afternoon":
    case "asr":
    case "pm":
      return later;
    default: {
      const never: never = part;
      throw new Error(`Unknown part of the day: ${String(never)}`);
    }
  }
}

/** Every word that a part of the day can begin with. */
export const partBeginnings: readonly string[] = [
  ...partWords.keys(),
  ...relations.keys(),
  ...fillers,
  ..."منتصف نص نصف noss".split(" "),
];
