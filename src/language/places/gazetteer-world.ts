/**
 * Places outside the Kingdom that customers send to, travel to and trade with: the Gulf, Egypt, the Levant and Iraq, Turkey, the
 * Maghreb, capitals and trading cities beyond. Data alone, a line a place: in the format of gazetteer-saudi.ts, where `@country` lines
 * begin with the ISO code.
 */
export const worldPlaces = `
@city AE
Dubai | دبي | دبى, دوبي, dubai, dubay, dubi, dobai, dobay, dubaai, dubia
Abu Dhabi | أبو ظبي | ابو ظبي, ابوظبي, أبوظبي, ابوضبي, ابو ضبي, بوظبي, abu dhabi, abudhabi, abu dabi, abu dhaby, abo dhabi, abu zabi, abo zaby, abu thabi, bu dhabi
Sharjah | الشارقة | الشارقه, شارقة, sharjah, sharja, al sharjah, shar2a, alshariqa, sharqah, el shar2a, elshar8a, ash shariqah, shargah
Ajman | عجمان | ajman, 3ajman, agman, ajmaan
Al Ain | العين | ~العين, al ain, alain uae, ~el ain, ~al 3ain, al ayn
Ras Al Khaimah | رأس الخيمة | راس الخيمه, ras al khaimah, ras al khaima, rak city, ras alkhaimah, ras el khaima, ras al 5aima
Fujairah | الفجيرة | الفجيره, fujairah, fujaira, al fujairah, fugairah, el fugaira
Umm Al Quwain | أم القيوين | ام القيوين, umm al quwain, um al quwain, umm al qaiwain, om al quwain
Khor Fakkan | خورفكان | خور فكان, khor fakkan, khorfakkan
@city KW
Kuwait City | مدينة الكويت | kuwait city, الكويت العاصمة
Hawalli | حولي | !حولي, hawalli, hawally
Salmiya | السالمية | السالميه, salmiya, salmiyah, al salmiya
Jahra | الجهراء | الجهرا, jahra, al jahra
Ahmadi | الأحمدي | ~الاحمدي, al ahmadi kuwait
Farwaniya | الفروانية | الفروانيه, farwaniya, farwaniyah
@city QA
Doha | الدوحة | الدوحه, دوحة, doha, ad doha, al doha, el do7a, do7a, eldoha, doo7a
Al Rayyan | الريان | ~الريان, al rayyan qatar
Al Wakrah | الوكرة | الوكره, al wakrah, wakrah, al wakra
Lusail | لوسيل | lusail, lusayl, losail
Al Khor | الخور | ~الخور, al khor
@city BH
Manama | المنامة | المنامه, منامة, manama, al manama, el manama, manamah, almanama
Muharraq | المحرق | ~المحرق, muharraq, al muharraq
Riffa | الرفاع | ~الرفاع, riffa, rifaa
Isa Town | مدينة عيسى | isa town
@city OM
Muscat | مسقط | ~مسقط راس, muscat, masqat, masgat, mascat, maskat, mas8at
Salalah | صلالة | صلاله, salalah, salala, slalah
Sohar | صحار | sohar, suhar
Nizwa | نزوى | نزوا, nizwa, nezwa
Sur | صور العمانية | !sur, مدينة صور العمانية, sur oman
Seeb | السيب | ~السيب, seeb, as seeb
Ibri | عبري | ~عبري, ibri
Buraimi | البريمي | البريمى, buraimi, al buraimi
@city EG
Cairo | القاهرة | القاهره, قاهرة, القاهرة الكبرى, cairo, kairo, caero, cairoo, al qahirah, alqahira, el qahira, elqahira, el 2ahera, el2ahera, 2ahera, el kahera, elkahera, kahera, al qahera, alqahera, al8ahera, el 8ahera, qahera, مصر القاهرة
Alexandria | الإسكندرية | الاسكندريه, اسكندرية, إسكندرية, الاسكندريا, اسكندريا, سكندرية, alexandria, alexanderia, aleksandria, ~alex, eskandria, eskendria, eskenderia, eskandaria, iskenderia, iskenderiya, iskanderia, iskandereya, eskenderiya, eskandariya, skenderia, el iskenderia, eskendereya, eskandereya, iskandaria, iskandariya, el eskandaria, elesknderia, alexandra egypt, alexandaria
Giza | الجيزة | الجيزه, جيزة, giza, el giza, geeza, elgiza, gizah, geza, jizah, al jizah
Mansoura | المنصورة | المنصوره, منصورة, mansoura, mansora, mansura, el mansoura, elmansoura, manssoura, el mansora, elmansora
Tanta | طنطا | tanta, ṭanta, 6an6a
Zagazig | الزقازيق | زقازيق, الزئازيق, zagazig, za2azi2, zaqaziq, zakazik, el zagazig, el za2azi2
Asyut | أسيوط | اسيوط, asyut, assiut, assyut, asyout, asiut, asyoot, assuit
Sohag | سوهاج | sohag, suhag, sawhaj, sohaj
Qena | قنا | ~قنا, qena, kena, 2ena
Luxor | الأقصر | الاقصر, لوكسور, luxor, luxur, lo2sor, lo2sour, el o2sor, al uqsur, louxor, luksor
Aswan | أسوان | اسوان, aswan, asswan, aswaan, 2aswan
Port Said | بورسعيد | بور سعيد, port said, portsaid, bor sa3eed, borsa3id, bor said, port saeed, bur said, borsaid
Suez | السويس | سويس, suez, el suez, as suways, suways, el sowes, elsowes, al suwais, suwais, sewes
Ismailia | الإسماعيلية | الاسماعيليه, اسماعيلية, ismailia, ismailiya, esma3leya, el esma3leya, ismaelia, ismailiyah, esmaelia
Damietta | دمياط | دمياط الجديدة, damietta, domyat, dumyat, domiat, damiat, dimyat
Damanhour | دمنهور | damanhour, damanhur, damnhor
Kafr El Sheikh | كفر الشيخ | kafr el sheikh, kafr el shaikh, kafr elsheikh, kafr al sheikh, kafr elshe5
Minya | المنيا | ~منيا, minya, menia, el minya, el menia, al minya, elmenya
Beni Suef | بني سويف | بنى سويف, beni suef, bani suef, beni suif, bani swef, bani swaif
Fayoum | الفيوم | فيوم, fayoum, fayum, el fayoum, faiyum, faioum, elfayoum, fayom
Hurghada | الغردقة | الغردقه, غردقة, الغردئة, hurghada, hurgada, hurghadah, ghardaqa, el gharda2a, el ghardaqa, ghardaka, al ghardaqah, elghrda2a, 8arda2a, el 8arda2a
Sharm El Sheikh | شرم الشيخ | شرم, شرم الشيخ, sharm el sheikh, sharm, sharm elsheikh, sharm al sheikh, sharm el shaikh, sharm el she5, sharm elshe5, sharm al shaikh
Marsa Matruh | مرسى مطروح | مطروح, مرسي مطروح, marsa matruh, marsa matrouh, matrouh, matruh, mersa matruh
Marsa Alam | مرسى علم | مرسي علم, marsa alam, marsa 3alam
Arish | العريش | عريش, arish, al arish, el arish, el 3arish
Banha | بنها | banha, benha
Shibin El Kom | شبين الكوم | shibin el kom, shebin el kom, shebeen elkoum
Mahalla | المحلة الكبرى | المحله الكبري, المحلة الكبري, mahalla, el mahalla, al mahalla, mahalla el kubra, el ma7alla
6th of October | السادس من أكتوبر | !السادس من اكتوبر, !6 اكتوبر, مدينة 6 اكتوبر, مدينة السادس من اكتوبر, 6th of october city, !6th of october, october city
10th of Ramadan | العاشر من رمضان | !العاشر من رمضان, مدينة العاشر من رمضان, 10th of ramadan city
New Cairo | القاهرة الجديدة | القاهره الجديده, التجمع الخامس, new cairo, el tagamo3, tagamo3 el khames, el tagamo3 el 5ames, fifth settlement
Helwan | حلوان | helwan, 7elwan
Ain Sokhna | العين السخنة | العين السخنه, عين السخنة, ain sokhna, el ain el sokhna, ein sokhna, el sokhna, el 3ein el so5na, ain el sokhna, السخنة
North Coast | الساحل الشمالي | الساحل الشمالى, north coast egypt, el sahel el shamali, el sa7el el shamali
El Alamein | العلمين | العلمين الجديدة, el alamein, alamein, new alamein, al alamein
Dahab | دهب | ~دهب, ~dahab, ~da7ab
El Gouna | الجونة | الجونه, el gouna, gouna, elgouna
Ras Sudr | رأس سدر | راس سدر, ras sudr, ras sedr
Nuweiba | نويبع | nuweiba, nuwaiba
Siwa | سيوة | سيوه, واحة سيوة, siwa oasis, siwa
@city JO
Amman | عمّان | عمان, ~عمان, عمان الاردن, amman, 3amman, ~ammaan
Irbid | إربد | اربد, irbid, erbid, irbed
Zarqa | الزرقاء | ~الزرقا, ~الزرقاء, zarqa, az zarqa, zarka, al zarqa
Aqaba | العقبة | ~العقبة, aqaba, al aqaba, 3aqaba, el 3aqaba, akaba
Salt | السلط | ~السلط, !salt, as salt jordan
Madaba | مادبا | مأدبا, madaba
Karak | الكرك | ~karak, al karak, kerak
Jerash | جرش | jerash, jarash
Petra | البتراء | البترا, petra
@city LB
Beirut | بيروت | beirut, bayrut, beyrouth, beirout, bairut, beyrut, bayrout
Tripoli (Lebanon) | طرابلس لبنان | طرابلس الشام, tripoli lebanon
Sidon | صيدا | sidon, saida lebanon
Tyre | صور لبنان | !tyre, مدينة صور اللبنانية, tyre lebanon
Zahle | زحلة | زحله, zahle, zahleh
Baalbek | بعلبك | baalbek, ba3albak
@city SY
Damascus | دمشق | الشام دمشق, damascus, dimashq, dimash2, demashq, dimashk, damascas
Aleppo | حلب | aleppo, halab, 7alab
Homs | حمص | ~حمص, homs, 7oms
Hama | حماة | ~حماة, !hama, hama syria
Latakia | اللاذقية | اللاذقيه, latakia, lattakia
Deir Ez Zor | دير الزور | deir ez zor, deir ezzor, dair al zour
Tartus | طرطوس | tartus, tartous
Daraa | درعا | daraa, dar3a
@city PS
Jerusalem | القدس | القدس الشريف, jerusalem, al quds, alquds, el quds, el 2ods, quds
Gaza | غزة | غزه, gaza, ghazza, 8aza
Ramallah | رام الله | ramallah, ram allah
Nablus | نابلس | nablus, nabulus
Hebron | الخليل | ~الخليل, hebron, al khalil palestine
Bethlehem | بيت لحم | bethlehem, bait lahm
Jenin | جنين | ~جنين, jenin
@city IQ
Baghdad | بغداد | baghdad, bagdad, bughdad, ba8dad, bagdhad
Basra | البصرة | البصره, بصرة, basra, basrah, al basra, albasra, el basra, albasrah
Mosul | الموصل | ~الموصل, mosul, al mosul, mousil
Erbil | أربيل | اربيل, اربل, erbil, arbil, hewler
Sulaymaniyah | السليمانية | السليمانيه, sulaymaniyah, sulaimaniyah, slemani, sulaimani
Kirkuk | كركوك | kirkuk, karkuk, kerkuk
Najaf | النجف | نجف, najaf, al najaf, nagaf
Karbala | كربلاء | كربلا, karbala, kerbala
Duhok | دهوك | duhok, dohuk
@city YE
Sanaa | صنعاء | صنعا, sanaa, sana'a, san3a
Aden | عدن | aden, 3adan
Taiz | تعز | taiz, ta3ez, taizz
Hodeidah | الحديدة | ~الحديدة, hodeidah, hudaydah, al hudaydah
Mukalla | المكلا | مكلا, mukalla, al mukalla
Ibb | إب | !إب, !ibb, ibb yemen
Seiyun | سيئون | سيون, seiyun, sayun
Marib | مأرب | مارب, marib, mareb
@city SD
Khartoum | الخرطوم | خرطوم, khartoum, khartum, al khartoum, kharto2m, el khartoum, 5artoum
Port Sudan | بورتسودان | بورسودان, بور سودان, port sudan
Omdurman | أم درمان | ام درمان, امدرمان, omdurman, umdurman
@city TR
Istanbul | إسطنبول | اسطنبول, استنبول, إستانبول, استانبول, اسطمبول, اصطنبول, istanbul, istambul, estanbol, estanbul, stanbul, istanpul, istnbul, istanbol, 2istanbul, es6anbul
Ankara | أنقرة | انقره, انقرا, ankara, anqara, an2ara
Antalya | أنطاليا | انطاليا, انتاليا, antalya, antalia
Trabzon | طرابزون | ترابزون, طربزون, trabzon, trabazon, tarabzon
Bursa | بورصة التركية | مدينة بورصة, !بورصة, !بورصه, bursa
Izmir | إزمير | ازمير, izmir
Bodrum | بودروم | bodrum
Cappadocia | كبادوكيا | كابادوكيا, cappadocia, kapadokya, capadocia
Konya | قونية | قونيه, konya
Gaziantep | غازي عنتاب | عنتاب, gaziantep
Sapanca | سبانجا | صبنجة, sapanca
@city MA
Casablanca | الدار البيضاء | كازابلانكا, كازا بلانكا, casablanca, dar al bayda, casa blanca, kazablanka
Rabat | الرباط | رباط المغرب, ~rabat, ar rabat, rabat morocco
Marrakesh | مراكش | marrakesh, marrakech, marakesh, marrakish, marakech
Tangier | طنجة | طنجه, tangier, tanja, tanger, tangiers
Fez | فاس | ~فاس, !fez, fes morocco
Agadir | أغادير | اغادير, اكادير, agadir
Meknes | مكناس | meknes
Oujda | وجدة المغربية | وجدة المغرب, oujda
@city TN
Tunis | تونس العاصمة | tunis
Sousse | سوسة | ~سوسة, sousse
Sfax | صفاقس | sfax
Djerba | جربة | ~جربة, djerba
@city DZ
Algiers | الجزائر العاصمة | الجزاير العاصمة, algiers
Oran | وهران | oran, wahran
Constantine | قسنطينة | قسنطينه, constantine algeria
@city LY
Tripoli | طرابلس | طرابلس ليبيا, tripoli, trablus
Benghazi | بنغازي | بنغازى, benghazi, bengazi
Misrata | مصراتة | مصراته, misrata
@city MR
Nouakchott | نواكشوط | nouakchott
@city DJ
Djibouti City | مدينة جيبوتي | djibouti city
@city SO
Mogadishu | مقديشو | مقديشيو, mogadishu, maqdishu
Hargeisa | هرجيسا | hargeisa
@city ET
Addis Ababa | أديس أبابا | اديس ابابا, addis ababa, adis ababa, addis abeba
@city KE
Nairobi | نيروبي | nairobi
@city TZ
Dar Es Salaam | دار السلام تنزانيا | dar es salaam
Zanzibar | زنجبار | zanzibar
@city NG
Lagos | لاغوس | lagos nigeria, lagos
@city ZA
Johannesburg | جوهانسبرغ | جوهانسبرج, johannesburg
Cape Town | كيب تاون | cape town
@city IN
New Delhi | نيودلهي | نيو دلهي, دلهي, new delhi, delhi, dilhi
Mumbai | مومباي | بومباي, mumbai, bombay
Hyderabad | حيدر أباد | حيدراباد, حيدر اباد, hyderabad, haidarabad
Bangalore | بنغالور | بنجالور, bangalore, bengaluru
Chennai | تشيناي | شيناي, chennai
Kochi | كوتشي | كوشي, kochi, cochin
Kozhikode | كاليكوت | kozhikode, calicut
@city PK
Karachi | كراتشي | كراتشى, karachi, karatshi
Lahore | لاهور | lahore
Islamabad | إسلام أباد | اسلام اباد, اسلاماباد, islamabad
Peshawar | بيشاور | peshawar
@city BD
Dhaka | دكا | ~دكا, dhaka
@city LK
Colombo | كولومبو | colombo
@city NP
Kathmandu | كاتماندو | كتماندو, kathmandu
@city AF
Kabul | كابول | كابل, kabul
@city IR
Tehran | طهران | tehran, teheran
Mashhad | مشهد الايرانية | mashhad
@city MV
Male | ماليه | !ماليه, !مالي, !male, maldives male
@city ID
Jakarta | جاكرتا | جكرتا, jakarta
Bali | بالي إندونيسيا | جزيرة بالي, ~بالي, bali
@city MY
Kuala Lumpur | كوالالمبور | كوالا لمبور, كوالا لامبور, kuala lumpur, kl malaysia, kualalumpur
Langkawi | لنكاوي | langkawi
Penang | بينانغ | بينانج, penang
@city SG
Singapore | سنغافورة | سنغافوره, سنجافورة, singapore, singapor
@city TH
Bangkok | بانكوك | بنكوك, bangkok, bankok
Phuket | بوكيت | phuket
Pattaya | بتايا | pattaya
@city PH
Manila | مانيلا | manila
Cebu | سيبو | cebu
@city VN
Hanoi | هانوي | hanoi
@city CN
Beijing | بكين | beijing, peking
Shanghai | شنغهاي | شانغهاي, شنجهاي, shanghai, shangai
Guangzhou | قوانغتشو | كوانزو, جوانزو, قوانزو, غوانزو, غوانغتشو, guangzhou, guangzho, guanzhou
Shenzhen | شنزن | شينزين, شنجن, shenzhen
Yiwu | إيوو | ايوو, ييوو, yiwu
Hong Kong | هونغ كونغ | هونج كونج, هونق كونق, hong kong, hongkong
@city TW
Taipei | تايبيه | taipei
@city JP
Tokyo | طوكيو | tokyo
Osaka | أوساكا | osaka
@city KR
Seoul | سيول | ~سيول, seoul
@city AZ
Baku | باكو | baku
@city GE
Tbilisi | تبليسي | تبيليسي, tbilisi
Batumi | باتومي | batumi
@city AM
Yerevan | يريفان | yerevan
@city BA
Sarajevo | سراييفو | سراييفوا, sarajevo
@city UZ
Tashkent | طشقند | tashkent
Samarkand | سمرقند | samarkand
@city KZ
Almaty | ألماتي | الماتي, almaty
@city RU
Moscow | موسكو | moscow, mosco
@city UA
Kyiv | كييف | kyiv, kiev
@city GB
London | لندن | london, lundon, lndon, landan
Manchester | مانشستر | manchester
Birmingham | برمنغهام | برمنجهام, birmingham
Liverpool | ليفربول | ~ليفربول, ~liverpool
Edinburgh | إدنبرة | edinburgh
@city IE
Dublin | دبلن | dublin
@city FR
Paris | باريس | بارس, paris
Lyon | ليون | ~ليون, lyon
Marseille | مرسيليا | marseille
Cannes | كان الفرنسية | cannes
@city DE
Berlin | برلين | berlin
Munich | ميونخ | ميونيخ, munich, munchen
Frankfurt | فرانكفورت | frankfurt, frankfort
Hamburg | هامبورغ | هامبورج, hamburg
Dusseldorf | دوسلدورف | dusseldorf
Cologne | كولونيا | ~كولونيا, !cologne, cologne germany
@city ES
Madrid | مدريد | ~مدريد, madrid
Barcelona | برشلونة | برشلونه, barcelona
Malaga | مالقة | ~مالقه, malaga
Marbella | ماربيا | ماربيلا, marbella
@city PT
Lisbon | لشبونة | لشبونه, lisbon
@city IT
Rome | روما | rome
Milan | ميلانو | ميلان, milan, milano
Venice | البندقية | ~البندقية, فينيسيا, venice
@city CH
Geneva | جنيف | geneva, geneve
Zurich | زيورخ | زيوريخ, zurich
Interlaken | انترلاكن | interlaken
@city AT
Vienna | فيينا | فينا, ~فينا, vienna
Zell Am See | زيلامسي | زيلامسي, زيلمسي, zell am see
Salzburg | سالزبورغ | سالزبورج, salzburg
@city NL
Amsterdam | أمستردام | امستردام, amsterdam
@city BE
Brussels | بروكسل | brussels
@city SE
Stockholm | ستوكهولم | stockholm
@city DK
Copenhagen | كوبنهاغن | كوبنهاجن, copenhagen
@city NO
Oslo | أوسلو | اوسلو, oslo
@city GR
Athens | أثينا | اثينا, athens
@city CY
Nicosia | نيقوسيا | nicosia
@city CZ
Prague | براغ | براج, prague
@city HU
Budapest | بودابست | budapest
@city PL
Warsaw | وارسو | warsaw
@city RO
Bucharest | بوخارست | bucharest
@city US
New York | نيويورك | نيو يورك, new york, newyork
Washington | واشنطن | washington, washington dc
Los Angeles | لوس أنجلوس | لوس انجلوس, لوس انجليس, los angeles
Houston | هيوستن | houston
Chicago | شيكاغو | شيكاجو, chicago
Miami | ميامي | miami
San Francisco | سان فرانسيسكو | san francisco
Boston | بوسطن | boston
Orlando | أورلاندو | اورلاندو, orlando
@city CA
Toronto | تورونتو | تورنتو, toronto
Montreal | مونتريال | montreal
Vancouver | فانكوفر | vancouver
@city BR
Sao Paulo | ساو باولو | sao paulo
@city AU
Sydney | سيدني | sydney
Melbourne | ملبورن | melbourne
@country
SA Saudi Arabia | المملكة العربية السعودية | ~السعودية, المملكة العربية السعودية, المملكه العربيه السعوديه, بلاد الحرمين, saudi arabia, ~saudi, ksa, kingdom of saudi arabia, saudia arabia, al saudia, elso3odeya, el so3odya, sa3udiya, as saudiyah
AE United Arab Emirates | الإمارات | الامارات العربية المتحدة, الامارات العربيه المتحده, امارات, united arab emirates, uae, ~emirates, the emirates, el emarat, elemarat, al emarat, emarat, al imarat
KW Kuwait | الكويت | كويت, kuwait, kwait, el kuwait, al kuwait, kuwit, elkwait, alkuwait, koweit
QA Qatar | قطر | ~قطر, دولة قطر, qatar, gatar, qater, katar, 2atar
BH Bahrain | البحرين | بحرين, bahrain, bahrein, el bahrain, al bahrain, albahrain, ba7rain, elba7ren, al ba7rain, bahrin
OM Oman | سلطنة عمان | عُمان, سلطنه عمان, oman, sultanate of oman, 3oman, 3uman
EG Egypt | مصر | جمهورية مصر العربية, جمهوريه مصر العربيه, egypt, masr, misr, egybt, egpyt
JO Jordan | الأردن | الاردن, اردن, ~jordan, urdun, el ordon, al urdun, elordon, alordon
LB Lebanon | لبنان | lebanon, lubnan, lebnan, lobnan, libnan
SY Syria | سوريا | سورية, سوريه, syria, suria, sorya, souria, soria, surya
IQ Iraq | العراق | عراق, iraq, al iraq, el 3ira2, el iraq, 3iraq, iraaq, el3era2
PS Palestine | فلسطين | palestine, falasteen, falastin, filistin, philistine
YE Yemen | اليمن | يمن, yemen, al yaman, el yemen, alyemen, yaman
SD Sudan | السودان | سودان, sudan, soudan, el soudan, as sudan, al sudan, elsodan
LY Libya | ليبيا | libya, lybia, libia
TN Tunisia | تونس | tunisia, tounes
DZ Algeria | الجزائر | الجزاير, algeria, al jazair, el gazayer
MA Morocco | المغرب | ~المغرب, المملكة المغربية, morocco, al maghrib, ~el maghreb, marocco
MR Mauritania | موريتانيا | mauritania
SO Somalia | الصومال | صومال, somalia
DJ Djibouti | جيبوتي | djibouti, jibouti
ET Ethiopia | إثيوبيا | اثيوبيا, الحبشة, ethiopia
ER Eritrea | إريتريا | اريتريا, eritrea
KE Kenya | كينيا | kenya
UG Uganda | أوغندا | اوغندا, uganda
TZ Tanzania | تنزانيا | tanzania
NG Nigeria | نيجيريا | nigeria
GH Ghana | غانا | ghana
SN Senegal | السنغال | senegal
ZA South Africa | جنوب أفريقيا | جنوب افريقيا, south africa
TR Turkey | تركيا | ~turkey, turkiye, turkia, turkya, torkia, torkya
IR Iran | إيران | ايران, iran
PK Pakistan | باكستان | pakistan, bakistan
IN India | الهند | india, al hind, el hend, hindustan
BD Bangladesh | بنغلاديش | بنغلادش, بنقلاديش, بنجلاديش, بنجلادش, bangladesh, bengladesh
LK Sri Lanka | سريلانكا | سيريلانكا, سري لانكا, sri lanka, srilanka
NP Nepal | نيبال | النيبال, nepal
AF Afghanistan | أفغانستان | افغانستان, afghanistan
MV Maldives | المالديف | مالديف, جزر المالديف, maldives
ID Indonesia | إندونيسيا | اندونيسيا, indonesia
MY Malaysia | ماليزيا | malaysia, malezia, malizia
TH Thailand | تايلاند | تايلند, thailand, tailand
PH Philippines | الفلبين | الفليبين, فلبين, philippines, filipines, phillipines, philippine
VN Vietnam | فيتنام | vietnam
CN China | الصين | صين, ~china, el seen, al sin, elsin
JP Japan | اليابان | يابان, japan
KR South Korea | كوريا الجنوبية | كوريا الجنوبيه, كوريا, south korea, korea
TW Taiwan | تايوان | taiwan
AZ Azerbaijan | أذربيجان | اذربيجان, azerbaijan
GE Georgia | جورجيا | ~georgia
AM Armenia | أرمينيا | ارمينيا, armenia
BA Bosnia | البوسنة | البوسنه, البوسنة والهرسك, bosnia, bosnia and herzegovina
UZ Uzbekistan | أوزبكستان | اوزبكستان, اوزباكستان, uzbekistan
KZ Kazakhstan | كازاخستان | kazakhstan
RU Russia | روسيا | russia
UA Ukraine | أوكرانيا | اوكرانيا, ukraine
GB United Kingdom | بريطانيا | المملكة المتحدة, المملكه المتحده, انجلترا, إنجلترا, انكلترا, united kingdom, uk, britain, great britain, england
IE Ireland | أيرلندا | ايرلندا, ireland
FR France | فرنسا | france, faransa
DE Germany | ألمانيا | المانيا, germany, almanya
ES Spain | إسبانيا | اسبانيا, spain
PT Portugal | البرتغال | portugal
IT Italy | إيطاليا | ايطاليا, italy, italia
CH Switzerland | سويسرا | switzerland
AT Austria | النمسا | austria
NL Netherlands | هولندا | netherlands, holland
BE Belgium | بلجيكا | belgium
SE Sweden | السويد | sweden
NO Norway | النرويج | norway
DK Denmark | الدنمارك | الدانمارك, denmark
FI Finland | فنلندا | finland
GR Greece | اليونان | greece
CY Cyprus | قبرص | cyprus
CZ Czech Republic | التشيك | czech republic, czechia
HU Hungary | المجر | ~هنغاريا, hungary
PL Poland | بولندا | poland
RO Romania | رومانيا | romania
AL Albania | ألبانيا | البانيا, albania
US United States | أمريكا | امريكا, الولايات المتحدة, الولايات المتحده, امريكا الولايات المتحدة, united states, usa, america, united states of america, amrika, amreeka
CA Canada | كندا | canada
MX Mexico | المكسيك | mexico
BR Brazil | البرازيل | brazil
AR Argentina | الأرجنتين | الارجنتين, argentina
AU Australia | أستراليا | استراليا, australia
NZ New Zealand | نيوزيلندا | نيوزلندا, new zealand
`;
