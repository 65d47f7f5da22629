const { TestEnvironment } = require('jest-environment-node');

/** Node, as if the server's clock were set to `testEnvironmentOptions.serverZone`; the specs see it as SERVER_ZONE. */
module.exports = class ServerZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { serverZone } = config.projectConfig.testEnvironmentOptions;
    const before = process.env.TZ;
    process.env.TZ = serverZone; // Node tells the engine at once; the sandbox's copy of process.env cannot
    super(config, context);
    this.zoneBefore = before;
    this.global.SERVER_ZONE = serverZone;
  }

  async teardown() {
    if (this.zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = this.zoneBefore;
    await super.teardown();
  }
};
