const ignored =
  /^(status|metadata\.(managedFields|generation|resourceVersion|annotations\.(kubectl\.kubernetes\.io\/|deployment\.kubernetes\.io\/|rollout\.argoproj\.io\/).*))(\.|\[|$)/;

/** Paths at which two objects differ, as a person would write them; what the API server, kubectl and controllers keep for themselves is left out. */
export function changes(before: unknown, after: unknown, path = ''): readonly string[] {
  if (ignored.test(path) || before === after) return [];
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) return [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changes(before[key], after[key], Array.isArray(before) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  );
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
