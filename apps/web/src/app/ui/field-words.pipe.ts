import { Pipe, type PipeTransform } from '@angular/core';
import { fieldWords } from './field-error-words';

/** The first error of a field, in words; its message is a code of the schema that found it. */
@Pipe({ name: 'fieldWords' })
export class FieldWordsPipe implements PipeTransform {
  transform(errors: readonly { readonly message?: string | undefined }[]): string {
    const [first] = errors;
    return first ? fieldWords(first.message ?? 'invalid') : '';
  }
}
