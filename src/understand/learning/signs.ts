/**
 * Small words that say how something is meant rather than what: denial, the past, times, sums, towns, kin, "by you". Language data in
 * five varieties, one sign for all words of a kind, so that a saying about one town or one month holds for all. For the model alone.
 */
import { fold } from "../../language/letters/normalise.ts";

const table: Readonly<Record<string, string>> = {
  not: "ماكان مالي مافيني مافينا مانا ماعم لا لم لن ليس ليست مو مش مب مهو موب مافي مفيش ماكو ماله مالها بدون ولا محد محدش not no don't dont didn't didnt doesn't doesnt isn't isnt wasn't wasnt weren't can't cant couldn't couldnt won't wont hasn't hasnt haven't without never none nothing neither msh mesh mosh moo mafi mafeesh ma7ad",
  was: "كان كانت كنت كنا كانوا was were had been did kan kanet kanat kont",
  happened:
    "اجا اجت اجاني اجو اجوا لقيت لقينا قال قالوا قالي قالولي قلت قلتوا وعدتوا وعدتوني جا جت جات جاني جتني جاتني راح راحت طلع طلعت طلعوا رجع رجعت خذا اخذ اخذوا اخد خد عطوني ادوني ادانا حصل صارت فوجيت تبين اكتشفت came went said told gave took found turned happened became felt tele3 tel3et 6ele3 gal galet 2al 2alo raj3 rege3 akhad akhath",
  yesterday:
    "امس امبارح البارح البارحه قبل_امس الماضي الماضيه الفايت السابق yesterday ago last previous embare7 ams elbare7",
  soon: "هلق هلا بكرا هلأ اليوم بكره بكرا باكر غدا الغد الليله النهارده النهاردا الحين الان حالا دلوقتي القادم القادمه الجاي الجايه المقبل today tomorrow tonight now tmrw next upcoming bokra bukra elyom alyoum elyoum now el7een delwa2ty elnaharda",
  period:
    "شهر شهرين شهور اشهر اسبوع اسبوعين اسابيع سنه سنتين سنوات سنين عام اعوام يوم يومين ايام ساعه ساعتين ساعات شهري شهريا سنوي سنويا اسبوعي ربع month months monthly week weeks weekly year years yearly annual annually day days daily hour hours quarter quarterly shahr shahrein shohoor shohor osboo3 osboo3ein sana sanatein sa3a sa3tein ayam yom yomein",
  money:
    "ريال ريالات ريالا درهم دولار جنيه دينار الف الاف الفين مبلغ المبلغ فلوس فلوسي كاش نقد نقدا ميزانيه ميزانيتي riyal riyals sar sr dollars egp dirham dirhams euro pounds thousand amount cash money budget reyal reyals alf mablagh floos floosi",
  city: "الرياض رياض جده مكه المدينه الدمام دمام الخبر الطايف طايف ابها تبوك حايل بريده القصيم عنيزه الجبيل جبيل ينبع نجران جازان جيزان الاحساء الاحسا الهفوف مشيط الخرج عرعر الباحه القطيف الظهران حفر سكاكا القاهره اسكندريه الاسكندريه دبي ابوظبي اسطنبول عمان الكويت الدوحه المنامه بيروت بغداد الشرقيه riyadh jeddah jedda jiddah makkah mecca madinah madina medina dammam khobar taif abha tabuk hail buraydah buraidah qassim jubail yanbu najran jizan jazan ahsa hofuf mushait kharj cairo alexandria dubai istanbul amman kuwait doha manama beirut elriyadh riyad jada geddah maka mekka eldammam elkhobar elta2ef ta2ef tabook",
  relative:
    "بيي اخوي خيي رفيقي رفيقتي امي ابوي اختي اخوي اخي زوجتي زوجي مرتي ماما بابا والدي والدتي خالتي خالي عمي عمتي جدي جدتي خطيبتي عيالي اولادي ابني بنتي صديقي صديقتي خويي صاحبي صاحبتي جاري جارنا جارتي mother mom mum father dad sister brother wife husband aunt uncle grandmother grandfather friend friends neighbour neighbor cousin ommi omi abooy okhti akhooy sa7bi sa7by gari",
  us: "عندنا لنا لدينا نحن احنا حنا معنا علينا شركتنا مؤسستنا مكتبنا مصنعنا متجرنا our us we we're we've ours 3endna 3andena e7na na7no",
  mine: "تبعي تبعتي تبعنا عندي لدي معي معايا بتاعي بتاعتي حقي حقتي my mine i've have 3andi 3endi 3ndi ma3aya 7agi beta3i beta3ty",
  yours:
    "تبعكن تبعكم عندكن عندكم حقكم حقتكم حقينكم بتاعكم بتاعتكم بتوعكم مندوبكم موظفكم موظفينكم سواقكم محاسبكم محاميكم مترجمكم مكتبكم مخزنكم شغلكم تعاملكم your yours you've you're beta3kom 7agkom 7aggkom mandoobkom",
  by_you:
    "معكن منكن عليكن طريقكم عبركم بواسطتكم منكم معكم لكم عليكم through_you via_you from_you with_you mnkom menkom 3alekom",
  wrong:
    "غلط خطا اخطا غلطات غلطان غلطتوا ملخبط لخبطه عكس wrong wrongly mistake mistakes error errors incorrect mixed ghalat ghalta aghlat khata2",
  near: "قريب قريبه قرب اقرب جنب جمب بجنب بجوار near nearest close closest nearby around gareeb 2orayeb ganb",
  cheap: "ارخص رخيص رخيصه اقتصادي cheap cheapest cheaper affordable rkhees rekhees",
  urgent:
    "ضروري مستعجل مستعجله عاجل عاجله بسرعه سريع urgent urgently asap quickly quick fast immediately darori mesta3gel msta3jel bsor3a besor3a",
  translate:
    "ترجم* تترجم* نترجم اترجم مترجم* translat* interpreter tarjam* tarjem* targem* targam* motarjem motargem",
  paid: "ادفع* دفع* تدفع* ندفع سدد* تسدد* تسديد سداد اسدد نسدد قسط اقساط اشتراك اشتراكات pay* paid instal* subscription* edfa3* dafa3* dafa3t sadded* sadado asaded ashterak",
  market: "سوق السوق اسواق الاسواق سوقيه market markets soo2 sou2",
  cover: "وثيقه بوليصه تغطيه policy policies cover coverage covered premium bolisa",
  deal: "صفقه صفقات الصفقه عربون مقدم deal deposit downpayment safqa safka 3arboon",
  wholesale:
    "جمله بالجمله كميه كميات كراتين wholesale bulk quantity quantities reseller resell jomla gomla kammeya",
  embassy: "سفاره السفاره قنصليه القنصليه embassy consulate sefara",
  language:
    "عربي العربيه انجليزي انجليزيه الانجليزيه فرنسي فرنسيه english arabic french urdu 3arabi engleezi ingleezi enjlizi",
  question_word: "ليش ليه ليش لماذا لما why leh lesh leesh",
};

const exact = new Map<string, string>();
const beginnings = new Map<string, string>();
for (const [sign, words] of Object.entries(table)) {
  for (const word of words.split(" ")) {
    const folded = fold(word.replace("*", "")).replaceAll("_", " ");
    (word.endsWith("*") ? beginnings : exact).set(folded, sign);
  }
}

/** Letters written onto the word: and, with, for, so, the. */
const before = /^(?:وبال|وال|بال|فال|ولل|لل|ال|[وبلف](?=.{3}))/;

/** The sign of a folded word, if it is one; a number has one too. */
export function signOf(word: string): string | undefined {
  if (/^\d/.test(word)) return "number";
  return signIn(word) ?? signIn(word.replace(before, ""));
}

function signIn(word: string): string | undefined {
  const whole = exact.get(word);
  if (whole !== undefined) return whole;
  for (let length = Math.min(word.length, 8); length >= 3; length--) {
    const found = beginnings.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}
