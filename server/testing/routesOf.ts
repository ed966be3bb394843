import type { Mount } from "../app.ts";

/** What Express keeps of a route; its types do not tell. */
interface Layer {
  readonly handle: unknown;
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

function stackOf(handler: unknown): readonly Layer[] | null {
  const { stack } = handler as { stack?: readonly Layer[] };
  return Array.isArray(stack) ? stack : null;
}

function routesBelow(path: string, handler: unknown): readonly string[] {
  const stack = stackOf(handler);
  if (stack === null) return [];
  return stack.flatMap((layer) => {
    if (layer.route === undefined) return routesBelow(path, layer.handle);
    const full = `${path}${layer.route.path === "/" ? "" : layer.route.path}`;
    return Object.keys(layer.route.methods)
      .filter((method) => method !== "_all")
      .map((method) => `${method.toUpperCase()} ${full}`);
  });
}

/** Every route of these mounts as `GET /api/statistics`; a handler that is no router counts as `USE <path>`. */
export function routesOf(mounts: readonly Mount[]): readonly string[] {
  return mounts.flatMap(([path, ...handlers]) => {
    const last = handlers.at(-1);
    return stackOf(last) === null ? [`USE ${path}`] : routesBelow(path, last);
  });
}
