const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom, with the parts of a browser's window that Node has and jsdom lacks. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true });
    for (const name of [
      'structuredClone',
      'fetch',
      'Request',
      'Response',
      'Headers',
      'TextEncoder',
      'TextDecoder',
      'AbortSignal',
    ]) {
      this.global[name] = globalThis[name];
    }
  }
};
