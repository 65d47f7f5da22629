/** How people name a contract: "007". */
export function spellNumber(number: number): string {
  return String(number).padStart(3, '0');
}
