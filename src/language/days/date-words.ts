/** Words that name days and months, folded: standard, Gulf, Egyptian and Levantine Arabic, Arabizi, English. Data only. */

export type MonthWord = {
  readonly month: number;
  readonly calendar: "gregorian" | "hijri";
  readonly key: string;
};

const monthLines = `
g1: يناير ينار جانفي كانون_الثاني january jan januray janury januari yanayer yanair yanayr
g2: فبراير فبرابر فيفري شباط february feb febuary feburary febrary fabrayer febrayer fibrayer
g3: مارس اذار march mar mares
g4: ابريل افريل نيسان april apr abril ebril
g5: مايو ماي ايار may mayo
g6: يونيو يونيه جوان حزيران june jun younyo yonyo
g7: يوليو يوليه جويليه تموز july jul yolyo yolio
g8: اغسطس اوت اب august aug aghostos
g9: سبتمبر شتنبر ايلول september sept sep sebtember september
g10: اكتوبر تشرين_الاول october oct oktober october
g11: نوفمبر نوفمير نوفمبير نوفنبر نونبر تشرين_الثاني november nov nofember november novmber novembr noveber novamber
g12: ديسمبر دسمبر ديسمير ديسمبير دجنبر كانون_الاول december dec dicember decmber decembr deecember disember desember
h1: محرم المحرم muharram moharam m7aram mo7aram muharam
h2: صفر safar
h3: ربيع_الاول ربيع_اول rabi_awwal rabi_i rabi_1 rabi_awal
h4: ربيع_الثاني ربيع_الاخر ربيع_ثاني ربيع_اخر rabi_thani rabi_akhir rabi_ii rabi_2
h5: جمادي_الاولي جمادي_الاول جماد_الاول جماد_اول جمادي_اولي جماد_الاولي jumada_awwal jumada_ula jumada_i jumada_1
h6: جمادي_الثانيه جمادي_الاخره جمادي_الثاني جمادي_الاخر جماد_الثاني جماد_ثاني جماد_الاخر جمادي_اخره جمادي_ثانيه جماد_الاخره jumada_thani jumada_akhirah jumada_ii jumada_2
h7: رجب rajab
h8: شعبان shaban sha3ban shaaban sha'ban
h9: رمضان ramadan ramadhan ramazan ramdan rmdan
h10: شوال shawwal shawal
h11: ذو_القعده ذي_القعده ذوالقعده القعده ذالقعده dhul_qadah dhu_qadah thul_qadah
h12: ذو_الحجه ذي_الحجه ذوالحجه الحجه ذالحجه dhul_hijjah dhu_hijjah zul_hijjah dhul_hijja thul_hijjah
`;

/** Month names by their words; a name of two words has its words joined by a space. */
export const months: ReadonlyMap<string, MonthWord> = new Map(
  monthLines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [head = "", words = ""] = line.split(": ");
      const calendar: MonthWord["calendar"] = head.startsWith("g") ? "gregorian" : "hijri";
      return words.split(" ").map((word): [string, MonthWord] => {
        const key = word.replace("_", " ");
        return [key, { month: Number(head.slice(1)), calendar, key }];
      });
    }),
);

/** First words of the two-word names. */
export const monthBeginnings: ReadonlyMap<string, string> = new Map(
  [...months.keys()]
    .filter((key) => key.includes(" "))
    .map((key) => [key.split(" ")[0] ?? "", key.split(" ")[0] ?? ""]),
);

/**
 * What must stand with the word for it to name a day: nothing; the article («الخميس»; bare it is also a name); or «يوم» before or «الجاي»
 * behind, because it is also a number or another word («الأربعة», "talata"). `short`: an English abbreviation that is also a word.
 */
export type WeekdayWord = {
  readonly weekday: number;
  readonly needs: "nothing" | "article" | "day" | "short";
};

const weekdayLines = `
0 nothing: sunday elahad alahad ela7ad al7ad el7ad
0 article: احد
0 day: حد a7ad 2a7ad a7d ahad 7ad
0 nothing: sunady sundy
0 short: sun
1 nothing: monday mon mondey munday الاتنين elethnain elethnein alethnein alethnain el2etnein eletnein alithnain
1 article: اثنين اتنين
1 day: ethnain etnein ithnain ethnein etnen ithnein ethnayn etneen itneen etnin itnin
2 nothing: tuesday tue tues tuseday teusday tusday teuesday tueday eltalat althulatha elthalatha althalatha
2 article: ثلاثا تلات ثلوث ثلثا ثلثاء ثلوثا
2 day: ثلاثه تلاته thulatha thalath thalat talat tlat talaat thalatha tholatha talata
3 nothing: wednesday weds wensday wednsday wendsday wednesdy wedensday el2arbe3a elarbe3a alarbi3a elarba3a alarb3a
3 article: اربعا ربوع اربعاا
3 day: اربع اربعه arbe3a arbi3a arba3a arb3a arba3 2arba3 arbe3 2arbe3a orbo3
3 short: wed
4 nothing: thursday thu thur thurs thurday thrusday thursdey thursdy tursday khamees khamis 5amees 5amis elkhamees elkhamis alkhamis alkhamees al5amees el5amees
4 article: خميس خميص خمبس خمبيس خمييس
5 nothing: friday fri firday fridy fryday jom3a gom3a jum3a joma3a elgom3a eljom3a aljom3a aljum3a eljum3a
5 article: جمعه جمعا جمه
6 nothing: saturday saterday saturaday satruday saturdy elsabt alsabt essabt assabt
6 article: سبت سبث صبت
6 day: sabt sabet
6 short: sat
`;

export const weekdays: ReadonlyMap<string, WeekdayWord> = new Map(
  weekdayLines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [head = "", words = ""] = line.split(": ");
      const [day, needs] = head.split(" ");
      const word: WeekdayWord = { weekday: Number(day), needs: needs as WeekdayWord["needs"] };
      return words.split(" ").map((name): [string, WeekdayWord] => [name, word]);
    }),
);

/** Days counted from today. «اليوم» and «الليلة» only in this form, article included. */
export const relatives: ReadonlyMap<string, number> = new Map(
  `
-1: ams amss امس امبارح مبارح البارح البارحه امبارحه yesterday embare7 mbare7 mbar7 embar7 imbare7 elbare7 albare7 elbar7a albar7a
0: lyoum lyom alyum nharda ennhrda inaharda inharda elnharda ellaila allaila elleela ellela allela اليوم النهارده انهارده النهاردا الليله الليلا today tonight todays today's elyom alyom elyoum اليله هالليله هاليله الليلادي هاليوم alyoum alyawm elyoom enaharda ennaharda ennahrda elnaharda enharda naharda elneharda enneharda elleila tonite todaay
1: بكره بكرا بكرها بوكرا بكرة باكر باجر غدا الغد غد غدوه غدوا tomorrow tomorow tommorow tommorrow tomorrows tomorrow's tmrw tmr tmrow tomorro tomorrrow tomorrw tommorw 2morrow 2moro bokra bukra bokrah bukrah bukraa bokraa bacher bachr bchr baacher bachur bkra bkrah bukrh bokrh bakir ghadan bukrah bokre bukre boukra
`
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [days = "", words = ""] = line.split(": ");
      return words.split(" ").map((word): [string, number] => [word, Number(days)]);
    }),
);

/** «الأول من ديسمبر», "the first of December". Tens join by «و»: «الخامس والعشرين». */
export const ordinals: ReadonlyMap<string, number> = new Map(
  `
1: اول الاول first 1st
2: ثاني تاني second
3: ثالث تالت third
4: رابع fourth
5: خامس fifth
6: سادس sixth
7: سابع seventh
8: ثامن تامن eighth
9: تاسع ninth
10: عاشر tenth
11: حادي
20: عشرين عشرون twentieth
30: ثلاثين ثلاثون thirtieth
`
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [day = "", words = ""] = line.split(": ");
      return words.split(" ").map((word): [string, number] => [word, Number(day)]);
    }),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words between two ends of a range: «إلى», "to", "-". */
export const untilWords = set(
  "الي حتي لغايه لحد لين الين لـ ل لي to till until til through thru - ela ila le l7ad la7ad li7ad leen lain lghayet",
);
/** «الجاي», "next" behind a weekday in Arabic. */
export const comingWords = set(
  "الجاي جاي الجايه القادم قادم القادمه المقبل المقبله الياي اليايه الجي الجيه eljay elgay elgai eljai gay gaya gai jay jaya jai elgaya eljaya algadem el2adem elqadem coming next",
);
export const pastWords = set("الماضي الماضيه الفايت الفائت السابق elmadi elli_fat");
export const thisWords = set("هذا هاذا هذه ده دا هاي هالـ this hatha haza");
/** What makes "sun", "sat", "wed" days. */
export const beforeWeekday = set("on by until till next this before from coming to and or every last");
