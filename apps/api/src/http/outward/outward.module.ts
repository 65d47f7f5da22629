import { Module } from '@nestjs/common';
import { OutwardFetch } from './outward-fetch';

/** The one way out, for the API and the worker. */
@Module({ providers: [OutwardFetch], exports: [OutwardFetch] })
export class OutwardModule {}
