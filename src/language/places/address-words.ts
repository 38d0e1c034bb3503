/** The words that addresses.ts reads by: what opens a district, a street, a building, and where a name goes on. Folded. Data only. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a name: «حي الملقا», «شارع التحلية», "hay al malqa". */
export const districtHeads = /^(?:[وفبلك]{0,2}(?:حي|حاره|ضاحيه)|7ay|7ai|7ayy|hay|hayy|hai)$/;
export const streetHeads =
  /^(?:[وفبلكع]{0,2}(?:شارع|طريق|دوار|ميدان|تقاطع|كورنيش)|ش|share3|shari3|shar3|shara3|sharea|shari|tareeq|tari2|tare2|tariq|midan|dawar)$/;
/** Before a number, an ordinal or a letter; some also before a name. */
export const buildingHeads =
  /^(?:[وفبلك]{0,2}(?:ال)?(?:مبني|عماره|عمارت|بنايه|برج|فيلا|فله|شقه|دور|طابق|وحده|محل|بيت|منزل|قطعه|بلوك|مجمع|بوابه|معرض|رقم المبني)|building|bldg|villa|apt|apartment|flat|floor|tower|unit|house|block|shop|gate|suite|mabna|3emara|3omara|3imara|sha2a|sha22a|shaqa|shagga|dor|door|villah|fella)$/;
export const namedBuildings = /^[وفبلك]{0,2}(?:ال)?(?:برج|عماره|مجمع|كمباوند)$/;
/** Behind a name: "Al Malqa district", "King Fahd Road". */
export const englishTails = set(
  "district dist street str st road rd avenue ave neighborhood neighbourhood roundabout boulevard blvd square compound",
);
/** Landmarks go on an address that has begun; alone they are none. */
export const landmarkHeads = set(
  "جنب بجنب جمب بجانب جانب بجوار جوار مقابل قبال خلف ورا وراء قدام امام قريب قرب بين يمين near behind opposite beside next across ganb gamb gnb odam qudam wara mo2abel",
);
const ordinals = set(
  "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الاولي الثانيه الثالثه الارضي الاخير first second third fourth fifth ground",
);

/** Does this word number a building, floor or flat? */
export function isNumbering(word: string): boolean {
  return (
    /^\d{1,5}[a-z]?$/.test(word) ||
    /^(?:[b-hj-z]|[a-z]\d{1,3})$/.test(word) ||
    /^[اأبتثجحدسصعم]$/.test(word) ||
    ordinals.has(word)
  );
}

/** A name's word that needs the next one. */
const nameHeads = set(
  "الملك ملك الامير امير الاميره اميره الشيخ الامام الدكتور ابن ابو ابي ام عبد بني بن ظهره وادي تلال نزله عين جبل باب واحه درر شرق غرب شمال جنوب اسكان مدينه قصر سوق سيدي king prince princess abu abo ibn bin bint um umm al el ar as ad an ash sheikh imam malek malik amir emir",
);
/** A name's word that belongs to the one before. */
const nameTails = set(
  "الشرقي الشرقيه الغربي الغربيه الشمالي الشماليه الجنوبي الجنوبيه الجديد الجديده القديم القديمه العام الدايري السريع الفرعي الرييسي بن ابن bin ibn north south east west",
);
export const goesOn = (word: string): boolean => nameHeads.has(word);
export const belongsBack = (word: string): boolean => nameTails.has(word);

/** With an article and yet no name. */
export const neverNames = set(
  "الله اللي الي الان الحين اليوم الليله الساعه السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه الصبح الظهر العصر المغرب العشاء على علي من في عند عن الجوال الرقم رقمي جوالي",
);
export const zodiac = set(
  "الحمل الثور الجوزاء السرطان الاسد العذراء الميزان العقرب القوس الجدي الدلو الحوت المراقبه",
);
/** Where an English name begins: what stands before it is another word. */
export const englishStops = set(
  "in on at from to the my is are near and of pick up pickup it's its address i live we located this that our your for behind opposite with by deliver drop send me him her order home house office via off first second third one same which what any main next whole cross a an",
);
/** Words that may stand between two parts of one address. */
export const betweenParts =
  /^[\s,.;:\-–/()|+]*(?:(?:و|في|ف|ب|رقم|الرقم|مدينه|بمدينه|مدينة|الرمز البريدي|رمز بريدي|الرقم الاضافي|in|on|at|the|of|and|no|number|city|fe|fi|zip|postal code|p\.?o\.?)[\s,.:\-–]*)*$/;
