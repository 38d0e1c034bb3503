/**
 * Places of the Kingdom: regions, cities above 50,000 people and the seats of governorates. One line is one place:
 * `English name | Arabic name | other spellings, comma-separated`; a line `@kind COUNTRY` opens a block.
 * A spelling marked `~` is also an ordinary word or a person's name and needs a word of place before it; one marked `!` counts only
 * after «مدينة» or «محافظة», or as a whole message. Spellings that folding, the article or one slip of a finger explain are not listed.
 */
export const saudiPlaces = `
@city SA
Riyadh | الرياض | ~رياض, الرياظ, الرياص, ارياض, الرايض, العاصمة الرياض, riyad, reyad, riyadh, ryadh, ryad, riadh, ~riad, ~reyadh, riyaz, riyadd, riyath, ar riyadh, elreyad, rydh, ryd, ry9', reyadh, rya9', ryaadh, alryadh, alryad, elryad, elreyadh, ir riyadh, irriyadh, erreyad, elrey9'
Jeddah | جدة | جده, جدّة, jedda, jeddah, geddah, gedda, jidda, jiddah, jaddah, jedah, jeda, jdh, jdah, gidda, djeddah, عروس البحر الاحمر, jddh, jdda, jda, gda, gdda, jddah, gddah, ijda
Makkah | مكة المكرمة | مكة, مكه, مكا, مكة المكرمه, العاصمة المقدسة, makka, makkah, mecca, meca, mekkah, mekkah, makkah al mukarramah, makkah almukarramah, makkah al mokarama, makka elmokarama, mkh, mkkah, mkka, mka, mkkh, makah
Medina | المدينة المنورة | ~المدينة, المدينه المنوره, طيبة الطيبة, المدينة النبوية, medina, madinah, ~madina, medinah, almadinah, al madinah, ~almadina, ~al madina, ~el madina, el medina, ~elmadina, madina monawara, madinah al munawwarah, madinah almunawwarah, el madina el monawara, al madinah al munawarah, almadinah almunawarah, medina munawara, madeena, madeenah, mdinah, almdinah, almdina, almdenah, almdena, elmdena, elmdina, elmadina elmonawara, almadeenah, almadeena, el madeena, elmadeena, ~mdina, ~mdinah, elmedina
Dammam | الدمام | دمام, الدمّام, dammam, damam, dmmam, ad dammam, demmam, dammaam, dmam, dmaam, ddmam, eldmam, aldmam, addmam, d'mam
Khobar | الخبر | ~الخبر, !خبر, al khobar, khobar, alkhobar, khubar, khober, el khobar, elkhobar, khoubar, 5obar, al 5obar, 5br, kho bar, 5bar, 5ober, alkhbr, elkhbr, khbr, khobr, 5obr, al5br, al5obar, el5obar, al5bar, khbar, khubr
Dhahran | الظهران | ظهران, dhahran, ~zahran, thahran, dahran, az zahran, dhahraan, thhran, dhhran, 6'hran, aldhahran, aldhhran
Taif | الطائف | الطايف, طائف, الطاىف, taif, taef, tayef, ta2if, ta2ef, tayif, attaif, at taif, al taif, ettaif, 6aif, al6aif, tayf, t2if, 6ayef, 6aaif, altaef, altayef, tyf, ta'if, eltayef, eltaef
Abha | أبها | ابها, ابهاا, abha, abhaa, ebha, 2abha, abhah, obha
Khamis Mushait | خميس مشيط | خميس مشيت, خميس المشيط, الخميس مشيط, khamis mushait, khamis mushayt, khamis mushit, khamees mushait, khamis mushaet, khamis moshait, khamees mushayt, khames mushait, khamis mshait, 5amis mushait, 5amees mshe6, 5mis mshait, khmis mshait, 5amees mushait, 5mees mshee6, 5amees mshee6, khamees msheet
Tabuk | تبوك | tabuk, tabouk, tabook, taboek, tebuk, tbook, tabok, tbouk, tbuk, tboook
Hail | حائل | حايل, ~حاىل, حائيل, ~hail, hael, ha2il, ha'il, 7ail, 7ayel, hayel, 7a2el, ~hayil, 7aail, 7a'il, 7ael, 7ayil, 7aayel, ha2el
Buraydah | بريدة | بريده, buraydah, buraidah, buraida, burayda, boraida, boraidah, braida, bureida, bureidah, brydah, braydah, borayda, breda, brydh, brida, bridah, braydh, boridah, brayda, burydah
Unaizah | عنيزة | عنيزه, unaizah, unayzah, onaizah, onaiza, unaiza, oneiza, aneza, 3unaizah, 3onaiza, 3naiza, anaizah, unaisa, 3niza, 3nizah, 3nezah, 3nayza, onezah
Jubail | الجبيل | جبيل, الجبيل الصناعية, jubail, jubayl, jbail, jubeil, al jubail, jobail, jubel, jubil, jebail, jubail industrial city, jbel, jbeel, aljbail, aljbel, gobail, gubail, goubail, el gobail, algubail, jobel, jubile
Yanbu | ينبع | ينبع البحر, ينبع الصناعية, ينبع النخل, yanbu, yanbo, yenbo, yanbua, yanboa, yanbou, yanbu al bahr, yanb3, yanbo3, yanbu3, ynb3, ynbu, ynbo, yanboo3, yanbou3
Najran | نجران | najran, nagran, nejran, njran, najraan, ngran, nejraan
Jizan | جازان | جيزان, جزان, جازن, jizan, jazan, jeezan, gizan, gazan, jezan, jazaan, jeizan, jzan, gzan, jeezaan, gizaan, ji9an
Al Bahah | الباحة | الباحه, باحة, al bahah, al baha, albaha, baha, bahah, albahah, el baha, 2lbaha, al ba7a, alba7a
Al Ahsa | الأحساء | الاحساء, الاحسا, الحسا, الحساء, احساء, al ahsa, alahsa, al hasa, alhasa, hasa, ahsa, al hassa, hassa, al ahsaa, el ahsa, a7sa, al a7sa, al7asa, el 7asa, hasaa, al7sa, el7sa, 7asa, al 7asa, al7asaa, el 7asaa, alahsaa, a7saa
Hofuf | الهفوف | هفوف, hofuf, hufuf, hofoof, al hofuf, alhofuf, hofouf, el hofouf
Al Mubarraz | المبرز | ~المبرز, mubarraz, al mubarraz, almubarraz, mobarraz, mubaraz
Qatif | القطيف | قطيف, qatif, al qatif, alqatif, qateef, gatif, gateef, el qatif, elqateef, katif, kateef, 8atif, qtif, gtif, q6eef, 8ateef, q6if
Saihat | سيهات | سيهاط, saihat, sayhat, seihat, saihaat
Safwa | صفوى | صفوا, ~صفوه, safwa city, safwah, ~safwa
Tarout | تاروت | جزيرة تاروت, tarout, tarut, taroot
Ras Tanura | رأس تنورة | راس تنوره, رأس تنوره, راستنورة, ras tanura, ras tanurah, ras tannura, ras tanoura, rastanura, ras tanora
Abqaiq | بقيق | ابقيق, أبقيق, abqaiq, buqayq, buqaiq, abgaig, bgaig, bqaiq
Hafar Al Batin | حفر الباطن | الحفر حفر الباطن, حفرالباطن, ~الحفر, hafar al batin, hafr al batin, hafr albatin, hafar albatin, hafralbatin, hafer al batin, hafer albaten, hafr el baten, 7afr albaten, 7afr al batin, 7afar albatin, hafr al baten, hafr, 7afr el baten, 7fr albaten, 7afr albatin, 7fr elbaten, 7afar el baten
Khafji | الخفجي | خفجي, al khafji, khafji, khafgi, alkhafji, khafjee, el khafgi
Nairiyah | النعيرية | نعيرية, النعيريه, nairiyah, nairyah, nuayriyah, an nuayriyah, nariyah, al nairyah, alnairyah
Qaryat Al Ulya | قرية العليا | القرية العليا, قريه العليا, qaryat al ulya, qaryah al ulya, qariyat al olaya
Uqair | العقير | al uqair, uqair, oqair, al uqayr
Sarrar | الصرار | al sarrar, as sarrar
Al Kharj | الخرج | خرج المملكة, السيح الخرج, ~الخرج, al kharj, alkharj, kharj, el kharj, elkharg, kharg, al 5arj, al5arj, 5arj, al5rj, 5rj, alkhrj, khrj
Ad Dilam | الدلم | ad dilam, al dilam, aldilam, dilam, aldelam, delam
Al Majmaah | المجمعة | المجمعه, ~مجمعة, majmaah, al majmaah, almajmaah, majma'ah, majmaa, almajma3a, majma3ah, al majma3ah, majmah
Dawadmi | الدوادمي | دوادمي, الدوادمى, dawadmi, al dawadmi, dawadimi, ad dawadimi, duwadimi, ad duwadimi, dwadmi, aldawadmi
Zulfi | الزلفي | الزلفى, زلفي, zulfi, az zulfi, al zulfi, alzulfi, zilfi, zelfi, zolfi
Afif | عفيف | ~عفيف, محافظة عفيف, ~afif, 3afif, afeef
Shaqra | شقراء | ~شقرا, ~شقراء, shaqra, shagra, shaqraa, shuqra
Wadi Ad Dawasir | وادي الدواسر | الوادي وادي الدواسر, وادى الدواسر, الدواسر, wadi ad dawasir, wadi al dawasir, wadi aldawasir, wadi addawasir, wadi dawasir, wadi el dawaser, al dawasir
Quwayiyah | القويعية | القويعيه, قويعية, quwayiyah, al quwayiyah, quwaiyah, al quwaiyah, alquwayiyah, quwaieyah, al quwaiiyah
Al Aflaj | الأفلاج | الافلاج, افلاج, ليلى الافلاج, al aflaj, alaflaj, aflaj, layla al aflaj
Sulayyil | السليل | as sulayyil, al sulayyil, sulayyil, sulayil, alsulayil, sulail
Hawtat Bani Tamim | حوطة بني تميم | حوطه بني تميم, ~الحوطة, hawtat bani tamim, hotat bani tamim, howtat bani tamim, hawtah bani tamim, hotat bani tameem
Hawtat Sudair | حوطة سدير | حوطه سدير, سدير, hawtat sudair, hotat sudair, sudair, sudayr
Al Hariq | الحريق | !الحريق, al hariq, al hareeq, alhariq
Muzahimiyah | المزاحمية | المزاحميه, مزاحمية, muzahimiyah, muzahmiyah, al muzahimiyah, muzahmiya, almuzahmiyah, mozahmiya
Diriyah | الدرعية | الدرعيه, درعية, diriyah, ad diriyah, al diriyah, diriya, dir'iyah, deriyah, der3iya, dir3iyah, aldiriyah
Dhurma | ضرما | ضرماء, dhurma, durma, dharma saudi, dhruma
Huraymila | حريملاء | حريملا, huraymila, huraimila, hraimla, huraymla
Thadiq | ثادق | thadiq, thadig, thadeq
Rumah | رماح | ~رماح, !rumah, rumaah
Marat | مرات | !مرات, !marat
Al Ghat | الغاط | الغاط, al ghat, alghat, el ghat
Ar Rayn | الرين | ar rayn, al rain
Ar Rass | الرس | ~الرس, ar rass, al rass, ar ras, al ras, alrass, ~alras, arrass, el rass
Al Bukayriyah | البكيرية | البكيريه, بكيرية, al bukayriyah, bukayriyah, bukairiyah, al bukairiyah, bukairyah, bkairia, bukayriah, albukairiyah
Al Badai | البدائع | البدايع, ~بدائع, al badai, al badaya, badaya, albadaya, al badayea, al badaie, albadai
Al Mithnab | المذنب | ~المذنب, al mithnab, mithnab, al midhnab, midhnab, almithnab, mathnab, al mathnab
Riyadh Al Khabra | رياض الخبراء | رياض الخبرا, riyadh al khabra, riyad al khabra, riyadh alkhabra
Uyun Al Jiwa | عيون الجواء | عيون الجوا, uyun al jiwa, oyoon al jawa, uyun al jawa, uyoon aljiwa
Al Asyah | الأسياح | الاسياح, al asyah, alasyah, asyah
Nabhaniyah | النبهانية | النبهانيه, nabhaniyah, al nabhaniyah, nabhaniah
Ash Shimasiyah | الشماسية | الشماسيه, ash shimasiyah, shimasiyah, al shimasiyah, shamasiyah
Dariyah | ضرية | ضريه, daria qassim, dhariyah
Uqlat As Suqur | عقلة الصقور | عقله الصقور, uqlat as suqur, uqlat al suqur, oqlat alsoqor
Al Khabra | الخبراء | !الخبراء, al khabra
Baqaa | بقعاء | ~بقعا, ~بقعاء, baqaa, baqa'a, buqaa, baq3a
Al Ghazalah | الغزالة | ~الغزالة, al ghazalah, al ghazala
Ash Shinan | الشنان | ash shinan, al shinan, shinan
As Sulaimi | السليمي | ~السليمي, as sulaimi, as sulaymi
Al Hait | الحائط | !الحائط, al hait, al hayit
Samira | سميراء | ~سميراء, !samira, samira hail
Mawqaq | موقق | mawqaq, mogag, mouqaq
Bisha | بيشة | بيشه, bisha, bishah, beesha, bishe, bysha
Muhayil | محايل عسير | محايل, muhayil, mahayil, muhayil asir, mahayel, mahayel aseer, muhail, mohayel, m7ayel, mohayil asir
An Namas | النماص | نماص, an namas, al namas, alnamas, namas, nmas
Ahad Rafidah | أحد رفيدة | احد رفيده, احدرفيدة, ahad rafidah, ahad rufaidah, ahad rufaydah, ahad rafida, ahad rufida, a7ad rofaida
Rijal Almaa | رجال ألمع | رجال المع, rijal almaa, rijal alma, rijal alma', rejal almaa, rijal al ma
Sarat Abidah | سراة عبيدة | سراه عبيده, sarat abidah, sarat abida, sarat ubaydah, sarat obaida
Dhahran Al Janub | ظهران الجنوب | dhahran al janub, dhahran al janoub, zahran al janoub, zahran aljanoob
Tathlith | تثليث | ~تثليث, tathlith, tathleeth
Al Majaridah | المجاردة | المجارده, al majaridah, majaridah, al majardah, almajardah, mjardah
Balqarn | بلقرن | بالقرن, balqarn, balgarn, sabt al alayah, سبت العلاية
Al Birk | البرك | ~البرك, al birk, albirk, al berk
Bariq | بارق | ~بارق, bariq, ~bareq, barek
Tanomah | تنومة | تنومه, tanomah, tanumah, tanuma, tanoma, tnoma
Tarib | طريب | tarib, tareeb
Al Harjah | الحرجة | ~الحرجة, al harjah, al harja
Al Amwah | الأمواه | الامواه, al amwah
Baljurashi | بلجرشي | بالجرشي, baljurashi, baljorashi, balgurashi, bljurashi, baljershi
Al Mandaq | المندق | al mandaq, almandaq, mandaq
Al Makhwah | المخواة | المخواه, al makhwah, almakhwah, makhwah, almakhwa, al mikhwah
Qilwah | قلوة | قلوه, qilwah, qilwa, qelwa, gelwa
Al Aqiq | العقيق | ~العقيق, al aqiq, alaqiq, al aqeeq
Al Qara | القرى | !القرى, al qara
Ghamid Az Zinad | غامد الزناد | ghamid az zinad, ghamid al zinad
Al Hajrah | الحجرة | !الحجرة, al hajrah
Bani Hasan | بني حسن | ~بني حسن, bani hasan
Sabya | صبيا | صبياء, sabya, sabia, sabyah, sebia, sibya
Abu Arish | أبو عريش | ابو عريش, ابوعريش, abu arish, abu areesh, abuarish, abo 3reesh, abu 3arish
Samtah | صامطة | صامطه, samtah, samta, samitah, samta jizan
Ahad Al Masarihah | أحد المسارحة | احد المسارحه, ahad al masarihah, ahad al masariha, ahad almasarha
Baysh | بيش | !بيش, baysh, baish, ~beish
Damad | ضمد | damad, dhamad
Ad Darb | الدرب | !الدرب, ad darb, al darb, aldarb
Al Aydabi | العيدابي | العيدابى, al aydabi, al aidabi, aidabi
Al Aridah | العارضة | ~العارضة, al aridah, al aridhah
Ad Dair | الدائر | ~الدائر, الداير بني مالك, الدائر بني مالك, ad dair, addair, al dayer
Fayfa | فيفا | فيفاء, !فيفا, جبال فيفا, fayfa, faifa, fifa mountains
Farasan | جزر فرسان | جزيرة فرسان, ~فرسان, farasan, farsan, farasan island, farasan islands, jazirat farasan
Al Harth | الحرث | ~الحرث, al harth, al khoba, الخوبة
Harub | هروب | !هروب, harub
At Tuwal | الطوال | ~الطوال, at tuwal, al tuwal, tuwal
Ar Rayth | الريث | ar rayth, al raith, al rayth
Sharurah | شرورة | شروره, sharurah, sharura, sharoura, sharorah, shrorah
Hubuna | حبونا | hubuna, habuna, habona, hobona
Badr Al Janub | بدر الجنوب | badr al janub, badr al janoub
Khubash | خباش | khubash, khobash
Yadamah | يدمة | يدمه, yadamah, yadma, yidmah
Thar | ثار | !ثار, !thar
Rabigh | رابغ | رابق, rabigh, rabegh, rabgh, rabig, rabeg, raabigh
Al Qunfudhah | القنفذة | القنفذه, قنفذة, القنفدة, al qunfudhah, qunfudhah, qunfudah, al qunfudah, qunfuda, gunfudah, alqunfudah, al qunfidhah, konfoza, el qonfoza, qunfotha, al gonfotha
Al Lith | الليث | ~الليث, al lith, al leith, allith, al layth, alleith
Khulais | خليص | خليس, khulais, khulays, khulis, khlais, 5olais
Al Jumum | الجموم | جموم, al jumum, jumum, al jumoom, aljumum, jamoum, al jamoum, aljumoom
Bahrah | بحرة | بحره, ~بحره, bahrah, bahra, ba7ra
Al Kamil | الكامل | !الكامل, al kamil, alkamil
Turbah | تربة | !تربة, turabah, turbah, turubah, torbah
Ranyah | رنية | رنيه, ranyah, raniyah, raniah, renia
Al Khurmah | الخرمة | الخرمه, خرمة, al khurmah, khurmah, alkhurmah, al khurma, khorma
Al Muwayh | المويه | !المويه, !الموية, al muwayh, al mowaih, almuwaih
Maysan | ميسان | maysan, maisan, bani harith
Adham | أضم | ~اضم, !adham, adum
Al Ardiyat | العرضيات | العرضيه الشماليه, العرضية الجنوبية, al ardiyat, ardiyat, al ardhiyat
Thuwal | ثول | thuwal, thwal, thuwel, kaust
King Abdullah Economic City | مدينة الملك عبدالله الاقتصادية | مدينة الملك عبد الله الاقتصادية, الاقتصادية مدينة الملك عبدالله, king abdullah economic city, kaec
Al Hada | الهدا | ~الهدا, al hada, alhada
Ash Shafa | الشفا | !الشفا, ash shafa
AlUla | العلا | العُلا, ~علا, alula, al ula, el ula, ula, al 3ula, al3ula, al ola, alola, el 3ola
Khaybar | خيبر | khaybar, khaibar, khyber, khaiber, 5aibar
Mahd Adh Dhahab | مهد الذهب | ~المهد, mahd adh dhahab, mahd al dhahab, mahd althahab, mahd al thahab, mahd aldhahab
Badr | بدر | !بدر, بدر حنين, ~badr, badr hunayn
Al Hinakiyah | الحناكية | الحناكيه, حناكية, al hinakiyah, hinakiyah, hanakiyah, al hanakiyah, henakiyah
Al Ais | العيص | ~العيص, al ais, al eis, al ays
Wadi Al Fara | وادي الفرع | wadi al fara, wadi al fura, wadi alfara
Umluj | أملج | املج, umluj, umlaj, omluj, umlouj, umlug, amlaj, omlog
Duba | ضباء | ضبا, ~duba, dhuba, dhiba, dheba, diba saudi
Al Wajh | الوجه | !الوجه, al ~wajh, alwajh, al wejh, ~wajh, el wagh
Tayma | تيماء | تيما, tayma, taima, tayma', teima, taimaa
Haql | حقل | !حقل, haql, hagl, haqel
Al Bad | البدع | !البدع, al bad', al bada
Neom | نيوم | neom, neoum, nyom, niom, the line neom
Sakaka | سكاكا | سكاكه, سكاكا الجوف, sakaka, sakakah, skaka, skakah, sekaka
Dumat Al Jandal | دومة الجندل | دومه الجندل, dumat al jandal, domat al jandal, dumat aljandal, domat aljandal, doumat al jandal
Qurayyat | القريات | ~قريات, qurayyat, al qurayyat, gurayat, guriat, al gurayyat, qurayat, alqurayat, qurrayat, al qurayat, qrayat, gurayyat
Tabarjal | طبرجل | طبرجال, tabarjal, tubarjal, tbrjl, tabargal
Suwayr | صوير | suwayr, swair
Arar | عرعر | ~عرعار, arar, 3ar3ar, ar'ar, aarar
Rafha | رفحاء | رفحا, rafha, rafhaa, rafhah, raf7a
Turaif | طريف | ~طريف, turaif, turayf, turaef, toraif, tarif saudi, 6uraif
Al Uwayqilah | العويقيلة | العويقيله, العويقلية, al uwayqilah, uwayqilah, al owaiqila, owaigila
@region SA
Qassim | القصيم | منطقة القصيم, قصيم, القسيم, qassim, al qassim, qasim, ~qaseem, al qasim, gassim, gaseem, alqassim, algassim, kaseem, el qaseem, elkassim, kassim, al gassim, 8aseem, qseem, gseem, algseem, elgseem, alqseem, 8seem, qsim
Asir | عسير | منطقة عسير, ~عسير, asir, aseer, asseer, ~3asir, 3aseer, assir
Al Jawf | الجوف | منطقة الجوف, ~الجوف, al jawf, aljawf, al jouf, jouf, aljouf, jawf, al jof, aljof, el gouf
Eastern Province | المنطقة الشرقية | ~الشرقية, شرقية السعودية, eastern province, eastern region, ash sharqiyah, sharqiyah, sharqiya, alsharqiya, al sharqia, esharqia, elshar2eya, sharqia, al sharqiyah
Northern Borders | الحدود الشمالية | منطقة الحدود الشمالية, northern borders, northern border region, al hudud ash shamaliyah, hudud shamaliyah
`;
