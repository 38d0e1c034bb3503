/** Words that answers are made of all day and that say nothing of a person: yes and no, thanks, days, months, small numbers, commands. None that is a name, too. */

const longest = 40;
const mostWords = 3;

const words: ReadonlySet<string> = new Set(
  `نعم اي ايه ايوه ايوا اه آه اجل أجل لا لأ كلا تمام طيب اوكي أوكي موافق موافقة صح صحيح مضبوط مظبوط اكيد أكيد ابشر اعتمد اعتمدوا
  شكرا شكرًا شكراً مشكور مشكورين تسلم تسلمون يسلمو عفوا العفو مرحبا السلام عليكم وعليكم من فضلك لو سمحت سمحتوا
  بعدين لاحقا لاحقًا تخطي الغاء إلغاء تعديل تغيير كمل نكمل موظف مساعدة القائمة المزيد وين فين طلبي الطلب
  اليوم النهارده بكرة بكره باكر غدا غدًا بعد الاحد الأحد الاثنين الإثنين الثلاثاء الاربعاء الأربعاء الخميس الجمعة الجمعه السبت يوم الساعة الساعه
  الصبح الظهر العصر المغرب العشاء الليل صباحا ص م يناير فبراير مارس ابريل أبريل مايو يونيو يوليو اغسطس أغسطس سبتمبر اكتوبر أكتوبر نوفمبر ديسمبر
  محرم جمادى شوال الأول الاول الثاني الثانيه الثانية الثالث الرابع الخامس الاخير
  واحد واحده وحده اثنين اتنين ثنين ثلاث ثلاثة تلاته اربع اربعة أربعة خمس خمسة ست ستة سبع سبعة ثمان ثمانية تسع تسعة عشر عشرة ليلتين شخصين
  yes yeah yep yup no nope ok okay sure fine correct right done agreed confirm thanks thank you thx please hi hello hey
  later skip cancel change edit continue person help menu more status where is my order today tomorrow tonight am pm at on the
  sunday monday tuesday wednesday thursday friday saturday january february march july september october november december
  first second third last one two three four five six seven eight nine ten night nights
  na3am aywa aiwa eh la tmam tamam shukran bukra bokra alyoum el youm ok`
    .split(/\s+/)
    .filter(Boolean),
);
const between = /[\s,.!?؟،…]+/u;
const smallNumber = /^\p{Nd}{1,2}$/u;

/** Whether a text is a few such words and numbers of one or two digits, and not digit after digit. */
export function isEveryday(text: string): boolean {
  if (text.length > longest) return false;
  // Most that is asked about is a single word.
  if (!between.test(text)) return isListed(text.toLowerCase());
  const said = text.toLowerCase().split(between).filter(Boolean);
  const numbers = said.filter((word) => smallNumber.test(word)).length;
  return said.length <= mostWords && numbers <= 1 && said.every(isListed);
}

const isListed = (word: string): boolean => words.has(word) || smallNumber.test(word);
