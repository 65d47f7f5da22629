import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { OperationState } from './operation-state';

@Module({ controllers: [HealthController], providers: [OperationState] })
export class OperationModule {}
