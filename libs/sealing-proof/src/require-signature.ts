import type { Bytes } from './bytes';
import { refuse } from './proof-refusal';
import type { VerifyingKey } from './verifying-key';

export async function requireSignature(key: VerifyingKey, signature: Bytes, message: Bytes): Promise<void> {
  if (!(await key.verify(signature, message))) throw refuse('signature-wrong');
}
