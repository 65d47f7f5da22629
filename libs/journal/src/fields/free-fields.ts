/** The questions of a free entry, which has no bid and no stages. */
export const FREE_FIELDS = [
  { id: 'title', type: 'string', required: false, maxLength: 120 },
  { id: 'date', type: 'date', required: true },
  { id: 'text', type: 'longtext', required: true },
  { id: 'mood', type: 'ordinal', required: false, options: [-2, -1, 0, 1, 2] },
] as const satisfies readonly {
  id: string;
  type: string;
  required: boolean;
  maxLength?: number;
  options?: readonly number[];
}[];
export type FreeFieldId = (typeof FREE_FIELDS)[number]['id'];
