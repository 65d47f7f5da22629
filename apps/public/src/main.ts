import { reportHeight } from './frame/report-height';

/** Most milliseconds to wait for a paint that is not told, as in a tab that nobody looks at. */
const PATIENCE = 3_000;

reportHeight(document);

// The application is asked for when the page has been painted: on a slow line what people read must not share it
// with what they cannot use yet. Until then the form posts by itself. Pages without `data-awaken` are read and
// followed by links: they stay as the server wrote them.
if (document.querySelector('[data-awaken]')) {
  painted()
    .then(() => import('./awaken'))
    .then(({ awaken }) => awaken())
    .catch((error: unknown) => console.error(error));
}

function painted(): Promise<void> {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
  });
}
