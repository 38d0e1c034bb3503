/** What a customer said about messages that they do not ask for, when, and in which words. */
export type MessageChoice = { readonly at: number; readonly messageId: string; readonly text: string };
