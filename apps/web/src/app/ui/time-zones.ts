import { INTL_LOCALE } from './language';

export interface ZoneGroup {
  readonly region: string;
  readonly zones: readonly { readonly id: string; readonly name: string }[];
}

/** All zones the browser knows, by region; `wanted` is among them even when the browser has another name for it. */
export function timeZoneGroups(wanted: string): ZoneGroup[] {
  const ids = new Set([wanted, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  const regions = new Map<string, { id: string; name: string }[]>();
  for (const id of [...ids].sort((a, b) => a.localeCompare(b, INTL_LOCALE))) {
    const [region = id, ...rest] = id.split('/');
    const zones = regions.get(region) ?? [];
    zones.push({ id, name: rest.length > 0 ? rest.join(' / ').replaceAll('_', ' ') : id });
    regions.set(region, zones);
  }
  return [...regions].map(([region, zones]) => ({ region, zones }));
}
