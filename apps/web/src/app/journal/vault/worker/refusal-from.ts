import { Refusal } from '@visavis/kernel';
import { VaultRefused, type VaultTrouble } from '../vault-trouble';

/** Of a fault nothing is said but its name: a message could quote a text. */
export function refusalFrom(error: unknown): VaultRefused {
  if (error instanceof VaultRefused) return error;
  // The libs refuse with reasons of their closed lists only.
  if (error instanceof Refusal) return new VaultRefused(error.reason as VaultTrouble, error.details);
  return new VaultRefused('worker-failed', { name: error instanceof Error ? error.name : typeof error });
}
