import { Global, Module, type DynamicModule, type ValueProvider, type FactoryProvider } from '@nestjs/common';
import { CONFIGURATION, readConfiguration, type Configuration } from './configuration';

/** What a program was started with, for whoever injects `CONFIGURATION`. */
@Global()
@Module({})
export class ConfigurationModule {
  /** The one that was read already. */
  static of(configuration: Configuration): DynamicModule {
    return provides({ provide: CONFIGURATION, useValue: configuration });
  }

  static fromEnvironment(): DynamicModule {
    return provides({ provide: CONFIGURATION, useFactory: () => readConfiguration(process.env) });
  }
}

function provides(provider: ValueProvider<Configuration> | FactoryProvider<Configuration>): DynamicModule {
  return { module: ConfigurationModule, providers: [provider], exports: [CONFIGURATION] };
}
