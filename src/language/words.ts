/**
 * Ordinary words of customers' messages, folded: what is never a slip of the finger for a city, and never part of a person's name.
 * The list leans on words that lie close to a place («الحمام» and «الدمام», "media" and "Medina") and on the trade's own.
 */
import { arabiziWords, englishWords } from "./letters/arabizi-words.ts";
import { fold } from "./letters/normalise.ts";

const arabic = `
ابي ابغي ابغا ابا نبي نبغي نبغا تبي تبغي يبي يبغي اريد نريد اود ارغب نرغب احتاج نحتاج محتاج محتاجه عايز عايزه عاوز عاوزه عايزين بدي حاب حابه ودي ممكن
لو سمحت سمحتم فضلك تكرما تكفي الله يعافيك يعطيك العافيه مرحبا اهلا هلا هلاا السلام عليكم وعليكم ورحمه وبركاته صباح مساء الخير النور شكرا مشكور مشكورين تسلم
تمام طيب اوكي اوك نعم ايوه ايوا ايه اي لا لاا مو مش ما ماني موب ليس غير بدون بس فقط خلاص يعني اقصد قصدي كنسل الغي الغاء الغوا اوقف وقف عدل تعديل غير غيري تغيير
من الي علي في عن مع عند لين حتي لحد بين قبل بعد خلال اثناء وسط داخل خارج فوق تحت امام خلف جنب جمب بجنب بجوار قرب قريب قريبه مقابل قدام ورا وراء يمين يسار
هذا هذي هذه هذاك ذا دي ده دا هاذا اللي الي الذي التي هو هي هم انا انت انتم انتي احنا نحن حنا هنا هناك كذا كده كدا هيك
كم بكم متي وين فين اين كيف ازاي ايش وش شو ليش ليه لماذا هل اي ماذا مين
يوم اليوم امس بكره بكرا غدا بعدين الان الحين دلوقتي دلوقت الليله ليله ليالي ليلتين ساعه ساعات دقيقه دقايق اسبوع اسابيع شهر شهور اشهر سنه سنوات سنين عام الصبح الصباح الظهر العصر المغرب العشاء
الفجر المسا المساء النهارده السبت الاحد الاثنين الاتنين الثلاثاء التلات الاربعاء الاربع الخميس الجمعه جمعه القادم القادمه الجاي الجايه المقبل الماضي نهايه بدايه اول اخر
طلب طلبي طلبيه الطلب طلبات رقم رقمي الرقم جوال جوالي الجوال موبايل موبايلي هاتف هاتفي تلفون تلفوني اسم اسمي الاسم باسم عنوان عنواني العنوان مدينه المدينه المدينة موقع موقعي الموقع
شحن شحنه شحنتي الشحنه شحنات طرد طردي الطرد طرود توصيل التوصيل اوصل توصلون توصلونه يوصل وصل وصلني ارسل ارسال ارسلوا نرسل استلام استلم المستلم المرسل استلموا تسليم مندوب المندوب كرتون كرتونه
كراتين صندوق صناديق ظرف ملابس كتب كتاب اوراق ورق اغراض غرض عفش اثاث هديه هدايا جهاز اجهزه ادويه دواء اكل طعام عطور عطر لابتوب سياره سيارتي السياره سيارات شاحنه شاحنات شحنت
وزن وزنها وزنه الوزن كيلو كيلوات كجم جرام طن متر مترمربع حجم كبير كبيره صغير صغيره ثقيل خفيف قابل للكسر زجاج مستعجل مستعجله عاجل ضروري بسرعه
مدام المدام والمدام للمدام madam elmadam فندق فنادق الفندق حجز احجز الحجز حجزي حجوزات غرفه غرف الغرفه الغرف جناح اجنحه شقه شقق مفروشه سرير سريرين شخص شخصين اشخاص فرد فردين افراد بالغ بالغين طفل طفلين اطفال نزيل نزلاء ضيف ضيوف نجمه نجوم
خمس ثلاث اربع ست سبع ثمان تسع عشر خمسه ثلاثه اربعه سته سبعه ثمانيه تسعه عشره واحد واحده اثنين ثنتين مئه ميه ميتين الف الفين نص نصف ربع ثلث
فطور افطار عشا غدا اطلاله البحر بحر الحرم حرم المطار مطار الكورنيش كورنيش المحطه محطه السوق اسواق سوق مول مركز المركز الوسط المسجد مسجد الجامع جامع مدرسه المدرسه جامعه الجامعه مستشفي المستشفي مستشفيات
عياده العياده عيادات طبيب طبيبه دكتور دكتوره دكاتره كشف موعد الموعد مواعيد اسنان جلديه عيون العيون الاذن الانف الحنجره الانسان القلب قلب باطنيه عظام نساء ولاده نفسيه تحليل تحاليل اشعه علاج
ريال ريالات دولار جنيه درهم دينار يورو سعر سعره السعر الاسعار اسعار بسعر ميزانيه ميزانيتي الميزانيه مبلغ المبلغ فلوس فلوسي دفع ادفع الدفع سداد فاتوره الفاتوره فواتير رسوم الرسوم ضريبه الضريبه خصم الخصم عرض عروض تكلفه
التكلفه كلفه اجمالي الاجمالي مجموع المجموع ثمن الثمن رخيص رخيصه غالي مجاني
تجديد اجدد جدد تجدد اصدار استخراج استخرج جواز الجواز جوازات الجوازات جوازي اقامه الاقامه اقامتي رخصه الرخصه رخصتي سجل السجل تجاري التجاري تجاريه التجاريه تاشيره التاشيره كفاله الكفاله نقل معامله معاملتي معاملات وكاله توكيل ترجمه تصديق
شهاده ميلاد استماره الاستماره ضمان عقد عقود بلديه البلديه مخالفه مخالفات مرور المرور هويه الهويه بطاقه البطاقه خروج الخروج عوده مدنيه المدنيه الاحوال شرعيه الشرعيه فرعيه الفرعيه رسميه الرسميه عائليه العائليه حكوميه الحكوميه
شركه شركتي شركتنا الشركه الشركات شركات مؤسسه موسسه مؤسستي مصنع مصنعنا مورد موردين موزع تاجر تجار مستودع مستودعات مخزن مخازن تخزين اخزن خزن مكتب مكاتب المكتب قاعه قاعات القاعه اجتماع اجتماعات تدريب مشترك افتراضي
موظف الموظف موظفين خدمه الخدمه خدمات خدماتكم العملاء عميل عملاء زبون شكوي اشتكي مشكله المشكله زعلان تاخير تاخر متاخر مكسور مكسوره ناقص غلط خطا صح صحيح
اكلم اتكلم تكلم اتصل اتصلوا كلموني كلمني رد ردوا يرد حولني اسال سؤال سوال استفسار استعلام تتبع حاله الحاله وضع
عربي العربيه عربيه انجليزي الانجليزيه انقلش لغه اللغه بالعربي بالانجليزي
الحمام حمام الامام امام الزمام الرياضه رياضه الرياضي رياضي رياضيه الرياضيه بريدي بريد البريد بريدك البريدي جديد جديده الجديد الجديده الجميل جميل الجبل جبل الجيل السبيل القديم القديمه قديم قديمه القسم المدنيه
المنصه منصه المشتري المشتريات البايع البائع اسواق الوان اخوان الاخوان جيران الجيران جدران ميزان نيران بيوت البيوت البيت بيتي بيت لبيت منزل منزلي المنزل العماره عماره شارع الشارع طريق الطريق حي الحي الدور مبني المبني برج البرج فيلا
القصر قصر القصير الاقصي الاصغر الاكبر الاقل الاكثر الاقرب الافضل احسن افضل اللوحه لوحه لوحات الدوخه تركي التركي تركيه سوري السوري سعودي السعودي مصري المصري كويتي اردني يمني هندي صيني لبناني الهندي الصيني الصحن الزمن
اليمين الطاهره الظاهره الظاهر الصغيره الكبيره الكبير الصغير المشاركه الشراكه شراكه الشارع المناسب المناسبه مناسب مناسبه المنشوره الصوره صوره صور المقصوره الجاهزه جاهز جاهزه الخبره خبره الخبير الاخبار اخبار الخاص الخاصه خاص
خاصه الحالي الحاليه حالي حاليا الحافظه حافظه المحفظه المنيه المنيو الثاني الثانيه الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الاول الاولي القطار القطع قطع قطعه قطعتين القطن القطه الطيف لطيف الخارج المخرج الخرج
المبلغ المبيعات مبيعات الاقسام الاحسان الاحلام الاحساس الامارات الاماره المهم الجمله بالجمله جمله الجمال العلم العلمي العامل العامله عامل عامله عماله السائق سائق سواق السواق خادمه منزليه سكن السكن ساكن يسكن اسكن نسكن
المنتج منتج منتجات المنتجات موقع رابط الرابط متجر المتجر نون امازون شي ان جوميا علي اكسبريس مقاس لون اسود ابيض احمر ازرق اخضر
لاني لانني لانه لانها لان عشان علشان فيها فيه منها منه عليها عليه الخطا الايداع ايداع التحويل تحويل تزوجت يقين الصراف صراف الاموال اموال البدائل البضائع بضائع الفيلم فيلم الدوام دوام القاصر قاصر الوكيل وكيل محليه سيكون نكون بنكون هنكون حنكون ماهيه ماليه الماليه المالي طيران الطيران امريكي الامريكي الماني اسباني ايطالي روسي
زياده نقصان عدد العدد كميه الكميه حبه حبات حبتين علبه علب باكج باقه باقات باقه النت نت انترنت الانترنت الاتصالات اتصالات كهرباء الكهرباء مويه الماء ماء
شهري شهريا سنوي سنويا يومي يوميا اسبوعي ايجار الايجار للايجار استئجار استيجار شراء اشتري بيع ابيع مستعمل مستعمله وسيط وساطه عموله
والدي والدتي ابوي امي اخوي اختي اخي زوجتي زوجي ولدي بنتي ابني عمي خالي صديقي صاحبي جدي جدتي اهلي عائلتي عايلتي عائله عايله
الجنوب الشمال الشرق الغرب جنوب شمال شرق غرب الجنوبي الشمالي الشرقي الغربي المنطقه منطقه محافظه المحافظه دوله الدوله بلد البلد مملكه المملكه العاصمه
حقين حقي حقك حقت تبع بتاع بتاعي مال حق
مشروع المشروع مشاريع فاضي فاضيه متاح متاحه متوفر متوفره موجود موجوده عندي عنده عندها عندهم معاه معاها معه معها عندكم عندك عندنا لدي لديكم لي لنا لكم لك له لها معي معك معاك معايا معنا
يكون تكون اكون كان كانت صار صارت راح بيكون فيه مافي مافيه يوجد توجد لازم ضروري يمكن اعرف ادري عرف شوف شوفوا شوفلي اشوف دور دوروا ندور ادور ابحث بحث طلعوا طلع اطلع سوي سووا اسوي
تقدر تقدرون تقدروا تستطيعون يقدر اقدر نقدر خل خلوا خلي خليها خليه ابشر يلا سريع شي شيء حاجه حاجات كل كله كلها كامل كامله جميع بعض نفس نفسه
كلمه السر المرور سري السري سريه رمز الرمز كود الكود نفاذ تحقق التحقق باسورد
عزيزي محامي محاسب استاذ الاستاذ استاذه اخ اختي حضرتك حضرتكم سيد السيد سيده السيده مهندس المهندس
`;

const latin = `
hello hi hey salam good morning evening afternoon thanks thank please yes no ok okay sure fine great cancel stop change edit skip later back help menu start confirm none nothing
woman women bread brenda santa always assist elvis german italian american russian serbia iceland heller tony media median medical medicine medic medial pairs parks parts paris's charts carlo chairo camera tobacco outback hair haul mail tail tall rail nail fail detail retail
damage damaged dam mam khabar khabr hallo rapid rabbit liquid valid saudis saudia saudi yanks yahoo
dollars dollar riyal riyals rial ryal riyadi real email emails mobile mobiles number numbers address street road district building floor apartment villa house home office
arabic english language arabian male female mail mails role roles rome's roman lone loan loans long longing linda lend london's indian indians china's chinese india's iran's iraqi kuwaiti egyptian
order orders parcel parcels package packages box boxes shipment ship deliver delivery courier pickup hotel hotels room rooms suite night nights guest guests adults adult children child kids kid
book booking reserve reservation clinic dentist doctor appointment visa passport licence license permit renewal renew contract lawyer supplier distributor storage warehouse
price prices budget cost fee fees total amount pay payment invoice bill bills cash card account bank transfer money
name names phone call number contact person human agent manager staff someone somebody customer service services complaint problem issue
today tomorrow tonight yesterday week month year day days weeks months years monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
clothes books shoes documents document papers paper laptop furniture gift gifts medicine food perfume fragile heavy light small large big urgent quickly fast soon asap
recipient sender receiver from under this that here there my your our his her their its and or but with without for near close next between about around over after before until
looking trying going coming planning travelling traveling interested sorry afraid happy angry sick ready able unable sending wondering calling writing waiting checking having getting new old lost not also just still really very
a an the in on at to of is am are was were be been being do does did can could will would should shall may might must have has had i we you he she it they me us him them
what when where who why how which whose
said says saying saved changed received hasn't doesn't can't since because safe sale seal media manual manuals annual final signal canal normal formal casual actual mutual
aba abi abee abgha ayez 3ayez bidi biddi momken law sama7t el al il wa wi fe fi men min mn le la 3ala 3and ana enta ente howa heya e7na e7a raqam ra2am rakam raqmi ra2mi esm esmi ismi jawal jawali mobili mobayl
bokra bukra alyom elyom elnaharda delwa2ty alhin al7in shokran shukran yalla inshallah 7abibi habibi akhi ya
fondo2 fondoq funduq ghorfa oda leila layla laila leiltein lailtain shakhs nafar shahna tard tawseel mandoob bayt beit sharikat sharika maktab mostashfa doktor
talab talabi talaby order orderi feen wein wain emta meta kam bekam keif ezay eish eh leh lesh
`;

/** «نسألكم»: one clitic or two may stand before a noun; the bare noun is what is listed. */
const common: ReadonlySet<string> = new Set([
  ...fold(`${arabic} ${latin}`).split(/\s+/),
  ...arabiziWords.keys(),
  ...englishWords,
]);

/** True of an ordinary word. `word` is folded (`tokens(text)[i].text`). */
export function isCommonWord(word: string): boolean {
  return common.has(word);
}

/** The same with the letters that Arabic writes together with a noun: و ف ب ل ك س, and ال after them. */
export function isCommonWithPrefix(word: string): boolean {
  if (common.has(word)) return true;
  const code = word.charCodeAt(0);
  if (code < 0x600 || word.length < 4) return false;
  if (word.startsWith("ال")) return common.has(word.slice(2));
  if (!"وفبلكس".includes(word.charAt(0))) return false;
  const rest = word.slice(1);
  if (common.has(rest) || (word.startsWith("لل") && common.has(`ا${rest}`))) return true;
  if (word.startsWith("لل") && common.has(word.slice(2))) return true;
  if (rest.startsWith("ال")) return common.has(rest.slice(2));
  return "بلف".includes(rest.charAt(0)) && rest.length > 3 && common.has(rest.slice(1));
}
