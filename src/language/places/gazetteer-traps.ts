/**
 * Words around the name of a place: those that prove it is one («من», «مدينة», "from"), and those that make it something else («وسط
 * المدينة», «بعد المغرب», «شارع فلسطين»). All folded.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a name that is an ordinary word too: then it is the place. */
export const placeCues = set(`
تروح يروح اروح نروح ودوها ودوه نازل نازله نازلين جاي جايه جايين نزور ازور بنوصل هنوصل من الي في ف ل ب م عند نحو صوب لحد لعند لين بين حتي وجهتي الوجهه وجهه ساكن ساكنه ساكنين اسكن نسكن مقيم مقيمه موجود موجودين فرع رحله سفر رايح رايحه رايحين مسافر مسافره مسافرين متجه متجهه متجهين نازل نازلين طالع طالعين جاي جايين زياره وصول
مدينه محافظه منطقه قريه بلده جزيره مطار فندق فنادق دوله مدن لمدينه بمدينه ومدينه لمحافظه بمحافظه لمنطقه بمنطقه بفندق بفنادق اهل قرب
from to in at near around city governorate region province town of within inside between airport hotel hotels destination live living
gay gaya gayeen jay jaya jayeen nazel nazla nazleen raye7 ray7 ray7a ray7een rayhin hanroo7 banroo7 bnroo7 troo7 fl bl ll men min mn le la lel ila ela li fe fi fel fil fii madinat be bi bel
`);
/** Before (or, in English, after) a name that would otherwise not be believed. */
export const cityWords = set(`
مدينه محافظه لمدينه بمدينه ومدينه لمحافظه بمحافظه ومحافظه المدينه الوجهه مدن city governorate town madinat destination
`);
/** Before a name: a street, a district or a body that is called after the place. */
export const namedAfter = set(`
شارع طريق حي بحي لحي وحي شارع بشارع لشارع بطريق لطريق دوار ميدان جسر كوبري مخطط بنك البنك مصرف نادي فريق صحيفه جريده قناه جامعه مدرسه
share3 shari3 tareeq tari2 7ay hay hayy 7ai hai bank university
`);
/** After a name: the same in English. */
export const namedForIt = set(`
road rd street st avenue ave district neighborhood neighbourhood roundabout square university bank newspaper
`);

/**
 * Where a name is an ordinary word although a cue stands before it: words before (up to three), words directly after. `answers`: in front of a mark, a
 * number or «يا» it is the town that was asked for, since nobody begins so with the other word.
 */
type Trap = {
  readonly before?: ReadonlySet<string>;
  readonly after?: ReadonlySet<string>;
  readonly answers?: true;
};

const timeWords = set(
  "بعد قبل وقت اذان صلاه الساعه ساعه العصر الظهر العشاء العشا الفجر الصبح ba3d 2abl gabl 8abl salat azan",
);

export const traps: ReadonlyMap<string, Trap> = new Map([
  [
    "المدينه",
    {
      before: set(
        "وسط داخل خارج قلب اطراف حول انحاء ضواحي شمال جنوب شرق غرب مركز سور اسم ما هي اي ايش وش نفس بنفس هذه هذي في-نفس ضمن خريطه عبر",
      ),
      answers: true,
      after: set(
        "الصناعيه الطبيه الجامعيه الرياضيه الاقتصاديه القديمه الجديده الكبيره الصغيره التي اللي نفسها كلها الترفيهيه الاعلاميه هي او اسم",
      ),
    },
  ],
  [
    "الخبر",
    {
      before: set(
        "سمعت سمعنا وصلني وصلنا قرات شفت نشر نشروا صحه ايش وش هذا هالخبر خلاصه انتشر عرفت ابشر بلغني",
      ),
      answers: true,
      after: set("السعيد السار الجديد الصحيح الاكيد هذا اللي الذي اليقين"),
    },
  ],
  ["المغرب", { before: timeWords }],
  ["el maghreb", { before: timeWords }],
  [
    "العين",
    {
      before: set(
        "دكتور طبيب الم وجع حساسيه التهاب عمليه شبكيه جفاف كشف عياده مستشفي احمرار ضغط جفن قطره حول تحت حبه",
      ),
      after: set("اليمني اليسري اليمين اليسار الحمراء"),
    },
  ],
  ["مسقط", { after: set("راسي راس راسه راسنا") }],
  ["القدس", { before: set("شارع مدرسه") }],
  [
    "السعوديه",
    {
      before: set("الاتصالات الخطوط الجنسيه الكهرباء الجوازات الجامعه الهويه الشركه البنوك العمله القناه"),
    },
  ],
  ["الشرقيه", { before: set("الجهه الناحيه البوابه الواجهه الموسيقي الحلويات") }],
  ["medina", { before: set("old") }],
  [
    "saudi",
    { after: set("riyal riyals rial passport national arabian citizen company licence license number visa") },
  ],
  ["hail", { before: set("all damage") }],
  ["jordan", { after: set("shoes sneakers peterson") }],
  ["turkey", { after: set("sandwich breast meat") }],
]);
