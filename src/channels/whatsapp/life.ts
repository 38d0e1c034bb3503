/** From a beginning to an end: the first to say why it ends is believed, and it is over by itself when nothing else happens in time. */

export class Life<How> {
  readonly ended: Promise<How>;
  #how: How | undefined;
  #settle: (how: How) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.ended = new Promise<How>((resolve) => {
      this.#settle = resolve;
    });
  }

  end(how: How): void {
    if (this.hasEnded()) return;
    this.#how = how;
    clearTimeout(this.#timer);
    this.#settle(how);
  }

  hasEnded(): boolean {
    return this.#how !== undefined;
  }

  /** Unless something else happens, it is over after so long. */
  endAfter(ms: number, how: How): void {
    this.goOn();
    if (!this.hasEnded()) this.#timer = setTimeout(() => this.end(how), ms);
  }

  /** Something else has happened. */
  goOn(): void {
    clearTimeout(this.#timer);
  }
}
