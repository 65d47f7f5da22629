export interface RoundTrips {
  /** At once; whoever asks meanwhile shares the next. */
  readonly underWay: number;
  /** Questions in one: its answers come together, so the first waits for the last. */
  readonly together: number;
}

/** For questions that cost the database next to nothing. */
const FEW: RoundTrips = { underWay: 2, together: 16 };
/** For questions that it works on: several of its processes share the work. */
export const SPREAD: RoundTrips = { underWay: 4, together: 4 };

interface Question<Key, Answer> extends PromiseWithResolvers<Answer> {
  readonly key: Key;
}

/**
 * Fetches together what is asked for within one turn of the event loop, each key once: under load a round trip
 * costs more than what it brings. Nobody gets an answer whose fetching began before they asked.
 */
export class Together<Key, Answer> {
  private readonly waiting = new Map<string, Question<Key, Answer>>();
  private underWay = 0;
  private planned = false;

  /**
   * @param nameOf equal for equal keys
   * @param fetch the answers in the order of the keys
   */
  constructor(
    private readonly nameOf: (key: Key) => string,
    private readonly fetch: (keys: readonly Key[]) => Promise<readonly Answer[]>,
    private readonly most: RoundTrips = FEW,
  ) {}

  ask(key: Key): Promise<Answer> {
    const name = this.nameOf(key);
    let question = this.waiting.get(name);
    if (question === undefined) {
      question = { key, ...Promise.withResolvers<Answer>() };
      this.waiting.set(name, question);
      this.plan();
    }
    return question.promise;
  }

  private plan(): void {
    if (this.planned || this.underWay >= this.most.underWay || this.waiting.size === 0) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      void this.next();
    });
  }

  private async next(): Promise<void> {
    const questions: Question<Key, Answer>[] = [];
    for (const [name, question] of this.waiting) {
      if (questions.length === this.most.together) break;
      this.waiting.delete(name);
      questions.push(question);
    }
    this.underWay++;
    this.plan();
    try {
      const answers = await this.fetch(questions.map(({ key }) => key));
      if (answers.length !== questions.length) throw new Error('an answer is missing');
      questions.forEach((question, index) => question.resolve(answers[index] as Answer));
    } catch (error) {
      for (const question of questions) question.reject(error);
    } finally {
      this.underWay--;
      this.plan();
    }
  }
}
