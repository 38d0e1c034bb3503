/**
 * Where somebody is, told in passing: «وأنا الحين بالخبر», "I'm in Jeddah", «بنتي اللي تدرس بالرياض». Of two places between which something goes
 * the writer's own is where it comes from; of two places for one question the one that is only told is not meant.
 */
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import type { Candidate } from "./candidate.ts";
import { type Around, cuesOf } from "./cues.ts";
import { kin } from "./kin.ts";

const adverbs =
  "الحين|حاليا|دلوقتي|هنا|ساكن\\p{L}*|مقيم\\p{L}*|عايش\\p{L}*|موجود\\p{L}*|is|are|now|currently|right now|based|living|staying|located|here|sak[ei]n\\p{L}*|3ay[ei]sh\\p{L}*|mawgood\\p{L}*|mawjood\\p{L}*|dilwa2ti|delwa2ty|al7een|el7een";
const preposition = "(?: (?:في|ف|ب|in|at|fi|fe|fel|f|b|near))?$";
/** «نحن مصنع تمور», "we are a soap factory", "e7na masna3". */
const ourTrade =
  "(?:نحن|احنا|حنا|انا|عندنا|e7na|7na|ana|we are|we're|i am|i'm|i have|we have)(?: \\p{L}+){0,2} (?:مصنع|شركه|مؤسسه|موسسه|متجر|محل|مطعم|مزرعه|مكتب|ورشه|مخبز|مستورد\\p{L}*|مقاول\\p{L}*|factory|company|firm|shop|farm|restaurant|store|business|bakery|manufacturers?|workshop|startup|traders?|masna3|masna3a|sherka|sharika|ma7al|mat3am|mazra3a)(?: \\p{L}+){0,2}";
const own = new RegExp(
  `(?<!(?:^| )(?:to|الي|deliver|l|le|[يت]جي|[يت]يجي|[يت]وصل|جيبو\\p{L}*|وصلو\\p{L}*|yegy|yeji|yewsal|yoosal))(?:^| )(?:و?انا|و?احنا|و?حنا|و?نحن|w?ana|e7na|7na|i'm|im|i am|we're|we are|i live|we live|i stay|our(?: \\p{L}+){0,2}|و?مكتبنا|و?مصنعنا|و?شركتنا|و?مقرنا|و?(?:مزرع|بقال|ورش|عياد|صيدلي|مؤسس|موسس|مدرس|جامع|شقّ?|شق|فيل|مغسل)ت(?:نا|ي)|و?(?:محل|متجر|معمل|بيت|منزل|مخزن|مستودع|مطعم|دكان|كشك)(?:نا|ي)|و?عندنا|و?عندي|3[ae]?nd[iy]|3[ae]?ndna|${ourTrade})(?: (?:${adverbs}))*${preposition}`,
  "u",
);
const theirs = new RegExp(
  `(?:^| )(?:lands?|landing|arrives?|flies|head office|headquarters|lives?|living|studies|studying|works|working|stays|staying|moved to|based|ساكن\\p{L}*|[يت]سكن\\p{L}*|عايش\\p{L}*|[يت]عيش\\p{L}*|مقيم\\p{L}*|[يت]قيم|[يت]درس|[يت]شتغل|شغال\\p{L}*|[يت]عمل|اللي|الي|elly|elli|illi|3ay[ei]sh\\p{L}*|sak[ei]n\\p{L}*|3end\\p{L}+)(?: (?:now|الحين|حاليا|دلوقتي|[\\p{L}\\d]+a))?${preposition}`,
  "u",
);

/** «أختي في بريدة», "my cousin Biju in Yanbu"; not «من أختي». */
const kinIn = new RegExp(
  `(?<!(?:^| )(?:من|من عند|عند|from|mn|men|mn 3end) )(?:^| )ل?${kin}(?: \\p{L}+)?(?: (?:هناك|هنيك|is|are|lives|now))? (?:في|ف|ب|in|at|fi|fe|fel|fl|f|b|bl)$`,
  "u",
);
const sends =
  /^(?:[يتن]?(?:بغي|بي|بغا|ريد|رسل|طرش|بعت|بعث|شحن|ودي)|(?:عايز|عاوز|محتاج|حاب)\p{L}{0,2}|wants?|needs?|sends?|sending|3ay[ei]za?|[ty]ab[iy]|[ty]abgh[aiy])$/u;
/** «حماتي رجعت الرياض», "flew home to Abha": who has gone there left behind what is to follow. */
const goneTo =
  /(?:^| )(?:و?(?:رجع|رجعت|رجعوا|رجعو|رد|ردت|سافر|سافرت|سافروا|انتقل|انتقلت|انتقلوا|نقل|نقلت|نقلوا|راح|راحت|راحوا)|r[aei]*[gj]e?3(?:at|et|t)?|saf[ae]r(?:at|et)?|sa?fa?ra?t|ra+7(?:at|et)?|(?:flew|went|gone|moved|travell?ed|returned|drove)(?: back| home)*)(?: (?:الي|ل|علي|ع|to|into|le|la|l|3ala))?(?: (?:مدينه|فرع|the|el|al))?$/u;
/** «مندوبي رجع مصر»: who used to bring things waits for none. */
const staff =
  /(?:^| )و?(?:مندوب|سواق|سائق|سايق|عامل|موظف|محاسب|driver|courier|employee|mandoob|sawwa[2g])\p{L}*(?: \p{L}+){1,3}$/u;
/** «أوصلهن الرياض», «ابعتوه حائل», "wado tabuk": bringing and going lead to a place without another word. */
const brings =
  /^(?:[وف]?(?:ه|ح|ب|س|ل)?[ايتن]?(?:وصل|ودي|ودو|روح|رسل|بعث|بعت|طرش|سلم)(?:و|وا|ون|ي|ن|ها|ه|هم|هن|نا|ني|لي|له|لها|لهم|هالي|هولي)*|(?:[aeiytn]{0,2}|w)(?:was+e?l|wa9+e?l|ws?9?l|wadd?[iyo]|roo?7|r[ou]7|rs[ei]l|b3a[t6])(?:oo?|ha|hom|hum|h|oh|ooh|ly|li)*)$/u;

/** Words this far back still tell whose place it is. */
const farthestBack = 7;

/** Whose place the words before it make it; undefined where they tell nothing. */
export function whoseIs({ before, rest }: Around): "own" | "theirs" | undefined {
  const words = before
    .slice(-farthestBack)
    .map(({ text }) => text)
    .join(" ");
  if (own.test(words)) return "own";
  // «أمي في جدة تبغى ترسل …»: who sends is where it comes from.
  const isKin = kinIn.exec(words);
  if (isKin && !isKin[0].trim().startsWith("ل") && sends.test(rest[0]?.text ?? "")) return "own";
  return theirs.test(words) || isKin || (goneTo.test(words) && !staff.test(words)) ? "theirs" : undefined;
}

/** Scores of a place that is told of: as good as a cue, and as good as nothing. */
const likeCue = 2.7;
const barely = 0.3;
/** A verb of bringing right before it. */
const ledByVerb = 3.6;

/**
 * What a place's cue is worth for a field once it is known whose place it is; `cue` itself where that changes nothing. Only forms that go from
 * one place to another, or messages with several places, are in doubt.
 */
export function placeCue(
  { field, cue, spec }: { readonly field: FieldSpec; readonly cue: number; readonly spec: ServiceSpec },
  around: Around,
  places: readonly Candidate[],
): number {
  const { phrases } = cuesOf(field);
  const [goesFrom, goesTo] = [phrases.has("from"), phrases.has("to")];
  const isWay = spec.fields.some((other) => other.type === "place" && cuesOf(other).phrases.has("from"));
  if (!isWay && (goesTo || places.length < 2)) return cue;
  const whose = whoseIs(around);
  const { text: before = "" } = around.before.at(-1) ?? {};
  if (whose === undefined) return goesTo && cue < likeCue && brings.test(before) ? ledByVerb : cue;
  if (!isWay) return 0;
  if (whose === "own") return goesFrom ? likeCue : goesTo ? 0 : cue;
  return goesTo ? likeCue : goesFrom ? Math.min(cue, barely) : cue;
}
