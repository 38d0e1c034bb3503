/** What customers write during an outage: wishes, greetings, questions, and answers that come too late. */

export const sayings = [
  "السلام عليكم",
  "أبي فندق في جدة",
  "كم الأسعار؟",
  "الخميس",
  "ليلتين",
  "وين طلبي",
  "3 kg",
  "شكرًا",
];
