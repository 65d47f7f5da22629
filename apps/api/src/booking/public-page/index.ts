export { createPublicRenderer, type PublicRenderer } from './public-renderer';
export { embedSnippet, type EmbedWish } from './embed-snippet';
export { readPageStyles, styleHashes } from './page-styles';
