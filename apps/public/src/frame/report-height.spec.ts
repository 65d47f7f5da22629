import { heightMessage, parentOrigin } from './report-height';

const framedBy = (ancestors: string[] | undefined, referrer = '') =>
  ({ referrer, defaultView: { location: { ancestorOrigins: ancestors } } }) as unknown as Document;

describe('a framed page', () => {
  it('talks to the page around it only when that is an allowed origin', () => {
    expect(parentOrigin(['https://site.example'], framedBy(['https://site.example']))).toBe(
      'https://site.example',
    );
    expect(parentOrigin(['https://site.example'], framedBy(['https://evil.example']))).toBeNull();
  });

  it('goes by the referrer where the browser does not tell the ancestors', () => {
    expect(parentOrigin(['https://site.example'], framedBy(undefined, 'https://site.example/page'))).toBe(
      'https://site.example',
    );
    expect(parentOrigin(['https://site.example'], framedBy(undefined, ''))).toBeNull();
  });

  it('does not take a look-alike for an allowed origin', () => {
    expect(
      parentOrigin(['https://site.example'], framedBy(undefined, 'https://site.example.evil.test/')),
    ).toBeNull();
  });

  it('never reports a height that would cut the last line', () => {
    expect(heightMessage(640.2)).toEqual({ type: 'visavis:height', height: 641 });
  });
});
