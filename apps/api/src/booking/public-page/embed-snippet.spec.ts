import { embedSnippet } from './embed-snippet';

describe('embedSnippet', () => {
  it('is one line that loads the element and shows it', () => {
    expect(
      embedSnippet({
        publicUrl: 'https://a.example',
        practice: 'lumen',
        supervisor: 'claire',
        language: 'en',
      }),
    ).toBe(
      '<script async src="https://a.example/embed.js"></script><visavis-booking practice="lumen" supervisor="claire" lang="en"></visavis-booking>',
    );
  });

  it('leaves out the supervisor where whoever is free first shall call', () => {
    expect(embedSnippet({ publicUrl: 'https://a.example', practice: 'lumen', language: 'fr' })).not.toContain(
      'supervisor',
    );
  });

  it('cannot be broken out of', () => {
    const snippet = embedSnippet({ publicUrl: 'https://a.example', practice: '"><script>', language: 'fr' });
    expect(snippet).toContain('practice="&quot;>&lt;script>"');
  });
});
