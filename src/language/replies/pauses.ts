/** Words that ask us to wait or put a decision off: «ثانيه واحده», «بشوف وأرد عليكم», "let me think", «إن شاء الله». */
import { anyOf, saidShortly } from "./whole-message.ts";

/** What a pause does not say: who cancels, changes or goes elsewhere is heard for that. */
const noPause = "(?!.*(?:cancel|change|edit|stop|الغ|كنسل|اغير|اعدل|غيركم|ابدل|بطل|8ayar|kansel|el8i))";
/** «ثانيه واحده بدور عليه», "one minute, I will see the paper": the answer is being looked for. */
const seeking =
  "(?:انا )?(?:(?:ب|ه|ح|راح |رح )?(?:دور|ادور|اشوف|شوف|اجيب|جيب|هجيب|اطلع|طلع|اسال|سال|ابحث|اتاكد|تاكد|اراجع|ارجع|رجع|ارد|رد|صلي|اصلي)(?:ه|ها|هم|لك|لكم)?|(?:i(?:'?ll| will|'?m| am)?|let me|going to|gonna) (?:look|check|see|get|find|fetch|bring|search|ask|grab|send|come back|be back|looking|checking|getting|searching|finding)|b?adawar|hageeb|hageebo|ha?shoof|b?ashoof|ba?shoof|a?shoof)(?: \\S+){0,6}";
const moment =
  "(?:(?:ثانيه|ثواني|دقيقه|دقايق|دقيقتين|لحظه|لحظات) ?(?:واحده|وحده|بس)?|(?:خمس|عشر|ربع|نص) ?(?:دقايق|دقيقه|ساعه)|اصبر|اصبروا|اصبري|صبر|استنى|استني|استنوا|انتظر|انتظروا|مهله|(?:just )?(?:a|one|1) (?:min|minute|mins|sec|second|moment)|(?:give me |in )?(?:\\d+|a few|two|five|ten) (?:min|mins|minutes|seconds)|hold on|wait|hang on|brb|be right back|sanya|thanya|d2ee2a|dageega|la7za|estana|istanna|osbor|usbur)";
export const waiting = [
  `${noPause}${moment}(?: (?:بس|please|pls|wa7da|wahda|لو سمحت|من فضلك|من فضلكم|يا \\S+))?(?: و?${seeking})?`,
  `${noPause}(?:ب|ه|ح|راح |رح )(?:رجع|ارجع|رد|ارد)(?: ?(?:لك|لكم|عليك|عليكم))+`,
  "i(?:'?ll| will) (?:get|come|be) back(?: to you)?(?: (?:soon|later|shortly))?",
];
const thinkingTail =
  "(?: (?:و?ارد|و?برد|و?ارجع|و?برجع|و?راجع|عليك|عليكم|لك|لكم|خبر|اهلي|زوجي|زوجتي|جوزي|مراتي|الاهل|ابوي|امي|شوي|شويه|الاول|اول|معه|معها|معاه|فيها|فيه))*";
/** Under a read-back, who wants to think or to ask somebody. */
const thinking = [
  `${noPause}(?:خل[يو]?ني|خل[يو]?نا|دعني|دعوني|لسه|لازم)? ?(?:(?:ب|ه|ح|راح |رح )(?:ا?شوف|ا?فكر|ا?شاور|ا?سال|ا?تاكد|ا?راجع|ا?ستشير)|اشوف|افكر|اشاور|اسال|اتاكد|استشير|نشوف|نفكر)${thinkingTail}`,
  `${noPause}(?:let me|lemme|i need to|i have to|i want to|i'?ll|i will|gotta|need to) (?:think|check|see|ask|talk|consult|sleep on it)(?: (?:to|with|about|it|over|you|and|get|come|back|first|my|wife|husband|family|boss|mom|dad|mother|father|brother|sister|again|later))*`,
];
/** What neither agrees nor refuses: «إن شاء الله», «مو الحين», "hmm". */
const undecided = [
  "(?:ان شاء الله|انشاء الله|انشالله|باذن الله|inshallah|inshalla|nshallah|in sha allah)",
  "(?:بعدين|بعد شوي|بعد شويه|لاحقا|مو الحين|مو الان|مو دلوقتي|مش دلوقتي|مش الحين|لسه|لسا|ليس الان|ما قررت|باقي ما قررت|لسه ما قررت|not now|later|not yet|maybe later|in a bit|ba3deen|mesh delwa2ty|mo al7een)",
  "(?:ه?م{2,}|ا?م{3,}|hm+|mm+|يمكن|احتمال|محتار|محتاره|مدري|ما ادري|مش عارف|مش عارفه|maybe|perhaps|not sure|i'?m not sure)",
];

const untilTold =
  "(?: (?:(?:الحين|الان|دلوقتي|دلوقت|لسه|لسا|بعد|yet|now|for now|today|delwa2ty|al7een|lissa)|(?:قبل|لين|لحد|الا|الى|حتى|غير|until|till|before|unless)(?: (?:ما|لما|بعد|اني|i|you|my))* (?:اقول|اكلم|ارد|اتاكد|اشوف|اشاور|اعتمد|اوافق|ااكد|اكد|اخبر|say|tell|call|confirm|approve|hear|check|ask|confirmation|approval)\\S*(?: \\S+){0,4}))?";
/** «لا ترسله الحين», «متحجزش دلوقتي», "don't place it yet": nothing is to be done before they say so. «لا ترسله قبل العصر» says when. */
const withheld = [
  `(?:لا|بدون ما|من غير ما) ت(?:رسل|حجز|عتمد|نفذ|بدا|شحن|بعت|بعث|سجل|اكد)(?:ون|وا|و|ي|ين)?(?:ه|ها|هم)?(?: شي| شيء| حاجه| الطلب| الحجز)?${untilTold}`,
  `م(?:ا )?ت(?:رسل|حجز|عتمد|نفذ|بدا|شحن|بعت|سجل|اكد)(?:و|ي)?(?:ه|ها|هم|هو)?ش(?: شي| حاجه| الطلب| الحجز)?${untilTold}`,
  `(?:don'?t|do not) (?:book|send|place|confirm|submit|ship|start|proceed)(?: (?:it|this|that|anything|the (?:order|booking|request)))?${untilTold}`,
  `(?:la te?(?:7jez|7gez|3temed|a3temed|rsel|ersel|b3at)\\S*|ma?te?(?:7gez|7jez|3temed|rsel|b3at)\\S*sh)${untilTold}`,
  "(?:استن[وىي]ا?|انتظرو?ا?|wait for|estanno?|estana) (?:my )?(?:تاكيدي|مكالمتي|ردي|موافقتي|confirmation|call|approval|ok|reply|ta2keedi)",
];

const agreedFirst = "(?:(?:تمام|ايوه|ايه|نعم|اوك|yes|yeah|ok|okay|tamam) (?:(?:بس|لكن|but|bas) )?)?";
const takesTime = anyOf(
  [...waiting, ...thinking, ...undecided, ...withheld].map((one) => `${agreedFirst}${one}`),
);

/** Does the whole message, under a read-back, put the decision off? «بشوف وأرد عليكم», "let me think", «إن شاء الله». */
export function readPause(text: string): boolean {
  return takesTime.test(saidShortly(text) ?? "");
}
