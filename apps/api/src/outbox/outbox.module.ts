import { Module } from '@nestjs/common';
import { OutboxBell } from './outbox-bell';

/** What a process that plans letters needs: the bell to ring after its commit. */
@Module({ providers: [OutboxBell], exports: [OutboxBell] })
export class OutboxModule {}
