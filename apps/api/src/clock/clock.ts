import { Injectable } from '@nestjs/common';

/** The only source of "now": epoch milliseconds. Tests hand in one that stands still. */
@Injectable()
export class Clock {
  now(): number {
    return Date.now();
  }
}
