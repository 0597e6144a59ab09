/** Four times a second is as live as anyone can follow, and a report of twenty checks is written only a few times. */
const publishEveryMs = 250;

/**
 * Publishes something that grows, one publication at a time: what is added in the meantime goes out with the next
 * one.
 */
export class GatheredPublishing implements AsyncDisposable {
  readonly #publish: () => Promise<boolean>;
  readonly #everyMs: number;
  #begunAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #atWork: Promise<void> | null = null;
  #hasGrown = false;
  #isOver = false;
  #failure: { readonly error: unknown } | null = null;

  /** `publish` returns whether to continue. */
  constructor(publish: () => Promise<boolean>, everyMs = publishEveryMs) {
    this.#publish = publish;
    this.#everyMs = everyMs;
  }

  /** A publication has said that there is nothing left to publish, or has failed. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** There is more of it. What is added in the same turn of the event loop goes out together. */
  grown(): void {
    this.#hasGrown = true;
    this.#plan();
  }

  /** Waits for the publication in progress and starts no other. Rejects with the error of a failed one. */
  async end(): Promise<void> {
    await this[Symbol.asyncDispose]();
    if (this.#failure !== null) throw this.#failure.error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    await this.#atWork;
  }

  #plan(): void {
    const isPlanned = this.#timer !== undefined || this.#turn !== undefined || this.#atWork !== null;
    if (this.#isOver || isPlanned || !this.#hasGrown) return;
    const waitMs = this.#begunAt + this.#everyMs - performance.now();
    if (waitMs > 0) this.#timer = setTimeout(() => this.#begin(), waitMs);
    else this.#turn = setImmediate(() => this.#begin());
  }

  #begin(): void {
    this.#timer = this.#turn = undefined;
    this.#hasGrown = false;
    this.#begunAt = performance.now();
    this.#atWork = this.#publishOnce();
  }

  async #publishOnce(): Promise<void> {
    try {
      if (!(await this.#publish())) this.#isOver = true;
    } catch (error) {
      this.#failure = { error };
      this.#isOver = true;
    }
    this.#atWork = null;
    this.#plan();
  }
}
