/**
 * The story that every fault run plays: customers who fill the bench form (five questions, six messages an order), each with answers
 * of their own, so that a lost, doubled or swapped answer shows in the order.
 */
export type Customer = {
  readonly address: string;
  readonly texts: readonly string[];
  readonly fields: Record<string, unknown>;
};

/** The office's clock in the story: a Sunday at noon in Riyadh. */
export const storyMoment: number = Date.parse("2026-11-22T09:00:00Z");

const kinds = ["small", "medium", "large"] as const;

/** `count` customers; the n-th always says the same. */
export function customers(count: number): readonly Customer[] {
  return Array.from({ length: count }, (_, n) => {
    const kind = kinds[n % 3] ?? "small";
    const phone = `05${String(10_000_000 + n * 7).padStart(8, "0")}`;
    const day = 1 + (n % 28);
    return {
      address: `customer-${n}`,
      texts: [
        "bench form please",
        String(100 + n),
        `${day} December 2026`,
        kind,
        phone,
        n % 2 ? "yes" : "no",
      ],
      fields: {
        amount: 100 + n,
        day: `2026-12-${String(day).padStart(2, "0")}`,
        kind,
        phone: `+966${phone.slice(1)}`,
        fragile: n % 2 === 1,
      },
    };
  });
}
