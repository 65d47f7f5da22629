export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, opacity. */
  readonly data: Uint8ClampedArray;
}

/** The canvas that pdf.js brings along outside of browsers. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: HTMLCanvasElement };
}

/** Draws a page with pdf.js, as a reader would see it; -1 is the last one, `scale` 1 is 72 dots an inch. */
export async function drawPage(file: Uint8Array, number: number, scale = 2): Promise<DrawnPage> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise;
  const page = await document.getPage(number < 0 ? document.numPages + 1 + number : number);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { canvas } = (document.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas, viewport }).promise;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  await document.loadingTask.destroy();
  return { width, height, data: Uint8ClampedArray.from(data) };
}
