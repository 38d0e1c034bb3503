/**
 * Every sentence of the doctor, in both languages: what was found and, behind the dash, what to do. Table-like: the Arabic is the shape,
 * the English must have all of it (by type). Nothing secret is ever given to one.
 */

const ar = {
  allFine: "كل ما فُحص سليم.",
  sum: (faults: number, warnings: number) => `الأعطال: ${faults}، التنبيهات: ${warnings}`,

  node: (version: string) => `Node ${version}`,
  nodeOther: (version: string, expected: string) =>
    `Node ${version} غير المتوقع (${expected}) — التشغيل بالأمر npm run doctor أو npm start يستخدم النسخة الصحيحة`,

  settings: "الإعدادات سليمة",
  settingWrong: (line: string) => `إعداد غير صحيح — ${line}`,
  restUnchecked: "لم يُفحص الباقي — يُعاد الفحص بعد تصحيح الإعدادات",
  rehearsal: "WASIT_CLOCK مضبوط، فساعة المكتب ليست الحقيقية — يُحذف السطر من .env عند انتهاء التدريب",
  demo: "مكتب تجريبي — يصبح مكتبًا حقيقيًا بضبط WASIT_ADMIN_EMAIL وWASIT_ADMIN_PASSWORD",
  noAdministrator:
    "لا يوجد مدير نظام والعرض التجريبي متوقف، فلن يبدأ المكتب — يلزم ضبط WASIT_ADMIN_EMAIL وWASIT_ADMIN_PASSWORD",
  flows: (count: number) => `ملفات الخدمات سليمة (${count})`,
  flowsWrong: (count: number) => `في ملفات الخدمات مشكلات: ${count} — التفاصيل بالأمر npm run flows:check`,

  folder: (path: string, free: string) => `مجلد البيانات ${path} قابل للكتابة، والمساحة الخالية ${free}`,
  folderNew: (path: string) => `مجلد البيانات ${path} يُنشأ عند أول تشغيل`,
  folderShut: (path: string, code: string) =>
    `لا تمكن الكتابة في مجلد البيانات ${path} (${code}) — يلزم إعطاء الصلاحية لمستخدم المكتب: chown -R`,
  diskFull: (free: string) =>
    `القرص يكاد يمتلئ (الخالي ${free})، ولن تُحفظ الرسائل حين يمتلئ — يلزم إخلاء مساحة أو نقل WASIT_DATA`,
  diskLow: (free: string) => `المساحة الخالية قليلة (${free}) — يُستحسن إخلاء 1 GB على الأقل`,

  database: (size: string, schema: number) => `قاعدة البيانات سليمة (${size}، المخطط ${schema})`,
  databaseNew: "لا توجد قاعدة بيانات بعد — تُنشأ عند أول تشغيل",
  databaseOld: (applied: number, known: number) =>
    `مخطط قاعدة البيانات ${applied} من ${known} — يُحدّث وحده عند بدء المكتب`,
  databaseNewer:
    "قاعدة البيانات من إصدار أحدث، فلن يبدأ المكتب — يلزم تثبيت ذلك الإصدار، أو استعادة نسخة أقدم بالأمر npm run restore",
  databaseDamaged: (what: string) =>
    `قاعدة البيانات متضررة (${what}) — تُستعاد آخر نسخة احتياطية بالأمر npm run restore -- --from FILE`,
  databaseShut: (code: string) => `تعذّر فتح قاعدة البيانات (${code}) — تلزم مراجعة صلاحيات مجلد البيانات`,
  databaseOthers: "قاعدة البيانات لمستخدم آخر، فلم تُفحص — يُشغّل الفحص بمستخدم المكتب نفسه: sudo -u",

  backup: (age: string) => `آخر نسخة احتياطية: ${age}`,
  backupOld: (age: string) =>
    `آخر نسخة احتياطية قديمة (${age}) — تُصنع كل ليلة والمكتب يعمل، أو الآن بالأمر npm run backup`,
  backupNone: "لا توجد نسخة احتياطية — تُصنع الآن بالأمر npm run backup",
  backupsShut: (path: string, code: string) =>
    `لا تمكن قراءة مجلد النسخ الاحتياطية ${path} (${code}) — يلزم إعطاء الصلاحية لمستخدم المكتب: chown -R`,
  backupSoon: "لا توجد نسخة احتياطية بعد، والمكتب جديد: تُصنع كل ليلة",

  running: (address: string) => `المكتب يعمل على ${address}`,
  runningNot: (address: string) => `المكتب لا يعمل الآن على ${address} — يبدأ بالأمر npm start`,
  runningIll: (reason: string) => `المكتب يعمل وليس جاهزًا (${reason}) — التفاصيل في سجلّه`,
  portTaken: (address: string) => `برنامج آخر يرد على ${address} — يلزم إيقافه أو تغيير WASIT_PORT`,
  publicFine: (host: string) => `العنوان العام ${host} يصل إلى المكتب`,
  publicNone:
    "WASIT_PUBLIC_URL غير مضبوط، فالروابط تعمل على هذا الجهاز وحده — يُضبط بالعنوان الذي يفتحه العملاء",
  publicPlain: (host: string) => `العنوان العام ${host} بلا تشفير — يُستحسن https أمامه (docs/running.md)`,
  publicFails: (host: string, why: string) =>
    `العنوان العام ${host} لا يصل إلى المكتب (${why}) — تلزم مراجعة DNS والوسيط (docs/running.md)`,
  publicOther: (host: string) =>
    `على العنوان العام ${host} يرد برنامج آخر — تلزم مراجعة الوسيط وWASIT_PUBLIC_URL`,
  publicUntried: (host: string) =>
    `لم يُجرّب العنوان العام ${host} لأن المكتب لا يعمل — يُعاد الفحص بعد npm start`,

  telegram: (name: string) => `تيليجرام يرد، والبوت @${name}`,
  webhook: "تيليجرام يسلّم رسائل العملاء إلى العنوان العام",
  webhookFails: (waiting: number, why: string) =>
    `تيليجرام لا يستطيع تسليم رسائل العملاء (المنتظر: ${waiting}، والسبب: ${why}) — يلزم أن يصل الإنترنت إلى WASIT_PUBLIC_URL (docs/running.md)`,
  webhookOther:
    "تيليجرام لا يعرف العنوان العام لهذا المكتب — يسجله npm start، وإن تكرر التنبيه فبرنامج آخر يستعمل البوت نفسه",
  telegramRefused: "تيليجرام لا يقبل مفتاح الخط — يؤخذ مفتاح جديد من @BotFather إلى TELEGRAM_BOT_TOKEN",
  telegramFails: (why: string) =>
    `لا يمكن الوصول إلى تيليجرام (${why}) — تلزم مراجعة الشبكة والجدار الناري وTELEGRAM_API_ROOT`,
  whatsapp: "صفحة واتساب ترد، وحال الربط في صفحة الخطوط",
  whatsappFails: (why: string) =>
    `لا يمكن الوصول إلى صفحة واتساب web.whatsapp.com (${why}) — تلزم مراجعة الشبكة والجدار الناري`,
  model: (host: string) => `خادم النموذج ${host} يرد`,
  modelUnlisted: (host: string, model: string) =>
    `خادم النموذج ${host} لا يذكر النموذج ${model} — تلزم مراجعة WASIT_LLM_MODEL`,
  modelRefused: (host: string) => `خادم النموذج ${host} لا يقبل المفتاح — تلزم مراجعة OPENAI_API_KEY`,
  modelFails: (host: string, why: string) =>
    `لا يمكن الوصول إلى خادم النموذج ${host} (${why}) — يكمل المكتب بفهمه المدمج؛ تلزم مراجعة OPENAI_BASE_URL`,

  smtp: (host: string) => `خادم البريد ${host} يرد ويقبل الدخول`,
  smtpFails: (host: string, why: string) =>
    `لا يصل بريد المكتب إلى خادمه ${host} (${why}) — تلزم مراجعة SMTP_URL والجدار الناري`,
  smtpRefused: (host: string) =>
    `خادم البريد ${host} لا يقبل الدخول — تلزم مراجعة الاسم وكلمة السر في SMTP_URL`,
  smtpTls: (host: string) =>
    `اتصال TLS بخادم البريد ${host} غير موثوق — يلزم خادم بشهادة صحيحة، أو ضبط NODE_EXTRA_CA_CERTS`,

  browser: (path: string) => `متصفح واتساب يعمل: ${path}`,
  browserFails: (why: string) =>
    `لا يعمل متصفح لواتساب (${why}) — يُثبّت Chromium أو يُضبط مساره في CHROMIUM_PATH`,

  clock: (time: string, zone: string) => `الساعة صحيحة: ${time} (${zone})`,
  clockAlone: (time: string, zone: string) => `الساعة ${time} (${zone})، ولا خدمة خارجية تُقارن بها`,
  clockOff: (seconds: number, ahead: boolean) =>
    `الساعة ${ahead ? "متقدمة" : "متأخرة"} ${seconds} ثانية — يلزم ضبطها آليًا (timedatectl set-ntp true)`,

  failedCheck: (why: string) => `لم يكتمل أحد الفحوص (${why}) — يُعاد الفحص، ثم يُراجع السجل`,
  why: {
    timeout: "لم يصل رد في الوقت المحدد",
    unknown_host: "الاسم غير معروف",
    refused: "لا أحد يستقبل الاتصال",
    certificate: "الشهادة غير مقبولة",
    status: (status: number) => `الرد ${status}`,
    other: (code: string) => `الشبكة: ${code}`,
  },
};

export type DoctorWords = typeof ar;

const en: DoctorWords = {
  allFine: "All that was looked at is fine.",
  sum: (faults, warnings) => `faults: ${faults}, warnings: ${warnings}`,

  node: (version) => `Node ${version}`,
  nodeOther: (version, expected) =>
    `Node ${version} is not the one expected (${expected}) — npm run doctor and npm start use the right one`,

  settings: "the settings are right",
  settingWrong: (line) => `a setting is wrong — ${line}`,
  restUnchecked: "the rest was not looked at — check again once the settings are right",
  rehearsal:
    "WASIT_CLOCK is set: the office's clock is not the real one — take the line out of .env when the rehearsal is over",
  demo: "a demo office — it becomes a real one with WASIT_ADMIN_EMAIL and WASIT_ADMIN_PASSWORD",
  noAdministrator:
    "there is no administrator and the demo is off, so the office can't start — set WASIT_ADMIN_EMAIL and WASIT_ADMIN_PASSWORD",
  flows: (count) => `the service files are right (${count})`,
  flowsWrong: (count) => `the service files have problems: ${count} — npm run flows:check names them`,

  folder: (path, free) => `the data folder ${path} can be written, ${free} are free`,
  folderNew: (path) => `the data folder ${path} is made at the first start`,
  folderShut: (path, code) =>
    `the data folder ${path} can't be written (${code}) — give it to the office's user: chown -R`,
  diskFull: (free) =>
    `the disk is nearly full (${free} free), and no message can be kept once it is — free some space or move WASIT_DATA`,
  diskLow: (free) => `little space is left (${free}) — better free 1 GB at least`,

  database: (size, schema) => `the database is whole (${size}, schema ${schema})`,
  databaseNew: "there is no database yet — the first start makes it",
  databaseOld: (applied, known) =>
    `the database's schema is ${applied} of ${known} — a start brings it up to date`,
  databaseNewer:
    "the database is of a newer version, so the office can't start — install that version, or restore an older backup: npm run restore",
  databaseDamaged: (what) =>
    `the database is damaged (${what}) — restore the newest backup: npm run restore -- --from FILE`,
  databaseShut: (code) => `the database can't be opened (${code}) — look after the rights of the data folder`,
  databaseOthers:
    "the database is another user's and was not looked at — run this as the office's own user: sudo -u",

  backup: (age) => `newest backup: ${age}`,
  backupOld: (age) =>
    `the newest backup is old (${age}) — one is made each night while the office runs, or now: npm run backup`,
  backupNone: "there is no backup — make one now: npm run backup",
  backupsShut: (path, code) =>
    `the folder of the backups ${path} can't be read (${code}) — give it to the office's user: chown -R`,
  backupSoon: "no backup yet, and the office is new: one is made each night",

  running: (address) => `the office runs on ${address}`,
  runningNot: (address) => `the office doesn't run on ${address} — start it: npm start`,
  runningIll: (reason) => `the office runs and is not ready (${reason}) — its log says more`,
  portTaken: (address) => `another program answers on ${address} — stop it, or change WASIT_PORT`,
  publicFine: (host) => `the public address ${host} leads to the office`,
  publicNone:
    "WASIT_PUBLIC_URL is not set: links work on this machine alone — set it to the address that customers open",
  publicPlain: (host) =>
    `the public address ${host} is not encrypted — put https before it (docs/running.md)`,
  publicFails: (host, why) =>
    `the public address ${host} doesn't lead to the office (${why}) — look after DNS and the proxy (docs/running.md)`,
  publicOther: (host) =>
    `at the public address ${host} another program answers — look after the proxy and WASIT_PUBLIC_URL`,
  publicUntried: (host) =>
    `the public address ${host} was not tried, since the office doesn't run — check again after npm start`,

  telegram: (name) => `Telegram answers, the bot is @${name}`,
  webhook: "Telegram brings what customers write to the public address",
  webhookFails: (waiting, why) =>
    `Telegram can't bring what customers write (waiting: ${waiting}, its reason: ${why}) — the internet must reach WASIT_PUBLIC_URL (docs/running.md)`,
  webhookOther:
    "Telegram doesn't know this office's public address — npm start tells it; if this comes again, another program uses the same bot",
  telegramRefused:
    "Telegram doesn't accept the token — take a new one from @BotFather into TELEGRAM_BOT_TOKEN",
  telegramFails: (why) =>
    `Telegram can't be reached (${why}) — look after the network, the firewall and TELEGRAM_API_ROOT`,
  whatsapp: "WhatsApp's page answers; whether the number is linked stands on the page of lines",
  whatsappFails: (why) =>
    `WhatsApp's page web.whatsapp.com can't be reached (${why}) — check the network and the firewall`,
  model: (host) => `the model's server ${host} answers`,
  modelUnlisted: (host, model) =>
    `the model's server ${host} doesn't list ${model} — look after WASIT_LLM_MODEL`,
  modelRefused: (host) => `the model's server ${host} doesn't accept the key — look after OPENAI_API_KEY`,
  modelFails: (host, why) =>
    `the model's server ${host} can't be reached (${why}) — the office goes on with its own reader; look after OPENAI_BASE_URL`,

  smtp: (host) => `the mail server ${host} answers and lets the office in`,
  smtpFails: (host, why) =>
    `the office's mail does not reach its server ${host} (${why}) — look after SMTP_URL and the firewall`,
  smtpRefused: (host) =>
    `the mail server ${host} refuses the login — look after name and password in SMTP_URL`,
  smtpTls: (host) =>
    `the mail server ${host} has no TLS that can be trusted — it needs a right certificate, or NODE_EXTRA_CA_CERTS`,

  browser: (path) => `WhatsApp's browser works: ${path}`,
  browserFails: (why) =>
    `no browser works for WhatsApp (${why}) — install Chromium, or set CHROMIUM_PATH to one`,

  clock: (time, zone) => `the clock is right: ${time} (${zone})`,
  clockAlone: (time, zone) => `the clock says ${time} (${zone}); no outside service to compare it with`,
  clockOff: (seconds, ahead) =>
    `the clock is ${seconds} seconds ${ahead ? "ahead" : "behind"} — let the system set it (timedatectl set-ntp true)`,

  failedCheck: (why) =>
    `one of the checks did not come to its end (${why}) — check again, then look into the log`,
  why: {
    timeout: "no answer in time",
    unknown_host: "its name is not known",
    refused: "nobody listens there",
    certificate: "its certificate is not accepted",
    status: (status) => `it answers ${status}`,
    other: (code) => `network: ${code}`,
  },
};

export function doctorWordsIn(language: "ar" | "en"): DoctorWords {
  return language === "ar" ? ar : en;
}
