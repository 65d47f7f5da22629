/** `METHOD /path` of every route that Fastify prints; HEAD is GET without its body. */
export function routesOf(printed: string): string[] {
  const parts: string[] = [];
  const routes: string[] = [];
  for (const line of printed.split('\n')) {
    const found = /^(?<indent>[│ ]*)(?:├──|└──) (?<segment>[^ ]*)(?: \((?<methods>[^)]*)\))?/.exec(
      line,
    )?.groups;
    if (found === undefined) continue;
    const depth = (found['indent'] ?? '').length / 4;
    parts.length = depth;
    parts[depth] = found['segment'] ?? '';
    const path = parts.join('').replace(/\/?\*$/, '/*'); // the slash before a wildcard is not printed
    for (const method of (found['methods'] ?? '').split(', '))
      if (method !== '' && method !== 'HEAD')
        routes.push(`${method} ${path.length > 1 ? path.replace(/\/$/, '') : path}`);
  }
  return [...new Set(routes)];
}
