import { reportHeight } from './frame/report-height';

reportHeight(document);

// The application is asked for when the page has been painted: on a slow line what people read must not share it
// with what they cannot use yet. Until then the form posts by itself. Pages without `data-awaken` are read and
// followed by links: they stay as the server wrote them.
if (document.querySelector('[data-awaken]')) {
  requestAnimationFrame(() =>
    setTimeout(() =>
      import('./awaken').then(({ awaken }) => awaken()).catch((error: unknown) => console.error(error)),
    ),
  );
}
