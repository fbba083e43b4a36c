import { DomainError } from './domain-error.ts';

/** Lets so many through at once and so many wait; whoever comes after that is asked to come again. */
export class Turnstile {
  private inside = 0;
  private readonly queue: (() => void)[] = [];
  private readonly atOnce: number;
  private readonly waiting: number;
  private readonly refusal: string;

  /** @param refusal what whoever comes too many is told */
  constructor(atOnce: number, waiting: number, refusal: string) {
    this.atOnce = atOnce;
    this.waiting = waiting;
    this.refusal = refusal;
  }

  /** @throws DomainError OVERLOADED when too many wait already */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inside < this.atOnce) this.inside += 1;
    else if (this.queue.length < this.waiting)
      await new Promise<void>((enter) => {
        this.queue.push(enter);
      });
    else throw new DomainError('OVERLOADED', this.refusal);
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // whoever waits longest takes this place: the number inside stays
      if (next) next();
      else this.inside -= 1;
    }
  }
}
