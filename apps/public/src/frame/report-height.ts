/** What a framed page tells the page around it. Heights are CSS pixels. */
export interface HeightMessage {
  readonly type: 'visavis:height';
  readonly height: number;
}

/**
 * In a frame: tells the allowed parent, and nobody else, how high the page is, whenever that changes. The server
 * writes the allowed origins on the root element (`data-origins`, separated by spaces).
 */
export function reportHeight(document: Document): void {
  const origins = document.documentElement.dataset['origins'];
  const parent = origins ? parentOrigin(origins.split(' '), document) : null;
  if (!parent || window.parent === window) return;
  new ResizeObserver(() => {
    window.parent.postMessage(heightMessage(document.body.getBoundingClientRect().height), parent);
  }).observe(document.body);
}

export function heightMessage(height: number): HeightMessage {
  return { type: 'visavis:height', height: Math.ceil(height) };
}

/** The origin around the frame when it is one of the allowed ones. */
export function parentOrigin(allowed: readonly string[], document: Document): string | null {
  const told = document.defaultView?.location.ancestorOrigins?.[0] ?? originOf(document.referrer);
  return told !== null && allowed.includes(told) ? told : null;
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
