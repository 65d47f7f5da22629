import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id in an address: what cannot be one is nobody's, so it is not found rather than malformed. */
@Injectable()
export class OwnIdPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (!UUID.test(text)) throw new Refusal<GeneralRefusal>('not-found');
    return text.toLowerCase();
  }
}
