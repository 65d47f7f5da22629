import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** The number of a version in an address; what cannot be one is no version. */
@Injectable()
export class VersionNumberPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,4}$/.test(text)) throw new Refusal<GeneralRefusal>('not-found');
    return Number(text);
  }
}
