import { DraftHistory } from './draft-history';
import { draftOf, type OfferDraft } from './offer-draft';

const saved: OfferDraft = draftOf({
  lengthMin: 30,
  stepMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  minNoticeMin: 0,
  horizonDays: 30,
  maxPerDay: null,
  sameHoursAs: null,
  weekly: [],
});

function aHistory(): DraftHistory {
  const history = new DraftHistory();
  history.learn(saved);
  return history;
}

describe('the way back of an editor', () => {
  it('undoes typing in one field as one step', () => {
    const history = aHistory();
    history.change({ ...saved, lengthMin: 4 }, 'lengthMin');
    history.change({ ...saved, lengthMin: 45 }, 'lengthMin');
    history.change({ ...saved, lengthMin: 45, stepMin: 15 }, 'stepMin');
    history.undo();
    expect(history.draft()).toEqual({ ...saved, lengthMin: 45 });
    history.undo();
    expect(history.draft()).toEqual(saved);
    expect(history.canUndo()).toBe(false);
    expect(history.dirty()).toBe(false);
  });

  it('goes back to what is saved, and that can be undone too', () => {
    const history = aHistory();
    history.change({ ...saved, lengthMin: 45 }, 'lengthMin');
    history.reset();
    expect(history.dirty()).toBe(false);
    history.undo();
    expect(history.draft()?.lengthMin).toBe(45);
  });

  it('keeps what is being edited when news comes from the server', () => {
    const history = aHistory();
    history.change({ ...saved, lengthMin: 45 }, 'lengthMin');
    history.learn({ ...saved, horizonDays: 60 });
    expect(history.draft()?.lengthMin).toBe(45);
    history.accept({ ...saved, lengthMin: 45 });
    expect(history.dirty()).toBe(false);
  });
});
