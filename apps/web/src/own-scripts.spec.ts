import { ownScript } from './own-scripts';

const PAGE = 'https://visavis.example/app/fr/';

describe('addresses that may become scripts', () => {
  it('are the worker and the service worker beside the page', () => {
    expect(ownScript(`${PAGE}worker-ABCD1234.js`, PAGE)).toBe(`${PAGE}worker-ABCD1234.js`);
    expect(ownScript('service-worker.js', PAGE)).toBe(`${PAGE}service-worker.js`);
  });

  it.each([
    'https://elsewhere.example/app/fr/worker-ABCD1234.js',
    '//elsewhere.example/worker-ABCD1234.js',
    `${PAGE}chunk-ABCD1234.js`,
    `${PAGE}deep/worker-ABCD1234.js`,
    'https://visavis.example/app/en/worker-ABCD1234.js',
    `${PAGE}worker-ABCD1234.js?then=that`,
    `${PAGE}worker-ABCD1234.js#that`,
    `${PAGE}%2e%2e/worker-ABCD1234.js`,
    'data:text/javascript,alert(1)',
    'blob:https://visavis.example/7f',
  ])('are not %s', (address) => {
    expect(() => ownScript(address, PAGE)).toThrow(TypeError);
  });
});
