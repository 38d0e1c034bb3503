/**
 * More concepts: the things, occasions and troubles that people name instead of the service that they want. As in concept-words.ts, no concept
 * names a service, and the training alone decides what one speaks for. Words that stand in both tables keep their first concept.
 */
export const tradeConcepts: Readonly<Record<string, string>> = {
  // Law
  dispute:
    "نزاع نزاعات خلاف خلافات خصومه خصم خصمي خصوم مطالبه مطالبات تعويض تعويضات ضرر اضرار مخالفه_عقد اخلال تنصل نصب نصاب نصبوا احتيال محتال ابتزاز تشهير قذف شيك شيكات بدون_رصيد كمبياله مماطل* مماطله dispute* compensation damages breach fraud scam scammed scammer defamation blackmail cheque bounced liable liability owes owed debtor nasab na9ab ta3weed ta3wid",
  court:
    "محكمه محاكم قاضي قضاه جلسه جلسات ناجز لايحه لوايح اعتراضيه استيناف حكم_ابتدائي تنفيذ الحكم صك_حكم شرطه نيابه_عامه بلاغ توقيف موقوف سجن court judge hearing verdict appeal ruling police prosecutor arrested jail injunction litigation litigate sued suing ma7kama mahkama",
  family_law:
    "طلاق خلع حضانه نفقه ميراث ورث ورثه تركه ترکه وصيه حصر_ورثه زواج_عرفي ولايه divorce custody alimony inheritance heirs estate will_and guardianship khul tala2 talaq wertha mirath",
  labour_law:
    "فصل_تعسفي فصلوني فصلني طردوني مستحقات مستحقاتي نهايه_الخدمه مكافاه_نهايه مكتب_العمل هروب بلاغ_هروب اجازاتي راتبي رواتبي dismissed fired terminated end_of unpaid_wages severance wrongful eos fasalooni",
  advise:
    "استشير نستشير استشاره استشارات مستشار مستشاره نصيحه تنصحني حقوق حقوقي حقي يحق هل_يحق قانونيا نظاما شرعا من_حقي consult* counsel attorney solicitor advise advice rights entitled legally barrister paralegal estesharah esteshara mo7ami mohami 7o2oo2i",
  tenant:
    "مستاجر المستاجر موجر مالك_العقار اخلاء طردني صاحب_العماره صاحب_البيت tenant landlord evict eviction deposit_back",
  // Accounts
  ledger:
    "ميزانيه ميزانيات قوايم دفاتر دفتر قيود قيد_يومي جرد ترحيل اقفال حسابات حساباتنا حسابات_الشركه مسك_دفاتر اقرار اقرارات زكوي زكويه ضريبيه القيمه_المضافه فاتوره_الكترونيه هيئه_الزكاه مراجع_حسابات مسير مسيرات ارباح خسائر ledger bookkeep* balance_sheet payroll payslip* zakat vat tax_return audit* auditor reconcil* invoices_and p&l financials statements year_end quickbooks zatca moyasar mo7aseb mohaseb e2rar eqrar",
  // Payment
  pay_for:
    "يسدد تسديد اسدد سددوا سددولي تسددون تسددوا تدفعون تدفعوا ادفعوا مخالفه_مروريه مخالفات_مروريه غرامه غرامات ساهر سداد_فاتوره ايبان ipan تحويل_المبلغ قسط اقساط settle settling fines fine traffic_fine* sadad instalment installment iban remit overdue arrears dues yesadded saddedo",
  utility:
    "كهربا_البيت فاتوره_الكهربا فاتوره_المويه المويه المياه شركه_الكهربا شركه_المياه السعوديه_للكهرباء غاز electricity_bill electricity water_bill water_company utility utilities kahraba kahrba moya 3addad عداد",
  // Writing
  text_work:
    "خطاب خطابات رساله_رسميه معروض معاريض التماس استرحام تظلم انذار اعتذار تعريف خطاب_تعريف سيره_ذاتيه سيفي cv resume resumé cover_letter letter letters petition complaint_letter plea notice reference_letter proposal minutes محضر محاضر مذكره عرض_تقديمي بوربوينت وورد تنسيق تدقيق تدقيق_لغوي ملخص صيغه صيغوا صيغولي صياغه يصيغ اصيغ تكتبولي يكتبلي drafting drafted proofread* typed typeset format formatting wording word_document",
  translate:
    "ترجمه يترجم ترجموا تترجمون ترجملي مترجم معتمد_ترجمه translat* translator certified_translation interpreter targama tarjama terjem",
  // Insurance
  cover:
    "تامين_سياره تامين_طبي تامين_صحي تغطيه وثيقه بوليصه ضد_الغير طرف_ثالث شامل بوبا ملاذ نجم تكافل قسط_تامين مومن مؤمن premium coverage comprehensive third_party tpl bupa medgulf tawuniya malath malpractice insured insurer underwriter ta2meen tameen taameen تامينات_اجتماعيه",
  // Data
  figures:
    "ارقام احصائيات احصاءات احصايات نسب مؤشر مؤشرات بيانات_سوق سوق_العمل حجم_السوق حصه_سوقيه منافسين تحليل_سوق دراسه_جدوى جدوى تقرير_عن اكسل بيانات_عن اتجاهات statistics stats figures market_size market_study feasibility competitor* benchmark trends insights dataset data_on analytics survey demographics spreadsheet industry_report",
  markets_data:
    "اسهم_السوق تاسي قوايم_الشركات_المدرجه اسعار_الاسهم اسعار_الذهب بورصه مؤشر_تاسي ipo tadawul nasdaq stock_prices listed_companies tasi bond bonds commodit* exchange_rates",
  // Trade between companies
  wholesale:
    "جمله بالجمله كميات كميه كونتينر حاويه حاويات طن اطنان استيراد تصدير مناقصه مناقصات وكاله_تجاريه وكلاء موزعين موزع تجار تاجر_جمله مورد_معتمد شراكه شريك_استراتيجي امتياز_تجاري فرنشايز مصنع_في خامات مواد_خام wholesale wholesaler* bulk container tonnes tons import importer export exporter tender tenders distributor* distribution reseller agency_for franchise partner_with manufactur* oem raw_material* procurement sourcing source_a vendor vendors jumla gomla mowarred mowared",
  industry_goods:
    "حديد اسمنت بلاستيك كرتون_تعبئه قفازات كمامات رخام سيراميك ادويه اجهزه_طبيه مواد_بناء اسلاك خشب زيت تمور لحوم دجاج خضار قهوه_خضراء زيوت اعلاف steel cement packaging gloves masks marble timber lumber fertilizer solar_panels machinery generators spare_parts textile* fabric rice frozen chicken uniforms detergents",
  resale:
    "اعاده_بيع عروضكم تصفيه تصفيات ستوكات ستوك مخزون بواقي عروض_بيع_جمله حصري resale resell liquidation clearance overstock stock_lot surplus deals_to_resell inventory_offers closeout",
  // Private sales
  haggle:
    "حراج مستعمله شبه_جديد نظيف_جدا ماشي ممشى البايع المشتري بايعها اسومها سوم على_السوم تسوم افاوض تفاوض مقايضه بدل_ابادل ابادل مبادله تنازل التنازل ينصب_علي خايف_ينصب ما_اعرفه اضمن_حقي haraj seller buyer haggle negotiate swap trade_in exchange_my safe_deal safely_buy stranger escrow listing odometer mileage lightly barely_used",
  owned_thing:
    "ايفون بلايستيشن سوني كاميرا دراجه درجات جيب كامري يارس النترا لاندكروزر ساعه_رولكس رولكس ذهب طقم غسالتي ثلاجه ثلاجتي سرير كنب كنبه مكتب_خشب شاشه playstation ps5 camera bicycle bike motorbike yamaha camry corolla elantra rolex sofa couch fridge guitar oud telescope treadmill",
  // Shopping for others
  webshop:
    "شي_ان شين نون امازون علي_اكسبرس علي_بابا ايكيا جرير اكسترا زارا نمشي ستايلي ترينديول هوم_سنتر ساكو نايك سيفورا شيك_اوت كوبون كود_خصم سله السله يشتري_لي اشتروا_لي بطاقتي_ما ما_عندي_بطاقه shein noon amazon aliexpress alibaba ikea jarir extra zara namshi trendyol temu etsy ebay sephora lazada checkout cart promo_code ship_to_saudi only_ships_to ما_يشحن ما_يوصل_للسعوديه",
  // Storing
  depot:
    "مستودعات مخزن_صغير حفظ_الاثاث ايداع امانات تبريد ثلاجه_تخزين متر_مربع رفوف وحده_تخزين وحدات_تخزين اغراضي_عندكم بيتنا_الجديد مسافر_سنه ترميم_البيت موسم_الحج بضاعه_زايده استضافه سيرفر سيرفرات hosting_space self_storage warehouse warehousing cold_storage lockup stash keep_my square_met* sqm racks rack colocation servers server makhzan mostawda3 ma5zan",
  // Rooms for work
  hall: "قاعه قاعتكم بروجكتر شاشه_عرض سبوره ورشه_عمل دوره_تدريبيه ندوه مقابلات_توظيف مقابله_عمل حضور كرسي كراسي بوفيه_قهوه عنوان_تجاري صندوق_بريد عنوان_للسجل مكتب_جاهز مكتب_مشترك مساحه_عمل workshop seminar whiteboard boardroom breakout hot_desk hotdesk serviced_office postal_address mailing_address registered_address po_box attendees trainees interview_room reception_service calls_answered",
  // Health
  symptom:
    "حرقان دوخه دوخان غثيان استفراغ اسهال امساك حكه طفح حساسيه ضيق_تنفس ضغطي سكري ركبتي ظهري رقبتي كتفي معدتي بطني حلقي اذني عيني_حمرا رعشه ارق قلق اكتئاب نفسيه حمل حامل نزيف دوره_شهريه خلع_ضرس حشوه تبييض شعري يتساقط وجهي ليزر rash dizzy dizziness nausea vomiting diarrhea migraine sore_throat cough fever back_pain knee toothache tooth filling braces insomnia anxiety depress* pregnan* bleeding diabetes diabetic blood_pressure allergy allergic swollen itchy hair_loss acne laser limping asthma",
  speciality:
    "جلديه عظام باطنيه اعصاب نفسي نفسيه عيون اسنان نساء_وولاده نساء ولاده انف_واذن اذن مسالك قلب اورام تغذيه علاج_طبيعي اطفال_حديثي dermatolog* orthop* cardiolog* neurolog* psychiatr* psycholog* dentist* dental ophthalm* optometr* gynaec* gynec* obgyn ent urolog* oncolog* nutritionist dietician dietitian physio physiotherap* paediatric* pediatric* gp practitioner veterinar* بيطري",
  in_person:
    "in_person face_to in_the_clinic حضوري حضوريا وجها_لوجه بالعياده online_visit عن_بعد اونلاين online video_call",
  // Hotels
  lodging:
    "ابراج شقق_فندقيه شقه_فندقيه مفروشه اطلاله افطار_مجاني بوفيه مسبح قريب_من_الحرم قرب_الحرم عمره معتمرين حجاج اقيم نقيم نقضي نبيت سويتات فندقي استراحه شاليهات منتجعات hotels check_in check_out breakfast pool suite suites king_bed twin_beds near_haram near_the_haram umrah pilgrims layover somewhere_to_sleep place_to_sleep bed_and b&b airbnb crash_for",
  trip: "مسافر مسافره مسافرين سفره رحله_عمل جاي جايه جايين زياره_عمل مؤتمر معرض اجازه_الصيف شهر_عسل عرسان visiting trip business_trip conference_in landing arriving flying_in weekend_away honeymoon in_laws guests_from delegation",
  // Parcels
  handover:
    "وصلوها لامي لاخوي لاختي لصديقي لعميل لعميلي للعملا تسليم_باليد نسيت نسيتها مفاتيح مفتاح عينه عينات عقود_موقعه اوراق_موقعه باقه_ورد ورد كيكه تورته دوا ادويه_لامي نظاره شاحن لابتوبي جوازه ملف_القضيه drop_off dropped_off hand_deliver hand_over door_to same_day urgent_delivery my_keys keys flowers cake medicine_to charger signed_papers recipient pick_it_up fragile weighs kilos kg كيلو كيلوغرام كيلوين قابل_للكسر",
  // Government papers and bodies
  platform:
    "ابشر مقيم قوى مدد ايجار بلدي ناجز اعتماد سلامه زاتكا منصه_قوى منصه_ابشر طاقات مساند جدارات نفاذ الجوازات الاحوال المرور الغرفه_التجاريه الغرفه وزاره_التجاره وزاره_العمل الدفاع_المدني التامينات الهيئه_الملكيه كتابه_عدل كاتب_عدل absher muqeem qiwa mudad ejar balady najiz etimad zatca musaned nafath jawazat chamber ministry_of civil_defence gosi muqim",
  gov_paper:
    "اقامتي اقامه_العامل كرت_عمل رخصه_عمل رخصه_بلديه رخصه_قياده خروج_وعوده خروج_نهائي تاشيره_زياره زياره_عائليه نقل_كفاله تغيير_مهنه شهاده_صحيه عقد_ايجار عقد_عمل سجل_تجاري شهاده_ميلاد هويه_وطنيه جواز_سفر استماره فحص_دوري عنوان_وطني علامه_تجاريه شهاده_سعوده شهاده_زكاه شهاده_التامينات exit_re exit_reentry final_exit family_visit visit_visa work_permit driving_licen* birth_certificate cr_renewal trademark health_certificate profession_change transfer_sponsorship lease_contract tenancy_contract national_address istimara iqama_for expires expired expiry expiring منتهيه انتهت تنتهي قاربت",
  liaise:
    "جهه_حكوميه جهات_حكوميه بين_الجهات مخاطبه_الوزاره مخاطبه خطاب_من_الوزاره امانه الامانه هيئه الهيئه مندوب_للجهات تنسيق_مع يراجع_الوزاره متابعه_الوزاره liaison liaise correspondence between_ministries municipality_of authority_of government_entity official_letter_to follow_up_with_the",
  // Telecom
  line_trouble:
    "شريحه شريحتي خط_ارضي النت_مقطوع الانترنت_ضعيف مفصول مفصوله انقطع انقطاع_النت برج_جديد راوتر مودم باقتي رصيدي_يختفي رقم_مسجل ارقام_باسمي خطوط_باسمي مكالمات_مزعجه sim sim_card esim data_plan roaming router modem no_signal signal disconnected bundle postpaid prepaid lines_under fibre fiber 4g 5g stc mobily zain virgin salam lebara",
  // What an office is told of its own work
  late: "تاخر تاخرتوا تاخرتم متاخر متاخره من_اسبوع من_شهر من_يومين لي_يومين صار_لي كم_يوم ما_وصل ما_وصلت ما_جاني ماجاني للحين للان لسه لسا لحد_الان مارد ما_رد ما_احد_رد ولا_رد still_waiting still_nothing not_arrived has_not hasnt hasn't never_arrived overdue_order delayed delay late_again supposed_to days_ago weeks_ago no_one_called nobody_called no_news no_reply",
  blame:
    "وعدتوني وعدتم قلتوا قلتولي بالغلط غلطتوا غلط_غلط خطاكم مستحيل_اتعامل ما_راح_اتعامل اخر_مره_اتعامل تقييم_سيي سمعتكم مسخره استهتار لا_مبالاه احتقار وقح وقحه رفع_صوته اسلوبه اسلوب_سيي خدعتوني خداع سرقه حرام_عليكم حسبي_الله مقرف مهزله عيب_عليكم تعويضي رجعوا_فلوسي disappointed disappointing unacceptable shame shocking appalling awful horrible disgusting rude unprofessional careless negligent waste_of fed_up sick_of ridiculous joke_of never_again worst_service ruined soaked scratched torn wet crushed smashed stained cracked dented misspelt misspelled overcharged double_charged wrong_name wrong_address",
  sarcasm:
    "ماشاءالله_علي ماشالله_علي شاء_الله_علي ما_اسرع ما_اروع ما_ادق مبدعين مبدعون ابطال احسنتم_صنعا الله_ينور بيض_الله كفو_عليكم كفو_والله كثر_خيركم يا_سلام يا_سلام_علي تسلم_ايديكم تسلم_ايدكم تسلم_ايديكو صح_النوم يا_زينكم يا_زين ونعم عز_الله خوش_خدمه خوش_شغل كشختونا يا_حلاوه يا_فرحتي برافو_عليكم mashallah_3ala masha_allah mashallah_3aleko mabrook_3alekom kafo_3alaikom kafu bravo_3alekom ya_salam ya_3eni mobde3een mbd3en mubde3een abtal el_top top_marks full_marks hats_off lovely_job nice_job great_work nice_work good_job five_stars gold_star three_cheers round_of what_a clap_clap how_lovely how_nice love_how big_thanks for_nothing ماشاءالله_عليكم برافو مبروك_عليكم ابدعتم ابداع تسلم_ايديكم_على يا_سلام ما_قصرتوا_والله رائع_جدا bravo congratulations well_done slow_clap brilliant_job fantastic_job so_much_for impressive great_job thanks_for_nothing",
  // Orders on their way
  progress:
    "وصلت_وين وصل_وين خلصت جاهزه جهزت جاهز انتهيتوا انتهت_المعامله طلعت_النتيجه رد_العياده اكدوا اكدتوا تاكيد_الحجز متى_تخلص متى_يوصل متى_توصل كم_باقي باقي_كثير رقم_التتبع تتبع مندوبكم_وين اخر_التطورات المستجدات ايش_صار وش_صار ايه_اخبار update_on any_news any_update any_progress track tracking eta ready_yet done_yet confirmed_yet how_far how_long_left on_its_way out_for_delivery still_pending whats_happening",
  undo: "بطلت هونت غيرت_رايي غيرت_رأيي ما_عاد_ابي ما_عاد_احتاج صرفت_النظر صرف_النظر اعتذر_عن خلاص_لا ماله_داعي مالها_داعي ما_يحتاج لقيت_غيركم دبرت_نفسي لا_داعي changed_my_mind no_need call_it_off scrap scrapped forget_it forget_about never_mind drop_it withdraw back_out dont_bother don't_bother found_another not_going_ahead hold_off stop_the",
  // What nobody here does
  travel_more:
    "تذاكر_طيران حجز_طيران رحله_طيران خطوط_السعوديه طيران_ناس تاجير_سيارات ايجار_سياره ليموزين اوبر كريم باص حافله قطار_الحرمين flight_to plane_ticket airfare airline_ticket rent_a_car car_rental car_hire train_ticket bus_ticket cruise tour tours tourist_guide safari",
  loans:
    "قرض_شخصي قروض تمويل_عقاري تمويل_شخصي سلفه بطاقه_ائتمان بطاقه_فيزا محفظه استثمار فوركس عملات_رقميه mortgage personal_loan financing credit_card crypto bitcoin forex invest_in investment returns_on bank_account",
  household_help:
    "عامله_منزليه شغاله خادمه سايق_خاص مربيه جليسه_اطفال طباخه حارس سباك كهربائي دهان نجار تكييف مكافحه_حشرات تسليك ونش سطحه بنشر maid_for nanny babysitter cook_for gardener plumber electrician painter carpenter pest_control handyman tow tow_truck",
  school:
    "واجب واجبي حل_واجب بحث_جامعي رساله_ماجستير مدرس_خصوصي درس دروس اختبار قدرات_وتحصيلي كورس homework essay thesis assignment tutor maths math exam ielts toefl course lesson lessons",
  machine_help:
    "كود برمجه بايثون اكسل_معادله ويندوز فورمات هكر تهكير برنامج_محاسبه تطبيق_جوال موقع_الكتروني سوشيال انستقرام تيك_توك متابعين python javascript code_for laptop_repair reinstall windows hack instagram tiktok followers seo",
  small_talk:
    "كم_عمرك متزوج انت_حقيقي وش_رايك تحبني قولي_نكته احكيلي_قصه اغنيه فيلم مسلسل لعبه ابراج حظي how_old_are are_you_married tell_me_a movie series horoscope riddle sing who_won world_cup president_of capital_of how_tall how_many_people",
};
