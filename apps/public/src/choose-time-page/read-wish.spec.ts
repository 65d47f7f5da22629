import { errorsOfBrowser, readWish } from './read-wish';

function formOf(html: string): HTMLFormElement {
  document.body.innerHTML = `<form>${html}</form>`;
  return document.forms[0] as HTMLFormElement;
}

describe('readWish', () => {
  it('makes a booking wish of the form, leaving out empty words', () => {
    const form = formOf(`
      <input name="firstName" value="Noé">
      <input name="lastName" value="Durand"><input name="email" value="noe@exemple.fr"><input name="phone" value="01 99 00 12 34">
      <select name="phoneCountry"><option value="FR" selected></option></select><textarea name="words">  </textarea>
      <input type="radio" name="reason" value="other" checked><input type="checkbox" name="consent" checked>`);
    expect(readWish(new FormData(form), Date.UTC(2026, 10, 26, 9, 30), 'fr', 'Asia/Tokyo')).toEqual({
      start: '2026-11-26T09:30:00.000Z',
      firstName: 'Noé',
      lastName: 'Durand',
      email: 'noe@exemple.fr',
      phone: '01 99 00 12 34',
      phoneCountry: 'FR',
      reason: 'other',
      consent: true,
      language: 'fr',
      timeZone: 'Asia/Tokyo',
    });
  });
});

describe('errorsOfBrowser', () => {
  it('says in our codes what the browser finds wrong', () => {
    const form = formOf(`
      <input name="firstName" required><input name="email" type="email" value="noe" required>
      <input type="checkbox" name="consent" required><input name="lastName" value="Durand" required>`);
    expect(errorsOfBrowser(form)).toEqual({
      firstName: 'required',
      email: 'invalid-email',
      consent: 'not-accepted',
    });
  });
});
