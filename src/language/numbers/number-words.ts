/** Words that are numbers, folded: standard, Gulf and Egyptian Arabic, Arabizi, English. Data only; numbers.ts puts them together. */
import { fold } from "../letters/normalise.ts";

/**
 * `one` 0–9, `teen` 10–19, `ten` 20–90, `hundred` and `thousand` (any larger power), `joint` half a teen («احد» of «احد عشر»),
 * `part` a fraction.
 */
export type NumberWord = {
  readonly value: number;
  readonly type: "one" | "teen" | "ten" | "hundred" | "thousand" | "joint" | "part";
  /** English and Arabizi words follow their own rules of joining. */
  readonly english: boolean;
};

const arabic = `
0 one: صفر زيرو sefr sifr
1 one: واحد واحده وحده wa7ed wa7id wahed wahid wa7da wahda wa7de
2 one: اثنين اثنان اثنتين اثنتان ثنتين ثنين اتنين تنين etnen etnein itnen itnein etneen ithnain ithnein ethnen ethnain ethnein thnain thnein thnen tnen tnein ethneen etnain itnain tnain tneen
3 one: ثلاثه ثلاث تلاته تلات تلت talata talat talateh tlata talatah thalatha thalath thalathah tlatha thlatha tlath talath
4 one: اربعه اربع arba3a arba3 arb3a arba3ah arbaa
5 one: خمسه خمس khamsa khams 5amsa 5ams khamsah 5amsah
6 one: سته ست setta sitta seta sita sett sitt settah sittah
7 one: سبعه سبع sab3a sab3 saba3 sab3ah saba3a
8 one: ثمانيه ثمان ثماني ثمنيه تمانيه تمنيه تمن تمان tamanya tamania thamanya thamania thmanya tmanya tamanyah thmania tamaniya thamaniya tmania tmanya
9 one: تسعه تسع tes3a tis3a tes3 tis3 tes3ah tis3ah tesa3a
10 teen: عشره عشر 3ashara 3ashra 3shara 3ashr 3ashrah 3asharah 3ashara ashara
11 teen: حداشر احداشر حدعشر احدعشر احدعش حدعش دعش اهدعش 7edashar 7idashar 7da3sh e7da3sh hdashar
12 teen: اتناشر اثناشر اطنعش اطناعش اثنعش اثناعش اثناعشر ثنعش اثنعشر etnashar itnashar ethna3sh ethna3ashar thna3sh
13 teen: ثلطعش talatashar thalatta3sh
15 teen: khamastashar 5amastashar khamsta3sh
13 teen: talatashar tlatta3sh
14 teen: arba3tashar arba3ta3sh
15 teen: خمستعش
16 teen: سطعش ستعش settashar sitta3sh
17 teen: saba3tashar sab3ata3sh
18 teen: tamantashar thamanta3sh
19 teen: tesa3tashar tes3ata3sh
12 teen: درزن دزينه درزينه دسته
20 ten: عشرين عشرون 3eshreen 3ishreen 3shreen 3eshrin 3ishrin 3shrin
30 ten: ثلاثين ثلاثون تلاتين talateen thalatheen talatin thalathin
40 ten: اربعين اربعون arbe3een arba3een arbi3een arb3een arbe3in
50 ten: خمسين خمسون khamseen 5amseen khamsin
60 ten: ستين ستون setteen sitteen settin
70 ten: سبعين سبعون sab3een sab3in
80 ten: ثمانين ثمانون تمانين tamaneen thamaneen thmaneen
90 ten: تسعين تسعون tes3een tis3een
100 hundred: ميه مايه ميت meya miya mya meyya miyya mia
200 hundred: ميتين ميتان مايتين مايتان ميتي ميتا مايتي miteen meteen mitein meetein miten mitain
300 hundred: talatmeya talatmiya toltomeya tultumeya thalathmeya thalathmiya thlathmiya
400 hundred: arba3meya arba3miya rob3omeya rub3umeya arb3meya
500 hundred: khamsmeya khamsmiya 5amsmeya 5amsmiya khomsomeya 5omsomeya khumsumeya khomsmeya
600 hundred: settmeya settomeya sittmeya sittmiya
700 hundred: sab3meya sob3omeya sab3miya
800 hundred: tamanmeya tomnomeya thamanmeya thamanmiya
900 hundred: tes3meya tos3omeya tis3miya
1000 thousand: الف الفا الاف تلاف تالاف alf alaf alaaf talaf
2000 thousand: الفين الفان الفي alfein alfeen alfain alfen
1000000 thousand: مليون مليونا ملايين million millions milyon malayeen
2000000 thousand: مليونين مليونان مليوني
1 joint: احد احدي
2 joint: اثنا اثني اثنتا اثنتي
0.5 part: نص نصف نصفا noss nos nuss nusf nesf nus
0.25 part: ربع ربعا rob3 rub3 rube3
0.3333 part: ثلث ثلثا
0.6667 part: ثلثين
`;

const english = `
0 one: zero
1 one: one
2 one: two couple
3 one: three
4 one: four
5 one: five
6 one: six
7 one: seven
8 one: eight
9 one: nine
10 teen: ten
11 teen: eleven
12 teen: twelve
12 hundred: dozen dozens
13 teen: thirteen
14 teen: fourteen
15 teen: fifteen
16 teen: sixteen
17 teen: seventeen
18 teen: eighteen
19 teen: nineteen
20 ten: twenty
30 ten: thirty
40 ten: forty fourty
50 ten: fifty
60 ten: sixty
70 ten: seventy
80 ten: eighty
90 ten: ninety
100 hundred: hundred hundreds
1000 thousand: thousand thousands k
0.5 part: half
0.25 part: quarter
`;

/** Stems of 13–19 and 300–900, which the dialects join with their own endings: خمسطعش، خمستاشر، خمسميه. */
const stems: Readonly<Record<number, string>> = {
  3: "ثلاث ثلث تلات تلت تلط ثلط ثلاثه",
  4: "اربع اربعه ربع",
  5: "خمس خمسه",
  6: "ست سته س",
  7: "سبع سبعه",
  8: "ثمان ثمن تمان تمن ثماني",
  9: "تسع تسعه",
};
const teenEndings = ["طعش", "طعشر", "تعش", "تعشر", "تاشر", "طاشر", "عشر"];
const hundredEndings = ["ميه", "مايه", "ميت"];

function* entries(list: string, isEnglish: boolean): Generator<[string, NumberWord]> {
  for (const line of list.trim().split("\n")) {
    const [head = "", words = ""] = line.split(": ");
    const [value, type] = head.split(" ");
    for (const word of words.split(" ")) {
      yield [fold(word), { value: Number(value), type: type as NumberWord["type"], english: isEnglish }];
    }
  }
}

function* joined(): Generator<[string, NumberWord]> {
  for (const [digit, forms] of Object.entries(stems)) {
    for (const stem of forms.split(" ")) {
      for (const ending of teenEndings) {
        yield [`${stem}${ending}`, { value: 10 + Number(digit), type: "teen", english: false }];
      }
      if (stem === "س") continue;
      for (const ending of hundredEndings) {
        yield [`${stem}${ending}`, { value: 100 * Number(digit), type: "hundred", english: false }];
      }
    }
  }
}

/** "thirtyfive": tens and ones run together. */
function* runTogether(): Generator<[string, NumberWord]> {
  const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  const ones = "one two three four five six seven eight nine".split(" ");
  for (const [n, ten] of tens.entries())
    for (const [m, one] of ones.entries())
      yield [`${ten}${one}`, { value: (n + 2) * 10 + m + 1, type: "ten", english: true }];
}

/** Every number word, folded. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map([
  ...joined(),
  ...runTogether(),
  ...entries(arabic, false),
  ...entries(english, true),
]);

/**
 * Counted nouns whose plural is not made by an ending, singular first: a question that lists one form takes the others too.
 * Arabizi and English spellings stand with them.
 */
export const nounFamilies: readonly (readonly string[])[] = `
ليله ليالي ليال laila leila layla layali layaly
يوم ايام yom youm ayyam ayam
اسبوع اسابيع osbo3 usboo3 osboo3 usbu3 esbo3 asabee3
شهر شهور اشهر shahr shohoor ashhor
سنه سنين سنوات sana seneen sanawat
ساعه ساعات sa3a sa3at
دقيقه دقايق
شخص اشخاص shakhs ashkhas
نفر انفار نفرات nafar
فرد افراد fard afrad
ضيف ضيوف
بالغ بالغين
طفل اطفال
بزر بزران بزوره
ولد اولاد
غرفه غرف ghorfa ghoraf
اوضه اوض
سرير اسره
كرتون كراتين karton karateen
كرتونه كراتين كرتونات
صندوق صناديق
طرد طرود
قطعه قطع
شنطه شنط
علبه علب
كتاب كتب
كيلو كيلوات كيلوهات كيلوجرام كيلوجرامات كيلوغرام كيلوغرامات كجم كغ كغم kilo kilos kg kgs kilogram kilograms
طن اطنان
متر امتار
نجمه نجوم
نسخه نسخ
ورقه اوراق
وثيقه وثايق
معامله معاملات
جهاز اجهزه
سياره سيارات
فله فلل
رخصه رخص
اقامه اقامات
جهه جهات
بطاقه بطاقات
مكتب مكاتب
خط خطوط
حبه حبات
موظف موظفين
عامل عمال
ترجمه تراجم
جواز جوازات
كيس اكياس kees akyas
شوال شوايل شوالات
لفه لفات
ربطه ربطات
حزمه حزم
رزمه رزم
طبليه طبليات
تنكه تنك
سايق سايقين
سواق سواقين
رجل رجال رجاجيل
حرمه حريم
بنت بنات
طالب طلاب
شاحنه شاحنات
باص باصات
فيلا فلل
طبيب اطباء
عربيه عربيات
حاج حجاج
زاير زوار
مسافر مسافرين
معتمر معتمرين
متدرب متدربين
رساله رسايل
ملف ملفات
خادمه خادمات
شغاله شغالات
موهل موهلات
فيزا فيز
تاشيره تاشيرات
person people persons
child children kids
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

/** Duals in Arabizi, by folded singular. */
export const arabiziDuals: ReadonlyMap<string, readonly string[]> = new Map(
  `
ليله lelten lylten lilten leletain leletein laylteen lyltain lyltayn layltayn leilten leilteen leiltein layleten laylten laylatain laylatein layltein lailten lailtain lailtein leltein leltain leltin lailatain lailatein leilatain leilatein
يوم yomen yomein yomain youmain youmein yoomen
اسبوع osbo3en osbo3ein osbo3ain usbu3ain usboo3ain osboo3en osbo3een usbu3een
شهر shahren shahrein shahrain shahreen shahrayn
سنه santen santein sanatain sanatein sanaten santeen sanateen
ساعه sa3ten sa3tein sa3tain sa3atain sa3teen
شخص shakhsen shakhsein shakhsain sha5sain sha5sen
نفر nafaren nafarain nafarein
فرد farden fardein fardain
اوضه odten odetein odtein odetain oodtein
غرفه ghorften ghorfetain ghurfatain ghorften ghorfatain ghurftain
كيلو kiloain kiloein
`
    .trim()
    .split("\n")
    .map((line) => {
      const [noun = "", ...duals] = line.split(" ");
      return [noun, duals] as const;
    }),
);
