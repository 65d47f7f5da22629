import { withAbsoluteAssets } from './absolute-assets';

describe('withAbsoluteAssets', () => {
  it('drops the base and points the files of the build to their folder', () => {
    const html =
      '<base href="/fr/"><link rel="stylesheet" href="styles-A.css"><link rel="modulepreload" href="chunk-B.js"><script src="main-C.js" type="module">';
    expect(withAbsoluteAssets(html, 'fr')).toBe(
      '<link rel="stylesheet" href="/public/fr/styles-A.css"><link rel="modulepreload" href="/public/fr/chunk-B.js"><script src="/public/fr/main-C.js" type="module">',
    );
  });

  it('leaves absolute and inline addresses, and links of the text, as they are', () => {
    const html =
      '<link rel="icon" href="data:image/svg+xml,x"><link rel="canonical" href="https://a.example/fr"><link href="/public/fr/fonts/a.woff2"><a href="next">n</a>';
    expect(withAbsoluteAssets(html, 'en')).toBe(html);
  });
});
