/** Word lists for Arabizi: the Arabic of the words that customers write most, and English words that give English away. Data only. */
import { fold } from "./normalise.ts";

/** `Arabic: Latin spellings`. */
const spellings = `
ابي: abi abee abii
ابغي: abgha abghi abga abghaa aba 2bgha 2abgha
نبي: nabi nabee
نبغي: nabgha
اريد: areed ared oreed oreedo ureed
عايز: 3ayez 3ayz 3aiz 3ayiz aayez 3awez 3awz ayez
عايزه: 3ayza 3aiza 3awza
كمل: kammel kammil kmmel kamel kamil
اكملوا: ekmelo ekmlo ikmelo akmelo akmlo ekmelu ekmeloo akmeloo
هنا: hena hina henna
محتاج: me7tag m7tag me7taj m7taj mehtag mehtaj mi7tag
احتاج: a7taj ahtaj a7tag
ممكن: momken mumkin momkin mumken
خليها: khaleeha khaliha khalleeha khalliha khaleha khalleha 5aleeha 5aliha
خليه: khaleeh khalih khalleeh
ليالي: layali layaly
لو: law
سمحت: sama7t sam7t samaht
من: men min mn
الي: ela ila 2ela
في: fi fe
علي: 3ala 3la ala ali
عند: 3end 3nd
عندي: 3endi 3ndi 3indi andi
عندكم: 3endkom 3ndkm 3endokom
و: w wa we wo
ال: el al il
لا: la2 laa
مو: mo mu moo
مش: mesh msh mish mosh
ما: ma
كم: kam
بكم: bekam bkam bikam
وين: wain wen ween wein
فين: feen fein
متي: mata emta imta meta
كيف: kaif keef kif keif
ازاي: ezay ezzay izay
ايش: eish aish esh 2eish
ايه: eh eih 2eh
هل: hal
هذا: hatha haza hada hadha
السلام: salam salaam alsalam assalam elsalam
عليكم: 3alaykom 3alaikum 3alikom alaikum alaykum
وعليكم: wa3alaykom w3alaikum
مرحبا: mar7aba marhaba mar7ba
اهلا: ahla ahlan
شكرا: shokran shukran
تمام: tamam tmam
طيب: tayeb taib tayyeb 6ayeb tyb
ايوه: aywa aiwa aywa aywah
نعم: na3am naam n3m
خلاص: khalas 5alas khalass 7'alas
يعني: ya3ni yani
اليوم: elyom alyom alyoum elyoum alyawm elyoom
بكره: bokra bukra bokrah bukrah bukraa
النهارده: enaharda el-naharda elnaharda enharda naharda
بعد: ba3d baad b3d
قبل: 2abl gabl 8abl qabl
الساعه: elsa3a el-sa3a alsa3a essa3a
ساعه: sa3a saa3a
يوم: yom youm yoom
ليله: laila leila leyla lela
اسبوع: osbo3 usbu3 esbo3 2osboo3 osboo3 usboo3
شهر: shahr shaher
سنه: sana
فندق: fondo2 fondoq fundug fondog funduq fonduq
غرفه: ghorfa ghurfa 3orfa 3'orfa
اوضه: oda 2oda
حجز: 7ajz 7agz hajz
احجز: a7jez a7jiz a7gez ahjez ahgez 27jez
طلب: talab 6alab
طلبي: talabi 6alabi
شحنه: shahna sha7na she7na
طرد: tard 6ard tarad
ارسل: arsel arsil
توصيل: tawseel tawsil tau9eel
مندوب: mandoob mandob mandub mandoub
موعد: maw3ed maw3id mo3ed mau3ed
دكتور: doctor daktor dektor
مستشفي: mostashfa mustashfa
جوازي: jawazi gawazi jawazy gawazy basbori basbory
جواز: jawaz gawaz
اقامه: iqama eqama igama 2iqama iqamah eqamah ekama ikama e8ama i8ama e9ama i9ama e2ama 2e2ama egama
اقامتي: iqamti eqamti igamti egamti ekamti ekamty e8amti e9amti i9amti e2amti iqamaty eqamaty
استماره: istimara istemara estemara estimara
استمارتي: istimarti estemarti istemarti
جددوا: jaddedo gaddedo jaddido gaddido jadedo gadedo
اجددها: ajaddedha agaddedha ajadedha agadedha ajaddidha
تنتهي: tentehi tentehy tantahi tntehi
تخلص: tekhlas te5las betkhlas bte5las bete5las hatkhlas 7atkhlas
خلصت: khelset 5elset khalset 5alset 5al9at khlset
رخصه: rokhsa ru5sa ro5sa rukhsa
تجديد: tajdeed tagdeed tajdid
اجدد: ajaded ajadid agaded ajadded agadded ajaddid agaddid
مكتب: maktab
اكلم: akalem akallem
موظف: mowazaf mowathaf muwazzaf mwazaf
شخص: shakhs sha5s
شكوي: shakwa
الغي: alghi al3'i 2alghi
العنوان: el3enwan al3onwan
عنوان: 3onwan 3enwan 3nwan
مدينه: madina medina
الرياض: alriyadh elriyad alryadh arriyadh
جده: jeddah jedda geddah jiddah
سياره: sayara sayyara
عربيه: 3arabeya 3arabiya
فلوس: floos flos fulus
سعر: se3r si3r
ريال: riyal ryal real
كيلو: kilo
شي: shay shai shi
حاجه: 7aga haga 7aja
كتب: kotob kutub
صباح: saba7 sba7
مساء: masa2
الخير: elkhair alkhair el5eir alkheir
`;

export const arabiziWords: ReadonlyMap<string, string> = new Map(
  spellings
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [arabic = "", latin = ""] = line.split(": ");
      return latin.split(" ").map((word): [string, string] => [word, fold(arabic)]);
    }),
);

/** Spellings that say nothing of the language: names of places, words shared by both. */
export const neutralWords: ReadonlySet<string> = new Set(
  `ali el al il min men la mo law we wo eh ma jeddah jedda geddah jiddah alriyadh elriyad alryadh arriyadh madina medina doctor kilo
  riyal ryal real`.split(/\s+/),
);

/** Words of Arabizi alone, whose Arabic the rules find: they only tell that a message is written so. */
export const arabiziMarks: ReadonlySet<string> = new Set(
  `lel wel 3al ento entom howa elli elly illi kel wala wella wela walla meen lazem lessa feeh feha feeha mafi mafeesh yabi yebi tabi tebi nbi
  nebi biddi bedna wesh shlon shlonkom shlonak shakhbar wesel jatni bnti beit tani thanya jdeed jadeed khedma bdoon shofo jeebo sawwo sawwooli
  akher ghalat weldi wldi ebni esmi khatti jawwali zboon zaboon zabayen ezay ezayyoko nafsi abooy abuy akhoy okhti kbeer kbeera floosi
  felousi fulousi kteer shoghl makhzan shahrain yomain sneen kahraba fatoora fatoorat khetab khalina khallina khaleena khatt baladiya sefara wezarat shahadet jawazat
  mroor jomla karton kartoon karateen tarjama gharama mawjood agdar yerod bdal khallo balash arkhas gadeem gededa kansh`.split(
    /\s+/,
  ),
);

/** Also parts of names and of other languages («El Paso», "ya"): two different ones tell, where no word is English. */
export const weakArabiziMarks: ReadonlySet<string> = new Set(
  "el li kol fel fil ya leh marra shabab nas ana lena b l f w bent bait hala la radd thani".split(" "),
);

/** English words that no Arabizi word is written like. */
export const englishWords: ReadonlySet<string> = new Set(
  `a about add address after again agent all also an and another any anything appointment apply are area around arrive as ask at
  available away back bag be because before between big bill book booking box bring broken business but buy by call can cancel cant
  car change charge charged cheap check cheaper clinic close come company complaint confirm confirmed contact correct cost could customer
  damaged date day days deliver delivered delivery dentist did do doctor documents does doesnt doing done dont each early email
  english evening every everything family far fast find fine first for form forget from get give go going good got guests had
  half hand has have he hello help her here hey hi his home hotel hour hours house how i i'd i'll i'm i've if im in
  instead into is isn't it it's item its just keep key know language large last late later leave let letter licence license like live
  long look looking lost make many married may me meeting middle mistake moment money month months more morning most move much must my name
  near nearest need new next night nights no nobody not nothing now number of off office ok'd old on one only open option or order other our
  out over package parcel pay payment people perfect permit person phone pick pickup place please price problem put question quick
  ready real really receive refund register renew rent request reserve right room same save say see send service services she ship shipment
  should sick single small some someone something soon sorry speak start status stay still stop storage store street sure take talk tell thank
  thanks that that's the their them then there they thing think this those three time to today together told tomorrow tonight too total track
  travel trip two under until up urgent us use valid very visa wait want was way we week weekend weeks weight went were what what's when
  where which while who why will wish with without work would wrong yes yesterday yet you your
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  pm am noon midnight afternoon`
    .split(/\s+/)
    .filter((word) => word !== "a" && word !== "i"),
);
