/** The process: settings → office → start → stop in reverse order. */
export {};
