import { Component, computed, input } from '@angular/core';

/** Drawn for a 24 × 24 field, strokes of the text's colour. */
const PATHS = {
  week: 'M4 6.5h16v13H4zM4 10.5h16M9.3 10.5v9M14.7 10.5v9M8 4v4M16 4v4',
  list: 'M4 7h3M4 12h3M4 17h3M10 7h10M10 12h10M10 17h10',
  hours: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.3l2.8 1.9',
  feed: 'M5 12.5a6.5 6.5 0 0 1 6.5 6.5M5 6.5A12.5 12.5 0 0 1 17.5 19M6 18.2h.01',
  shield: 'M12 4l7 2.5v5c0 4.3-2.9 7-7 8.5-4.100-1.500-7-4.200-7-8.500v-5zM9 9.500l6 5M15 9.500l-6 5',
  practice: 'M5 20V9l7-5 7 5v11zM10 20v-5h4v5',
  leave: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  left: 'M14.500 6l-6 6 6 6',
  right: 'M9.500 6l6 6-6 6',
  more: 'M12 6h.01M12 12h.01M12 18h.01',
  plus: 'M12 5v14M5 12h14',
  copy: 'M9 9h10v11H9zM6 15H5V4h10v2',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  phone:
    'M6 4h3l1.500 4.500-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2L20 15v3c0 1.100-.900 2-2 2A14 14 0 0 1 4 6c0-1.100.900-2 2-2z',
  letter: 'M4 6.500h16v11H4zM4 7l8 6 8-6',
  pause: 'M5 5l14 14M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16',
  undo: 'M8 6L4 10l4 4M4 10h9.500a5 5 0 0 1 0 10H9',
  warning: 'M12 4.500L21 19.500H3zM12 10v4.500M12 17h.01',
  external: 'M13 5h6v6M19 5l-8 8M10 6H5v13h13v-5',
  trash: 'M5 7h14M10 7V5h4v2M7 7l1 13h8l1-13M10.500 10.500v6M13.500 10.500v6',
  person: 'M12 4.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M5 20c.500-3.800 3.300-6 7-6s6.500 2.200 7 6',
  people:
    'M9 5a3.200 3.200 0 1 0 0 6.400A3.200 3.200 0 0 0 9 5M3 19.500c.400-3.500 2.700-5.500 6-5.500s5.600 2 6 5.500M15.500 5.300a3.200 3.200 0 0 1 0 5.800M17 14.300c2.300.600 3.700 2.400 4 5.200',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8M11 12.200L19.500 4M16 7.500l2.500 2.500M14 9.500l1.500 1.500',
  trail: 'M6 4h12v16H6zM9 8.500h6M9 12h6M9 15.500h3.500',
  print: 'M7 9V4h10v5M7 17H4.500V9h15v8H17M7 14h10v6H7z',
  download: 'M12 4v10.500M7.500 10.500L12 15l4.500-4.500M5 19.500h14',
  home: 'M4 11l8-7 8 7M6 9.500V20h12V9.500',
  contract: 'M6 3.500h8l4 4V20.500H6zM14 3.500v4h4M9 11h6M9 14h6M9 17h2.500',
  template: 'M5 4h14v5H5zM5 12h6v8H5zM14 12h5v8h-5z',
  pen: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  comment: 'M4 5.500h16v10.500H11l-4 3.500V16H4z',
  seal: 'M12 3.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12M8.500 14.500L7 21l5-2.500 5 2.500-1.500-6.500M9.800 9.500l1.600 1.600 2.900-3',
  lock: 'M6.500 11h11v9h-11zM9 11V8a3 3 0 0 1 6 0v3M12 14.500v2',
  unlock: 'M6.500 11h11v9h-11zM9 11V8a3 3 0 0 1 5.800-1.100M12 14.500v2',
  shared:
    'M6.500 11h7v9h-7zM8 11V8.500a2.500 2.500 0 0 1 5 0M17 6.500a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400M16 14c2.600-.200 4.300 1.300 5 4',
  journal: 'M6 3.500h12v17H6zM9 3.500v17M12 8h3.500M12 11.500h3.500',
  chart: 'M4 20h16M6.500 20v-6M11 20V9M15.500 20v-9M20 20V5',
  eye: 'M3 12c2.200-4 5.200-6 9-6s6.800 2 9 6c-2.200 4-5.200 6-9 6s-6.800-2-9-6zM12 9.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600',
  question: 'M9 9.200a3 3 0 1 1 4.300 2.700c-.800.400-1.300 1-1.300 2M12 17h.01',
} as const;
export type IconName = keyof typeof PATHS;

@Component({
  selector: 'visavis-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styleUrl: './icon.scss',
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => PATHS[this.name()]);
}
