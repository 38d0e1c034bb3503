/**
 * «إيقاف الرسائل», "unsubscribe", «تفعيل الرسائل»: whether the office may write what was not asked for. A whole message alone is such a
 * wish, so that «لا ترسلون المندوب اليوم» is not. Data, and the few rules that read it.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { Understanding } from "../domain/understanding.ts";
import { tokens } from "../language/normalise.ts";

/** Folded words, one space apart. */
const plain = (text: string): string =>
  tokens(text)
    .map((token) => token.text)
    .join(" ");
const words = (text: string): readonly string[] => text.split("|").map(plain);

/** Words around such a wish that change nothing of it, folded. */
const around: ReadonlySet<string> = new Set(
  words(
    "لو|سمحت|سمحتم|سمحتوا|سمحتو|من|فضلك|فضلكم|رجاء|ارجوكم|ارجوك|ارجو|خلاص|خلص|عاد|بعد|الحين|الان|دحين|دلوقتي|ابدا|نهائيا|مره|مرات|ثانيه|تاني|تانيه|ثاني|هنا|لي|ليا|الي|علي|شي|شيء|حاجه|اي|يا|جماعه|اخي|الله|يعافيكم|يسعدكم|والله|الواتساب|الواتس|واتساب|واتس|التليجرام|تليجرام|منكم|عندكم|رجاءا|كلها|كل|please|pls|plz|kindly|now|anymore|again|ever|ok|okay|just|thanks|here|on|whatsapp|telegram|shay|shi|7aga|yalla|khalas|5alas|law|sama7t|sama7to",
  ),
);

const notices = words(
  "رسائل|الرسائل|رسايل|الرسايل|رسالات|رسائلكم|رسايلكم|مسجات|المسجات|مسجاتكم|اشعارات|الاشعارات|اشعاراتكم|تنبيهات|التنبيهات|تذكيرات|التذكيرات|اعلانات|الاعلانات|اعلاناتكم|rasayel|rasayil|rasael|rasail|elrasayel|elrasael|alrasael|alrasail|msgat|messages|texts|notifications|reminders",
);
const linking = words("|استقبال|ارسال|تلقي|استلام|el|al");
const stopping = words(
  "ايقاف|وقف|وقفوا|وقفو|اوقف|اوقفوا|اوقفو|توقيف|بطلوا|بطلو|الغاء|الغوا|الغي|كفايه|كفايا|يكفي|بلاش|طفوا|تعطيل|عطلوا|اقطعوا|منع|ما ابي|مابي|ما ابغي|مابغي|ما ابغا|ما اريد|لا اريد|ما نبي|ما بدي|ما ودي|مش عايز|مش عايزه|مش عاوز|مش عاوزه|مش محتاج|لا ارغب في|لا ارغب|لا احتاج|عدم|بدون|لا ترسلون|لا ترسلوا|لا ترسلو|لا ترسل|ما ترسلون|لا تبعتوا|ما تبعتوا|ما تبعتوش|متبعتوش|wa2fo|wa2efo|waqfo|wagfo|wagfoo|waggfo|ma abi|mabi|ma abgha|mabgha|msh 3ayez|mesh 3ayez|mish 3ayez|msh 3awez|mesh 3awez|la tersloon|la trsloon|stop|stop the|stop all|stop sending|stop sending me|no|no more|turn off|turn off the|dont send|dont send me|do not send me|do not send|i dont want|i dont want any|i dont want your|i do not want|i dont want to receive|i dont want more",
);
const startingAgain = words(
  "تفعيل|فعلوا|فعلو|فعل|اعاده تفعيل|تشغيل|شغلوا|شغلو|رجعوا|رجعو|ارجاع|اعاده|استئناف|ابي|ابغي|ابغا|اريد|عايز|عاوز|ارسلوا|ارسلو|taf3eel|fa3elo|fa3lo|rag3o|raj3o|shaghlo|resume|start|restart|turn on|turn on the|turn back on|activate|enable|send me",
);

const combined = (verbs: readonly string[]): readonly string[] =>
  verbs.flatMap((verb) =>
    linking.flatMap((link) => notices.map((notice) => [verb, link, notice].filter(Boolean).join(" "))),
  );

const stops: ReadonlySet<string> = new Set([
  ...combined(stopping),
  ...words(
    "لا ترسلون|لا ترسلوا|لا ترسلو|لا ترسلولي|لا ترسلوا لي|لا ترسلوني|لا ترسلونلي|لا ترسلون لنا|لا ترسلولنا|لا ترسلونا|لا ترسللي|لا تراسلوني|لا تراسلونني|لا تراسلونا|لا تكتبولي|لا تكلموني|لا تزعجوني|لا تزعجونا|لا تبعتوا|لا تبعتولي|ما ترسلون|ما ترسلولي|ماترسلون|لاترسلون|لاترسلوا|لاترسلولي|ما ابيكم ترسلون|ما ابغاكم ترسلون|ما ابي ترسلون|ما ابغي ترسلون|ما ابي تراسلوني|ما ابغاكم تراسلوني|لا اريد ان تراسلوني",
  ),
  ...words(
    "متبعتوش|ماتبعتوش|ما تبعتوش|متبعتوليش|ماتبعتوليش|ما تبعتوليش|متبعتليش|ما تبعتليش|متبعتوليش رسايل|مش عايزكم تبعتوا|بطلوا تبعتوا|بطلو تبعتو|بطلوا ترسلون|وقفوا ارسال|وقفوا الارسال|ايقاف الارسال|عدم الارسال|عدم المراسله|ايقاف المراسله",
  ),
  ...words(
    "la tersloon|la tersloun|la trsloon|la trsloun|la tarseloon|la terseloon|la tersloli|la tersloly|la trslooli|la tersilooli|la trasloni|matb3atoosh|matb3toosh|matb3atosh|mateb3atoosh|mateb3atosh|matb3atoolish|matb3toolish|mateb3atoolish",
  ),
  ...words(
    "stop messaging|stop messaging me|stop texting|stop texting me|stop writing|stop writing me|stop writing to me|stop contacting me|stop spamming me|stop spamming|stop bothering me|stop sending me anything|stop sending anything|dont message me|do not message me|dont text me|do not text me|dont write to me|do not write to me|dont contact me|do not contact me|dont send me anything|do not send me anything|unsubscribe|unsubscribe me|opt out|optout|opt me out|stop all|stopall|remove me from your list|take me off your list|remove me from the list|take me off the list",
  ),
]);

/** Of a form, an order or something bought as well as of messages: a wish about messages only where nothing else is open. */
const barely: ReadonlySet<string> = new Set(
  words(
    "stop|stop it|stop that|لا ترسل|لاترسل|الغاء الاشتراك|الغي الاشتراك|الغاء اشتراكي|الغي اشتراكي|الغوا اشتراكي",
  ),
);

const starts: ReadonlySet<string> = new Set([
  ...combined(startingAgain),
  ...words(
    "ارجعوا ارسلوا|رجعوا ارسلوا|ارجعو ارسلو|ارسلوا عادي|عادي ارسلوا|راسلوني|فعلوا الارسال|تفعيل الارسال|ارجعوا راسلوني|الغاء الايقاف|unstop|opt in|optin|opt me in|you can message me|start messaging me|start texting me|messages on",
  ),
]);

/** "start" greets an office, too: it brings messages back only where they were stopped. */
const barelyStarts: ReadonlySet<string> = new Set(
  words("start|restart|resume|subscribe|subscribe me|ابدا|ابداوا|تفعيل|فعل|فعلوا|اشتراك|تفعيل الاشتراك"),
);

const longest = 90;
/** Nearly no message holds one of these: said without a look at its words. */
const hint =
  /رسا|رسل|مسج|بعت|راسل|كلمو|زعج|كتبول|شعار|نبيه|ذكير|علان|شتراك|يقاف|فعل|بدا|ras[ae]|rsel|rsl|rslo|b3a?t|stop|start|resume|messag|text|notif|remind|send|subscri|opt|contact|list|spam|write|writing|both/i;

/** Whether a whole message is about messages that were not asked for: that they end here, or come again. */
export function readMessageWish(
  conversation: Pick<Conversation, "open" | "active" | "optedOut">,
  text: string,
): Understanding | undefined {
  if (text.length > longest || !hint.test(text)) return undefined;
  const said = tokens(text.replace(/['’]/g, ""))
    .map((token) => token.text)
    .filter((word) => !around.has(word))
    .join(" ");
  if (stops.has(said)) return { type: "messages", wanted: false };
  if (starts.has(said)) return { type: "messages", wanted: true };
  if (conversation.optedOut && barelyStarts.has(said)) return { type: "messages", wanted: true };
  if (barely.has(said) && isIdle(conversation)) return { type: "messages", wanted: false };
  return undefined;
}

/** Nothing is open that "stop" could mean: no form, and no question but the menu or another mere offer. */
function isIdle({ open, active }: Pick<Conversation, "open" | "active">): boolean {
  if (active !== undefined) return false;
  return open === undefined || (open.type === "which_service" && open.text === "");
}
