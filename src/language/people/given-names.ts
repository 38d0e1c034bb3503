/** Given names common in the Kingdom and around it, Arabic and as spelled in Latin letters: enough to believe «انا …» and "I'm …". */
import { fold } from "../letters/normalise.ts";

const arabic = `
سامر سامح مؤيد مصعب محسن مرتضي نضال نبيه وجدي وديع وضاح زهير زكي رائد رأفت رؤوف راما عدي فاتن فتحي قصي كنان لؤي لبني لميس ميساء ميرا مرام نجلاء نهاد نيره هدير هديل وسن يسري جواد جمانه حذيفه خوله داليا رحاب بدور بشير أنيس إسراء آلاء أكرم نورا أبرار
سيد حسني عبدالحليم عبدالغني شعبان رجب جمال محمد احمد محمود حامد حمد حمود حمدان حميد عبدالله عبدالعزيز عبدالرحمن عبدالرحيم عبدالكريم عبدالمجيد عبداللطيف عبدالاله عبدالملك عبدالسلام عبدالوهاب عبدالمحسن عبدالهادي
عبدالحميد عبدالقادر عبدالناصر عبدالرزاق عبدالفتاح عبدالمنعم عبدالستار عبد فهد فيصل سلطان سعود خالد تركي بندر نايف مشعل مشاري متعب ماجد طلال سعد سعيد صالح علي عمر عثمان ابراهيم اسماعيل
يوسف يعقوب يحيي موسي عيسي زكريا داود سليمان ادم نوح هود ناصر نصر منصور مساعد مسفر مطلق مبارك مرزوق مشرف راشد رشيد ريان راكان رائد رايد رامي زياد زيد زايد سامي سالم سلمان سيف سطام شاكر شادي صقر
ضيف طارق طه عادل عاصم عامر عايض عايد عبيد عدنان عصام عماد عمار عمرو غازي غانم فارس فاروق فايز فواز فوزي قاسم كامل كريم كمال لؤي ليث مازن مالك مؤيد مروان مصطفي معاذ معتز مهند ممدوح منير مجدي مدحت
نادر نبيل نواف نزار هاني هادي هاشم هشام هيثم وائل وايل وليد وسام ياسر ياسين يزيد يزن يونس ايمن اشرف امجد انس انور اسامه اياد ايهاب باسل باسم بدر بسام بلال تامر ثامر جابر جاسم جاسر جمال جميل حاتم حازم
حسام حسن حسين حسان حمزه خليل خليفه دخيل ذياب رضا رياض رمضان سراج سمير شريف شوقي صلاح صبري طاهر ظافر عاطف عزام علاء غسان فؤاد فادي فراس فرج فريد كارلوس جورج مينا بيتر جون جوزيف مايكل
فاطمه عائشه عايشه خديجه مريم زينب نوره نوف نور ندي نجلاء نجود نهي هدي هند هيا هيفاء حصه حنان حنين خلود دانه دعاء دلال ديما ريم رهف رنا رنيم رغد روان رزان ريناد ريماس ريتال ساره سلمي سميه سميره سعاد سهام
سحر سجي شهد شيماء شذي شروق صفيه ضحي عبير عهود عزيزه عفاف غاده غدير فايزه فدوي فرح فوزيه كوثر لطيفه لمي لمياء لينا لين ليلي لولوه لجين مها مني منال مشاعل مضاوي منيره موضي مي ميار ميساء نادين نادره ناديه نسرين نهله
نورهان شهاب هزاع خلفان ثنيان مناحي فلاح عقيل غالب زاهر رامز حسنين شهيره نجوي انجي منه جني رودينا بتول رباب زهراء سناء هيام وليده سعديه نعيمه فوزيه كريمان شيرين ناريمان جيهان نرمين دينا رانيا راندا مروه سندس عبدالجليل عبدالباري عبدالحكيم عبدالخالق عبدالعظيم عبدالفضيل عبدالواحد عبدالصمد عبدالقيوم متولي رفعت عزت طلعت بهجت حشمت نشات عوض جرجس ميخائيل كيرلس مرقس مجدالدين نورالدين علاءالدين صلاحالدين عزالدين محيالدين شمسالدين نيفين هاجر هبه هاله هنادي وفاء وجدان وعد يارا ياسمين اماني امل اميره امنه ابتسام ابتهال اروي اريج اسماء اسيل افنان الاء العنود الجوهره الهنوف البندري امجاد انفال ايمان ايناس بدريه بسمه بشاير بيان تغريد تهاني جميله جنا جود جوري جواهر حياه رقيه سلوي سوسن
`;
const latin = `
samer layan fatuma klaus juan carlos kate steve chris anita lakshmi kashif amina kamau wanjiru achieng otieno mwangi chidi ngozi michelle angelica hana
sayed sayyed bilal belal jane john anne ali tom peter mohammed mohamed muhammad mohammad mohamad mohd muhammed ahmed ahmad mahmoud mahmood hamad hamed hamid abdullah abdulla abdallah abdalla abdulaziz abdelaziz abdulrahman abdelrahman abdurrahman abdulkarim abdulmajeed abdullatif
abdulmalik abdulmohsen fahd fahad faisal faysal sultan saud saoud khalid khaled turki bandar nayef naif mishal meshal mishari majed majid talal saad sa3d saeed saleh salih ali 3ali omar omer 3omar umar othman osman ibrahim ebrahim ismail ismael
yousef yusuf youssef yosef yahya musa mousa moussa eissa issa isa zakaria dawood sulaiman suleiman soliman adam nasser naser nasir mansour mansoor rashid rashed rayan rakan raed rami ramy ziad ziyad zaid zayed sami samy salem salim salman saif tariq tarek tareq
adel 3adel asim amer ammar amr 3amr adnan essam emad imad fares faris farouk fayez fawaz fawzi qasim karim kareem kamal layth mazen malik marwan mustafa mostafa mustapha moaz muath muhannad mohannad munir nader nabil nawaf nizar hani hany hadi hashem hisham hesham
haitham wael walid waleed wissam yasser yaser yasin yazeed yazid yazan younes younis ayman ashraf amjad anas anwar osama usama eyad iyad ehab ihab basel basem bader badr bilal tamer thamer jaber jassim jasim jasser jamal gamal hatem hazem hossam hussam hassan hasan hussein
hussain husain hosny hamza khalil riyadh samir sameer sherif sharif shady salah taher tahir 3alaa alaa ghassan fouad fadi firas faraj farid george mina peter john joseph michael james david robert william thomas daniel mark paul steven andrew kevin brian anna maria emma olivia sophia
fatima fatma fatimah aisha aysha 3aisha khadija khadijah maryam mariam mary zainab zeinab noura nora norah nourah nouf nour noor nada najla huda hoda hind haya haifa hessa hissa hanan haneen kholoud dana doaa dalal deema reem rahaf rana raghad rawan razan sara sarah salma somaya samira suad seham
sahar shahad shaimaa shatha safiya duha doha abeer abir ohoud afaf ghada ghadeer faiza farah fawzia kawthar latifa latifah lama lamya lina leen layla leila laila lulwa lujain maha mona muna manal mashael munira moudi mai may mayar nadine nadia nasreen nesreen nahla nevine hajar heba hala wafa yara yasmin yasmine yasmeen
amani amal amira ameera amna arwa areej asma asmaa aseel afnan alaa2 anoud aljawhara hanouf eman iman inas basma bayan taghreed tahani jamila jana joud jouri hayat ruqayya salwa sawsan priya rahul raj kumar imran irfan usman rajesh suresh ramesh sunil anil vijay ajay sanjay deepak manoj pradeep biju sajan shaji mathew abraham jose maricel marites jocelyn lorna reynaldo arnel rodel analyn rowena cristina zubair zahid iqbal shahid sajid rizwan kamran faisal waqas adeel junaid noman shabbir ghulam siddiqui noora norhan nourhan dina rania reham rehab maryam marwa shereen sherine sherin sandra patrick liam sean declan aoife siobhan niamh ciaran padraig eoin jack harry george charlotte emily lucy sophie hannah rachel rebecca laura jessica jennifer linda susan karen nancy lisa betty margaret helen patricia barbara elizabeth matthew anthony joshua ryan jason justin brandon eric jonathan stephen bilquis asif naveed farhan
`;

const given: ReadonlySet<string> = new Set(fold(`${arabic} ${latin}`).trim().split(/\s+/));

/** True of a known given name; «عبد العزيز» in two words is known by its first. `word` is folded. */
export function isGivenName(word: string): boolean {
  return given.has(word);
}
