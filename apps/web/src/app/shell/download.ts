import { Refused, refusedFrom } from './refused';

export interface Download {
  readonly blob: Blob;
  /** As the server calls it; null when it does not say. */
  readonly name: string | null;
}

/** Reads a file to its end. Throws `Refused` for a "no", and `offline` when it breaks off. */
export async function readFile(response: Response, onProgress: (bytes: number) => void): Promise<Download> {
  if (!response.ok) {
    const problem: unknown = await response.json().catch(() => undefined);
    throw refusedFrom(response.status, problem, response.headers.get('retry-after'));
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      parts.push(read.value);
      bytes += read.value.byteLength;
      onProgress(bytes);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused('offline');
  }
  return {
    blob: new Blob(parts, { type: response.headers.get('content-type') ?? 'application/octet-stream' }),
    name: fileNameOf(response.headers.get('content-disposition')),
  };
}

/** RFC 6266: `filename*` before `filename`. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decoded(encoded.trim());
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // URIError: the name was cut or never was UTF-8
  }
}

/** Hands a file to the person, as if they had followed a link to it. */
export function saveFile(document: Document, blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
