/**
 * Words that mean the same in Gulf, Egyptian and standard Arabic, Arabizi and English, as one concept each: what was learnt from
 * «ابغى اشحن» then also holds for "3ayez ab3at" and "please ship". Language data: no concept names a service, and the training
 * alone decides what a concept speaks for. `*` matches any ending, `_` joins two neighbouring words.
 */
import { fold } from "../language/normalise.ts";

const table: Readonly<Record<string, string>> = {
  want:
    "ابي ابغي ابغى ابغا ابا نبي نبغى يبي تبي ودي ودنا بغيت عايز عاوز عايزه عاوزه عايزين عاوزين اريد نريد اود نود ارغب نرغب محتاج* احتاج نحتاج تحتاج حاب حابب بدي نفسي " +
    "want* need* wanna like looking abi aby abgha abga 3ayez 3ayz 3awez 3ayza me7tag* m7tag 7ab areed ared nabi nabgha orid",
  can: "ممكن تقدرون تقدر اقدر نقدر يمكن* امكان تقدروا هل can could possible able may momken mumkin ta2dar t2dar",
  please: "لوسمحت فضلا سمحت بليز ارجو نرجو please pls plz law_sama7t",
  send:
    "ارسل* ارسال ترسل* نرسل يرسل* اشحن* شحن نشحن تشحن* شحنها اوصل* توصيل* وصلوا وصلو يوصل* توصل* نوصل ابعت* ابعث* تبعت* نبعت بعت ودوا اودي* تودون يودي* انقل* تنقل* " +
    "send* ship shipping ships shipped deliver* transport* dispatch* mail arsel arsil arsl ersal sha7n shahn ash7en ash7an twseel tawseel tawsil awasel awsel yewasal ywasal wassal ab3at ab3t",
  parcel:
    "طرد* الطرد شحنه شحنات شحنتين كرتون* كراتين صندوق صناديق اغراض غرض ظرف مظروف طلبيه طلبيات بضاعه بضايع هديه هدايا شنطه شنط " +
    "parcel* package* box boxes envelope* carton* shipment* cargo goods gift tard sha7na shahna shehna karton kartoon aghrad",
  courier: "مندوب* مناديب سواق سايق دليفري courier* driver* rider mandoob mandob delivery",
  collect: "تستلم* يستلم* استلم استلام ياخذ* تاخذ* تجيب* يجيب* pick_up pickup collect* fetch bring",
  hotel: "فندق* فنادق اوتيل* هوتيل* hotel* inn resort* fondo2 fondoq fondok funduq fundug fonduk",
  room: "غرفه غرف غرفتين اوضه اوض اوضتين جناح سويت استوديو شاليه* منتجع room rooms suite* chalet* studio ghorfa ghurfa ghorfet oda",
  stay: "نسكن اسكن سكن ابات مبيت نبات انزل تسكين اقعد شقه شقق مفروش* نزل stay* accommodation lodg* overnight apartment* flat furnished sakan sha2a sha22a shagga shaqa nights_stay",
  night: "ليله ليالي ليلتين ليال night nights lela leila layla laila laylatain leltein layali",
  guests: "لشخصين شخصين اشخاص عائله عايله لعايله لفردين فردين نزلا guests adults family people couple",
  stars: "نجوم نجمه star stars",
  sea: "بحر البحر كورنيش شاطئ beach sea view haram الحرم",
  reserve:
    "احجز* حجز* تحجز* نحجز* احجزو* book booking bookings reserve* reservation* a7jez a7gez a7jz 7ajz 7agz a7goz ahjez hajz",
  doctor: "دكتور* دكاتره طبيب* اطبا استشاري اخصايي doctor* dr physician specialist doktor tabeeb daktora",
  clinic:
    "عياده عيادات مستشفى مستشفيات مستوصف كشف كشفيه فحص فحوصات تحليل تحاليل اشعه clinic* hospital* checkup check-up medical lab xray scan 3eyada 3iyada 3yada mostashfa kashf",
  appointment: "موعد مواعيد appointment* schedule* maw3ed maw3id mo3ad maw3d",
  body:
    "اسنان سني ضرس ضرسي تقويم جلديه بشره عيون عيني عين قلب قلبي باطنيه عظام عظم ركبه ظهر ظهري نسا نسايي ولاده حنجره مسالك نفسي نفسيه اعصاب طبيعي سكر ضغط حمل " +
    "dentist* dental tooth teeth derma* skin cardio* heart eye eyes ophthal* pediatric* paediatric* ortho* gyn* obgyn ent psych* physio* neuro* uro* braces back knee asnan jeldiya geldeya 3oyoon 3eyoon 3azm batna",
  sick: "يوجعني يوجع* وجع الم يالمني تعبان* سخن حراره مريض* صداع كحه pain hurt* ache* sick fever ill headache rash ta3ban waja3 wag3ani",
  child: "اطفال طفل ولدي بنتي ابني child children kid kids baby son daughter atfal ebny",
  renew: "اجدد* تجديد جدد نجدد تجدد* renew* ajaded agaded tajdeed tagdeed",
  issue:
    "استخراج استخرج* اطلع* طلعوا اصدار اصدر* تصدر* اعمل عمل issu* apply* application obtain* atala3 atalla3 atl3",
  papers:
    "معامله معاملات اوراق ورق مستندات وثايق تعقيب معقب تخليص اخلص تخلص* paperwork papers document documents mo3amla mo3amala wara2",
  residence: "اقامه اقامات الاقامه iqama iqamah ekama residency residence",
  passport: "جواز جوازات جوازي باسبور passport* jawaz gawaz basbor",
  licence: "رخصه رخص رخصتي ترخيص تراخيص ترخيصات licen* permit* rokhsa rukhsa tarkhees",
  register: "سجل تجاري التجاري registry registration commercial segel sejel tegary",
  visa: "تاشيره تاشيرات فيزا فيز خروج زياره visa visas exit reentry ta2sheera t2shera",
  vehicle: "سياره سيارتي سيارات عربيه عربيتي استماره مركبه موتر car cars vehicle* sayara 3arabeya",
  attest: "توثيق تصديق وكاله توكيل شهاده ختم موثق attorney attest* certificate* notar* tawkeel wekala",
  sponsor: "كفاله كفيل نقل_كفاله عامله خادمه شغاله عمال sponsor* maid housemaid kafala worker workers",
  government:
    "حكومي* حكومه بلديه وزاره جهه دايره مرور ابشر مقيم قوى بلدي government* ministry authority municipality absher",
  identity_card: "هويه بطاقه الشخصيه identity national_id",
  legal:
    "محامي* قانون* استشاره قضيه قضايا محكمه دعوى نظامي lawyer* legal* lawsuit court sue law consult* mo7ami estshara",
  contract: "عقد عقود اتفاقيه contract* agreement 3a2d",
  sell: "ابيع* بيع* نبيع يبيع* بايع البايع تبيع* عارض sell* selling sale abee3 bee3 beee3 bay3 abe3",
  buy: "اشتري* شرا نشتري* تشتر* يشتري* هشتري شرايها اشتر* شراي buy* purchas* ashtri eshteri* ashteri* eshtri* ashtery",
  used: "مستعمل* used secondhand second-hand preowned mosta3mal",
  middle:
    "وسيط وساطه توسط* ضامن تضمن* ضمان مضمون بيني middleman escrow mediat* intermediar* between guarantee hold trusted waseet wasit beni",
  person: "شخص واحد صاحبي طرف فرد زبون person guy someone private individual shakhs",
  company:
    "شركه شركت* شركات مؤسسه مؤسس* منشا* منتجات* منتجنا company companies business* firm enterprise sharika sharekat* sherka",
  factory: "مصنع مصانع مصنعنا تصنيع factory factories manufactur* masna3",
  supplier:
    "مورد موردين موردون موردي توريد موزع موزعين مستورد* مستثمر* وكيل شريك تعاقد اتعاقد جمله مصدرين supplier* supply distribut* wholesal* importer* investor* partner* vendor* mowared* mowaze3* mawared",
  seek: "ادور ندور تدور نبحث تبحث ابحث البحث دوروا نلاقي الاقي لقيت find finding search looking_for tedawer adawar adawwer",
  office: "مكتب مكاتب مقر office* desk workspace maktab",
  meeting:
    "اجتماع* قاعه قاعات ميتنج ميتينج تدريب محاضره meeting* conference* hall training projector seminar qa3a qa3at qa3et ejtema3* egtema3",
  virtual:
    "افتراضي مشترك مشتركه سكرتاري* سكرتير استقبال virtual cowork* co-working shared secretar* reception* moshtarak",
  rent: "ايجار للايجار استيجار استاجر نستاجر اجار تاجير اجر rent* lease hire eijar ijar ejar agar",
  store:
    "مخزن مخازن اخزن* تخزين* مستودع* خزن خزنوا احفظ* حفظ احط تحفظون storage store storing warehous* keep safe makhzan mostawda3 takhzeen akhazen akhzen",
  furniture: "عفش اثاث موبيليا بضاعتي furniture belongings household 3afsh athath",
  order_for_me:
    "اطلب* تطلب* اطلبوا* طلبولي هاتولي هات جيبولي جيبوا نيابه عبركم order_for behalf atlob otlob hatoly",
  shop: "موقع متجر متاجر رابط امازون نون شي_ان ايباي اكسبريس جوميا سله website* amazon noon shein aliexpress ebay link online shop shopping store_online mawqe3 maw2e3",
  product: "منتج سلعه لابتوب ساعه عطر ملابس جزم item product laptop shoes watch clothes sa3a",
  phone_device: "جوال جوالي موبايل موبايلي هاتف ايفون phone mobile iphone cell jawal* gawal mobail",
  telecom:
    "stc اس_تي_سي موبايلي زين فودافون اورنج اتصالات فايبر نت انترنت باقه باقات رصيد رصيدي شريحه شبكه mobily zain vodafone orange internet data_package sim balance network outage telecom packages baqa baqat ba2a net",
  bill: "فاتوره فواتير سداد اسدد تسدد* ادفع دفع رسوم bill bills invoice pay paying payment* fatora fatoorah",
  service_desk: "خدمه_العملا خدمه_عملا customer_service customer_support khedmat call_center",
  where: "وين فين وينه فينه اين where wain wen weyn feen fen",
  when: "متى امتى when emta mata",
  status:
    "حاله تتبع اتتبع متابعه اتابع صار وصلت وصل تاخر* اتاخر* متاخر* لسه تاكد اتاكد خلص خلصت status track* late delay* update arrived confirmed progress eta wesel wasal",
  my_order:
    "طلبي طلبيتي شحنتي معاملتي حجزي طردي اوردر الاوردر الطلب طلب order orders my_request my_booking my_order my_parcel talabi talab talaby",
  cancel:
    "الغي* الغا* الغوه الغوا الغ كنسل* اوقف وقفوا بطلت ابطل تراجعت cancel* drop call_off stop withdraw alghi elghi kansel algheeh",
  dont_want: "ما_ابي ما_ابيه ما_ابغى مابي مابغى مش_عايز مو_عايز خلاص no_longer dont_want don't_want",
  complain:
    "شكوى شكاوى اشتكي شكواي زفت سيي سييه وحش وحشه فاشل* اسوا زعلان مستا مستاء راضي راض كذب تعامله اسلوبه complain* terrible awful horrible worst rude unacceptable disappointed angry unhappy poor bad ashteki ashtaki shakwa we7sha we7sh zeft",
  broken: "مكسور* بايظ* تالف* خربان* خراب ناقص* ضاع ضايع انكسر damaged broken missing lost wrong maksoor",
  refund:
    "استرجاع ارجاع ترجع* رجعوا استرداد فلوسي زياده خصمتوا سحبتوا refund* charged overcharged money_back felosi",
  human:
    "موظف* بشري انسان بني_ادم ادمي مسوول مدير احد حد human* agent* person representative operator staff manager mowazaf muwazaf ensan 7ad",
  talk: "اكلم* اتكلم* تكلم* كلموني تحدث اتحدث حولني حولوني يتصل* اتصلوا يرد talk speak* call connect transfer akalem akallem atkalem kalem kalemni",
  robot: "بوت روبوت الي bot robot machine",
  greet:
    "سلام عليكم هلا مرحبا اهلا اهلين صباح مسا خير حياك ازيك شلونك اخبارك hello hi hey morning evening salam hala marhaba ezayak ezayek sabah masa",
  thank: "شكرا مشكور* متشكر* عافيه تسلم* جزاك يعطيك thank* thanks thx shokran shukran mashkoor",
  price: "كم بكم بكام سعر اسعار تكلفه تكلف price* cost* charge rate kam bkam bekam how_much",
  weather: "طقس جو مطر weather rain forecast",
  sport: "دوري مباراه ماتش كوره لاعب فاز match game football team goal league player won",
  chat: "نكته قصيده شعر اغنيه قصه برج حظك وصفه طبخه joke poem song story recipe horoscope nokta",
  knowledge:
    "معادله حرب عاصمه رييس تاريخ ترجم equation war capital president history solve explain instructions",
  travel: "طيران تذكره رحله مطار flight flights ticket* airline plane tayaran",
  home_repair: "سباك كهربايي نجار مكيف يصلح تصليح plumber electrician fix repair mechanic",
  money_service: "قرض تمويل اسهم سلفه بنك loan bank invest stocks bitcoin",
  job: "وظيفه توظيف شغل job jobs hiring vacancy salary",
  insure: "تامين تامينات insur* ta2meen",
  write: "خطاب معروض سيره ذاتيه طباعه كتابه اكتب صياغه letter cv resume typing print writing draft",
  accounts: "محاسب* محاسبه ضريبه ضريبي قوايم_ماليه رواتب account* vat tax bookkeep* payroll",
  report: "تقرير دراسه سوقيه بيانات احصايي report study survey dataset data",
};

const exact = new Map<string, string>();
const beginnings = new Map<string, string>();
for (const [concept, words] of Object.entries(table)) {
  for (const word of words.split(" ")) {
    const folded = word
      .split("_")
      .map((part) => fold(part.replace("*", "")))
      .join(" ");
    (word.endsWith("*") ? beginnings : exact).set(folded, concept);
  }
}

/** Letters that Arabic writes onto the next word: and, so, with, for, as, will, the. Longest first. */
const before = ["وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "هال", "و", "ف", "ب", "ل", "ه", "ح"];

/** The concepts of folded words, in order; a word may stand for none. */
export function conceptsOf(words: readonly string[]): string[] {
  const found: string[] = [];
  words.forEach((word, i) => {
    const next = words[i + 1];
    const pair =
      next === undefined
        ? undefined
        : (exact.get(`${word} ${next}`) ?? exact.get(`${bare(word)} ${bare(next)}`));
    if (pair) found.push(pair);
    const concept = conceptOf(word);
    if (concept) found.push(concept);
  });
  return found;
}

function conceptOf(word: string): string | undefined {
  const whole = lookUp(word);
  if (whole) return whole;
  for (const prefix of before) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue;
    const found = lookUp(word.slice(prefix.length));
    if (found) return found;
  }
  return undefined;
}

function lookUp(word: string): string | undefined {
  const whole = exact.get(word) ?? beginnings.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length - 1, 10); length >= 3; length--) {
    const found = beginnings.get(word.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

function bare(word: string): string {
  return word.startsWith("ال") ? word.slice(2) : word;
}
