/** The address a name suggests: « Cabinet de l’Été » becomes `cabinet-de-l-ete`. */
export function slugOf(name: string): string {
  return name
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
