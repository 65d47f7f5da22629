declare module 'pdfmake/build/fonts/Roboto' {
  import type { TFontContainer } from 'pdfmake/interfaces';
  const container: TFontContainer;
  export default container;
}
