/**
 * Words that mean the same in Gulf, Egyptian and standard Arabic, Arabizi and English. `*` matches any ending, `_` joins two neighbouring
 * words, `=` is the root of a verb, found in its present and imperative forms too.
 */

export const generalConcepts: Readonly<Record<string, string>> = {
  modify:
    "اغير* نغير تغير* تغيير غيروا غيرو غيرها غيره اعدل* نعدل تعدل* تعديل* عدلوا عدلو ابدل* تبديل تبدلون بدلوا اصحح* تصحيح صححوا اقدم تقديم اخروا ااجل اجل اجلوا تاجيل تاجلون اأجل امدد تمديد مددوا ازيد ازود زيدوا " +
    "change* chang* modify* modif* edit* update* amend* reschedul* postpone* extend* adjust* alter* correct switch aghayer aghayar ghayer ghayar ghayro a3adel 3adel a2ajel sa7e7",
  want:
    "بدنا بدها بدو بدكن حابه حابين بحب بتمنى bedi bedna baddi badna ابي ابغي ابغى ابغا ابا نبي نبغى يبي تبي ودي ودنا بغيت عايز عاوز عايزه عاوزه عايزين عاوزين اريد نريد اود نود ارغب نرغب محتاج* احتاج نحتاج تحتاج حاب حابب بدي نفسي " +
    "want* need* wanna like looking abi aby abgha abga 3ayez 3ayz 3awez 3ayza me7tag* m7tag 7ab areed ared nabi nabgha orid =بغي =حتاج wish",
  /** «أرسل لصاحبي»: no «سحب» in it. A sign by another way of writing (signs.ts). */
  relative: "sa7bi sa7by sa7eby sa7bty sa7bety sahbi sa7bak",
  returning:
    "come_back comes_back coming_back came_back go_back going_back get_back getting_back be_back ارجع يرجع ترجع نرجع رجوع rejo3 yerja3 arja3",
  can: "ممكن تقدرون تقدر اقدر نقدر يمكن* امكان تقدروا هل can could possible able may momken mumkin ta2dar t2dar",
  please: "لوسمحت فضلا سمحت بليز ارجو نرجو please pls plz law_sama7t",
  send:
    "وديلي وديها ابعتلي ابعتوا تبعتولي وصلولي ارسل* ارسال ترسل* نرسل يرسل* اشحن* شحن نشحن تشحن* شحنها اوصل* توصيل* وصلوا وصلو يوصل* توصل* نوصل ابعت* ابعث* تبعت* نبعت بعت ودوا اودي* تودون يودي* انقل* تنقل* " +
    "send* ship shipping ships shipped deliver* transport* dispatch* mail arsel arsil arsl ersal sha7n shahn ash7en ash7an twseel tawseel tawsil awasel awsel yewasal ywasal wassal ab3at ab3t =رسل =شحن =وصل =بعت =بعث =نقل =ودي =طرش اطرش sent delivered deliveries shipped brought bring brought carry carried taken post courier_service توزيع يوزع",
  parcel:
    "طرد* الطرد شحنه شحنات شحنتين كرتون* كراتين صندوق صناديق اغراض غرض ظرف مظروف طلبيه طلبيات بضاعه بضايع هديه هدايا شنطه شنط " +
    "parcel* package* box boxes envelope* carton* shipment* cargo goods gift tard sha7na shahna shehna karton kartoon aghrad ملف ملفات مستند اكياس كيس بوكس بوكسات شناط حقيبه suitcase suitcases bag bags letter folder consignment envelope",
  courier:
    "مندوب* مناديب سواق سايق دليفري courier* driver* rider mandoob mandob delivery مندوبين طيار كابتن runner",
  collect:
    "تستلم* يستلم* استلم استلام ياخذ* تاخذ* تجيب* يجيب* pick_up pickup collect* fetch bring =ستلم =اخذ =جيب =مر ياخد ياخدها تعالوا تمرون يمر pickups collection retrieve grab",
  hotel:
    "فندق* فنادق اوتيل* هوتيل* hotel* otel* utel* inn resort* fondo2 fondoq fondok funduq fundug fonduk لوكانده نزل هيلتون ماريوت hostel motel hilton marriott sheraton",
  room: "غرفه غرف غرفتين اوضه اوض اوضتين جناح سويت استوديو شاليه* منتجع room rooms suite* chalet* studio ghorfa ghurfa ghorfet oda اجنحه سنقل سنجل دبل غرفنا الغرفه bedroom bedrooms single double twin",
  stay: "نسكن اسكن سكن ابات مبيت نبات انزل تسكين اقعد شقه شقق مفروش* نزل stay* accommodation lodg* overnight apartment* flat furnished sakan sha2a sha22a shagga shaqa nights_stay ننزل ننام انام نبيت رايحين مسافرين جايين راجعين إقامه sleep overnight arriving accommodations lodging lodge place_to_stay staying vacation honeymoon",
  night:
    "ليله ليالي ليلتين ليال night nights lela leila layla laila laylatain leltein layali nite nites tonight الليله",
  guests:
    "لشخصين شخصين اشخاص عائله عايله لعايله لفردين فردين نزلا guests adults family people couple كبار بالغين افراد نفر انفار نزيل ضيوف ضيف persons travellers travelers kids shakhsain ashkhas group عيالي العيال وفد",
  stars: "نجوم نجمه star stars",
  sea: "بحر البحر كورنيش شاطئ beach sea view haram الحرم",
  reserve:
    "احجز* حجز* تحجز* نحجز* احجزو* book booking bookings reserve* reservation* a7jez a7gez a7jz 7ajz 7agz a7goz ahjez hajz =حجز e7jez e7gez حجزين محجوز",
  doctor: "دكتور* دكاتره طبيب* اطبا استشاري اخصايي doctor* dr physician specialist doktor tabeeb daktora",
  clinic:
    "عياده عيادات مستشفى مستشفيات مستوصف كشف كشفيه فحص فحوصات تحليل تحاليل اشعه clinic* hospital* checkup check-up medical lab xray scan 3eyada 3iyada 3yada mostashfa kashf",
  appointment: "موعد مواعيد appointment* schedule* maw3ed maw3id mo3ad maw3d",
  body:
    "اسنان سني ضرس ضرسي تقويم جلديه بشره عيون عيني عين قلب قلبي باطنيه عظام عظم ركبه ظهر ظهري نسا نسايي ولاده حنجره مسالك نفسي نفسيه اعصاب طبيعي سكر ضغط حمل " +
    "dentist* dental tooth teeth derma* skin cardio* heart eye eyes ophthal* pediatric* paediatric* ortho* gyn* obgyn ent psych* physio* neuro* uro* braces back knee asnan jeldiya geldeya 3oyoon 3eyoon 3azm batna",
  sick: "يوجعني يوجع* وجع الم يالمني تعبان* سخن حراره مريض* صداع كحه pain hurt* ache* sick fever ill headache rash ta3ban waja3 wag3ani",
  child: "اطفال طفل ولدي بنتي ابني child children kid kids baby son daughter atfal ebny",
  renew: "اجدد* تجديد جدد نجدد تجدد* renew* ajaded agaded tajdeed tagdeed =جدد",
  issue:
    "استخراج استخرج* اطلع* طلعوا اصدار اصدر* تصدر* اعمل عمل issu* apply* application obtain* atala3 atalla3 atl3",
  papers:
    "معامله معاملات اوراق ورق مستندات وثايق تعقيب معقب تخليص اخلص تخلص* paperwork paper papers document documents mo3amla mo3amala wara2",
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
    "محامي* قانون* استشاره قضيه قضايا محكمه دعوى نظامي lawyer* legal* lawsuit court sue law consult* mo7ami mo7amy muhami mohamy estshara",
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
    "مورد موردين موردون موردي توريد موزع موزعين مستورد* مستثمر* وكيل شريك تعاقد اتعاقد جمله مصدرين supplier* supply suply suplier* distribut* wholesal* importer* investor* partner* vendor* mowared* mowaze3* mawared",
  seek: "ادور ندور تدور نبحث تبحث ابحث البحث دوروا نلاقي الاقي لقيت find finding search looking_for tedawer adawar adawwer",
  office: "مكتب مكاتب مقر office* desk workspace maktab",
  meeting:
    "اجتماع* قاعه قاعات ميتنج ميتينج تدريب محاضره meeting* conference* hall training projector seminar qa3a qa3at qa3et ejtema3* egtema3",
  virtual:
    "افتراضي مشترك مشتركه سكرتاري* سكرتير استقبال virtual cowork* co-working shared secretar* reception* moshtarak",
  rent: "ايجار للايجار استيجار استاجر نستاجر اجار تاجير اجر rent* lease hire eijar ijar ejar agar",
  store:
    "مخزن مخازن اخزن* تخزين* مستودع* خزن خزنوا احفظ* حفظ احط تحفظون storage store storing warehous* keep safe makhzan mostawda3 takhzeen akhazen akhzen =خزن keeping garage",
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
  where: "لوين منين وين فين وينه فينه اين where wain wen weyn feen fen مكانه وصلت_وين whereabouts",
  when: "ايمت ايمتى امتين emta aymta متى امتى when emta mata",
  status:
    "شو_صار لسا استنى بستنى مستني ناطر ناطرين بنطر حاله تتبع اتتبع متابعه اتابع صار وصلت وصل تاخر* اتاخر* متاخر* لسه تاكد اتاكد خلص خلصت status track* late delay* update arrived confirmed progress eta wesel wasal اطمن تطمن* طمن* بشر* تحديث تحديثات مستجدات اخبار شخبار شخبارها خبر لسا باقي خرج طلع انشحن انحجز* اتحجز اتشحن استفسر استفسار جديد وضع تحرك news updates far expected happening happened heard waiting awaiting follow following going_on stuck left yet still ready shu_sar tammen* tosal tewsal =تابع",
  my_order:
    "طلبي طلبيتي شحنتي معاملتي حجزي طردي اوردر الاوردر الطلب طلب order orders my_request my_booking my_order my_parcel talabi talab talaby orders requests purchase booked_order معامله_حقي الشحنه حجز_حقي",
  cancel:
    "الغولي تلغوا بطلنا الغي* الغا الغاء الغاءه الغاها الغاوها الغوه الغوا الغ كنسل* اوقف وقفوا بطلت ابطل تراجعت cancel* cancle* drop call_off stop withdraw alghi elghi kansel algheeh =لغي شيل* شيلوا شل احذف* حذف سحب تراجع اتراجع عدول هونت فسخ صرف_نظر revoke void undo scrap delete remove release kill scratch abort withdrawn cancellation cancelling cancelled annul alghoh algho elgho el8i el3'i batalt hawant",
  dont_want: "ما_ابي ما_ابيه ما_ابغى مابي مابغى مش_عايز مو_عايز خلاص no_longer dont_want don't_want",
  complain:
    "بيقرف مخزي مخجل مستفز شكوى شكاوى اشتكي شكواي زفت سيي سييه وحش وحشه فاشل* اسوا زعلان مستا مستاء راضي راض كذب تعامله اسلوبه complain* terrible awful horrible worst rude unacceptable disappointed angry unhappy poor bad ashteki ashtaki shakwa we7sha we7sh zeft نصب نصاب* نصابين حرامي* كذاب* كذب* استهتار* اهمال* فشلتونا ضيعت* خيب* بلاغ تعويض* اعتذار مقصر* تقصير قليل_ادب وقح* صوته يصارخ صرخ يصرخ زعق* يزعق* عصب وسخ* قذر* ريحته زباله مليت زهق* طفح حسبي استهبال مهزله مسخره مقرف* متضايق* مقهور* غضبان محبط* معاناه تاخير* تتاخرون سوء رديي* عذر اعذار اعترض* احتجاج ضرر اضر خدعتوني غش* تعبت تعبتوني ازعاج compensat* promised mess shout* yell* threw throw thrown dirty filthy disgusting stole* scam* fraud* cheat* lied liar lies ridiculous unprofessional careless negligen* ruin* fed_up disgrace* pathetic waste outrag* shocking dissatisf* twice nobody ignored insult* damage smash* crush* late_again nassab* zbala wes5* weskha msh_ma32ool ma32ool kazab* ta2kheer",
  broken:
    "مكسور* بايظ* تالف* خربان* خراب ناقص* ضاع ضايع انكسر damaged broken missing lost wrong maksoor متكسر* كسر* مفتوح اتفتح رمى رموا رماه كب نكب مبلول انفتح leaking wet open_box scratched dented torn spoiled smashed half",
  refund:
    "استرجاع ارجاع ترجع* رجعوا استرداد فلوسي زياده خصمتوا سحبتوا refund* charged overcharged money_back felosi خصم* سحب_مني اضافي مبلغي تعويض_مالي compensation reimburs* charged_twice",
  human:
    "حدا موظف* بشري انسان بني_ادم ادمي مسوول مدير احد حد human* agent* person representative operator staff manager mowazaf muwazaf ensan 7ad بشر ادميين مساعد ممثل* زميل* سوبرفايزر الموظفين مدير* الاداره احد_منكم خدمه_العملا عملا colleague* team member* supervisor employee employees real live someone somebody people_there boss mowazaf* mudeer modeer",
  talk: "احكي نحكي احكيلي حكي بحكي يحكي e7ki a7ki اكلم* اتكلم* تكلم* كلموني تحدث اتحدث حولني حولوني يتصل* اتصلوا يرد talk speak* call connect transfer akalem akallem atkalem kalem kalemni =كلم دق يدق دقوا دقو وصلني وصلوني ودني تواصل هاتفيا تليفون مكالمه صوت تحويلي ring through callback calling phone_me chat conversation kalmouni kalmoni yekalemni wasalni",
  robot: "بوت روبوت الي bot robot machine برنامج الاله ردود automated automatic chatbot ai machine_reply",
  greet:
    "سلام عليكم هلا مرحبا اهلا اهلين صباح مسا خير حياك ازيك شلونك اخبارك hello hi hey morning evening salam hala marhaba ezayak ezayek sabah masa صبح صبحكم مسيتوا مسيكم نور ورد فل حياكم علومك علومكم شخباركم اخباركم عاملين وسهلا يسعد اسعد طاب afternoon howdy greetings welcome nice meet salamo sba7 masa2 kefak keif kaif",
  thank:
    "شكرا مشكور* متشكر* عافيه تسلم* جزاك يعطيك thank* thanks thx shokran shukran mashkoor شكر جزيل ممتن* قصرت قصرتوا تقصرون يجزاك يعطيكم كفو بيض وجهك والديك ذوقك تعاونكم خيرك يكرمك* يسعدك يوفقك* يخليك يسلمو* ايديكم ايدك grateful gratitude appreciat* great cheers awesome lovely perfect helpful bless mashkour motashaker edak wonderful amazing best",
  price:
    "قديش اديش بقديش addesh adesh 2addesh كم بكم بكام سعر اسعار تكلفه تكلف price* cost* charge rate kam bkam bekam how_much كام سعركم تكاليف غالي غاليين pricing priced expensive charges quote quotation",
  weather: "طقس جو مطر weather rain forecast",
  sport:
    "دوري مباراه ماتش كوره لاعب فاز match game football team goal league player won منتخب الهلال النصر كاس ملعب cup player olympics",
  chat: "نكته قصيده شعر اغنيه قصه برج حظك وصفه طبخه joke poem song story recipe horoscope nokta سولف طفشان احبك لعبه العب حلم اغني غن نكت favourite favorite game games sing dream bored love",
  knowledge:
    "معادله حرب عاصمه رييس تاريخ ترجم equation war capital president history solve explain instructions",
  travel:
    "طيران تذكره رحله مطار flight flights ticket* airline plane tayaran تذاكر طياره رحلات قطار باص حافله اتوبيس train bus airline fly",
  home_repair:
    "سباك كهربايي نجار مكيف يصلح تصليح plumber electrician fix repair mechanic كهربا مكيفات دهان نقاش الماسوره كاميرات تركيب يركب electrician ac plumbing installation paint",
  money_service:
    "قرض تمويل اسهم سلفه بنك loan bank invest stocks bitcoin بيتكوين سهم تداول ذهب راتب الراتب الدولار حساب crypto gold salary dollar exchange mortgage savings",
  job: "وظيفه توظيف شغل job jobs hiring vacancy salary وظايف شاغره خريجين vacancies career employ hire",
  what: "شو وش ايش ايه شنو شو ما ماذا what which wesh esh eh shu",
  who: "مين منو who meen",
  how: "كيف ازاي شلون how keef ezay",
  have_you: "عندكم عندكو لديكم معكم توفرون تتوفر ليكم offer provide 3andokom 3endkom 3andoko",
  open_hours:
    "تفتح* تفتحون نفتح فاتحين مفتوح مفتوحين دوام دوامكم تداوم* تسكر* تقفل* تغلق* ساعات اوقات مواعيدكم مسايي رسمي بتفتح* بتقفل* open opens opening close closes closing closed hours weekend weekends holiday holidays dawam dawamkom tefta7* btefta7*",
  whereabouts:
    "موقع موقعكم مكان مكانكم عنوان عنوانكم فرع فروع لوكيشن اجيكم اجيلكم مقركم located address location branch branches directions visit 3enwan* mawqe3 far3",
  services_list:
    "خدمات الخدمات خدماتكم تقدمون تسوون تعملوا بتعملوا تساعدوني تخدموني منيو القايمه services offer menu list options help khadamat khadamatkom",
  fee: "رسوم رسومكم عموله عمولتكم مصاريف ضريبه شامل fee fees commission hidden included rosoom 3omola",
  reach:
    "ايميل ايميلكم بريد بريدكم واتساب تلفونكم نمره نمرتكم ارقامكم رقمكم email whatsapp landline hotline telephone raqamkom emailkom",
  licensed:
    "ترخيصكم مرخص مرخصين مرخصون موثقين معتمد معتمدين مسجلين نظاميين licensed registered legit legal_office approved accredited certified morakhas* mora5as*",
  you: "انت انتم انتو انتي you enta entom enti",
  called: "اسم اسمك اسمكم name called",
  feast: "رمضان كريم عيدكم مبارك عام وانتم طيبين ramadan mubarak eid",
  food: "مطعم مطاعم برجر بيتزا عشا غدا كبسه اكل وجبه طاوله طبخ قهوتي restaurant* burger pizza dinner lunch food eat cook kitchen",
  cleaning: "تنظيف ينظف نظافه غسيل مغسله مكوى تغسلون خادمات clean cleaning cleaner laundry wash",
  study:
    "ادرس دوره دورات مدرس واجب جامعه قدرات دبلوم تعلم رياضيات معهد study tutor homework course university teach learn exam",
  religion: "صلاه زكاه صيام حكم فجر اذان دعاء prayer zakat fasting pray",
  event: "زواج حفله عزيمه عزايم مصور عرس كوش wedding party photographer event birthday",
  ride: "تكسي مشوار توديني يوديني توصلوني سايق_خاص taxi uber ride cab limousine",
  land: "ارض عقار عقارات فيلا للبيع land property real_estate villa house",
  health_talk: "رجيم دايت انقاص وزني diet weight_loss vitamins",
  design: "شعار تصميم صمموا موقعي تطبيق design logo app website_for",
  weekday:
    "el_7ad el_a7ad el_2a7ad yom_7ad yom_a7ad yom_2a7ad الاحد الاثنين الثلاثاء الثلاثا الاربعاء الاربعا الخميس الجمعه السبت التلات الحد sunday monday tuesday wednesday thursday friday saturday khamis khamees gom3a jom3a ahad etnein",
  insure: "تامين تامينات insur* ta2meen",
  write: "خطاب معروض سيره ذاتيه طباعه كتابه اكتب صياغه letter cv resume typing print writing draft",
  accounts: "محاسب* محاسبه ضريبه ضريبي قوايم_ماليه رواتب account* vat tax bookkeep* payroll",
  report: "تقرير دراسه سوقيه بيانات احصايي report study survey dataset data",
};
