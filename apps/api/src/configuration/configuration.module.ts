import { Global, Module } from '@nestjs/common';
import { CONFIGURATION, readConfiguration } from './configuration';

@Global()
@Module({
  providers: [{ provide: CONFIGURATION, useFactory: () => readConfiguration(process.env) }],
  exports: [CONFIGURATION],
})
export class ConfigurationModule {}
