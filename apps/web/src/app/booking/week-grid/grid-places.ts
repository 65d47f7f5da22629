import { MINUTE, type Instant } from '@visavis/kernel';
import { addDays } from '../../ui/local-date';
import { instantAt, wallTimeAt } from '../../ui/zone-clock';
import { instantOf, type DayColumn, type WeekAxis } from './week-geometry';

/** Minutes to which pointer and keys snap. */
export const SNAP = 15;

/** What the pointer's place in the grid means in time. */
export interface GridPlace {
  readonly column: DayColumn;
  readonly position: number;
}

/** The place under the pointer; beyond the edges the nearest one. `grabbed` is where in the thing it was taken, in minutes. */
export function placeAt(
  point: { readonly clientX: number; readonly clientY: number },
  columns: readonly DayColumn[],
  boxes: readonly DOMRect[],
  axis: WeekAxis,
  grabbed = 0,
): GridPlace | null {
  const [firstBox] = boxes;
  if (!firstBox || firstBox.height === 0) return null;
  const index = boxes.findIndex((box) => point.clientX < box.right);
  const column = columns[index === -1 ? columns.length - 1 : index];
  if (!column) return null;
  const minute = ((point.clientY - firstBox.top) / firstBox.height) * axis.length - grabbed;
  const position = Math.min(axis.length - SNAP, Math.max(0, Math.round(minute / SNAP) * SNAP));
  return { column, position };
}

/** Where an arrow key takes a start: a quarter of an hour, or the same clock a day away. null for other keys. */
export function steered(zone: string, key: string, start: Instant): Instant | null {
  if (key === 'ArrowUp') return start - SNAP * MINUTE;
  if (key === 'ArrowDown') return start + SNAP * MINUTE;
  const days = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (days === 0) return null;
  const { date, minute } = wallTimeAt(zone, start);
  return instantAt(zone, addDays(date, days), minute);
}

export function momentAt(zone: string, axis: WeekAxis, place: GridPlace): Instant {
  return instantOf(zone, axis, place.column, place.position);
}
