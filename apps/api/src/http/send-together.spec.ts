import { sendTogether } from './send-together';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('answers that are sent together', () => {
  let now = 0;
  beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => jest.restoreAllMocks());

  it('wait for those of the next turns, and go in their order once a turn brings no more', async () => {
    const sent: number[] = [];
    const sentAfter: number[] = [];
    for (const answer of [1, 2, 3]) {
      sendTogether(() => sent.push(answer));
      await turn();
      sentAfter.push(sent.length);
    }
    await turn();
    expect(sentAfter).toEqual([0, 0, 0]);
    expect(sent).toEqual([1, 2, 3]);
  });

  it('wait two milliseconds at most, however many come', async () => {
    const sent: number[] = [];
    for (const answer of [1, 2, 3, 4]) {
      sendTogether(() => sent.push(answer));
      await turn();
      now += 1;
    }
    expect(sent).toEqual([1, 2, 3]);
    await turn();
    await turn();
    expect(sent).toEqual([1, 2, 3, 4]);
  });
});
