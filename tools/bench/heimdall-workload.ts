/** A deterministic workload of access policies and questions in the shape of the platform's own. */

export interface WorkRule {
  readonly subjects: { readonly tags: readonly (readonly string[])[] };
  readonly predicates: readonly string[];
  readonly objects: { readonly paths?: readonly string[]; readonly tags?: readonly (readonly string[])[] };
  readonly allow: boolean;
}
export interface WorkPolicy { readonly name: string; readonly owner: string; readonly rule: WorkRule }
export interface WorkSubject { readonly id: string; readonly tags: readonly string[] }
export interface WorkObject { readonly path: string; readonly tags: readonly string[] }
export interface WorkRequest { readonly subject: number; readonly predicate: string; readonly object: number }
export interface Workload { readonly policies: WorkPolicy[]; readonly subjects: WorkSubject[]; readonly objects: WorkObject[]; readonly requests: WorkRequest[] }

export const PREDICATES = ['create', 'read', 'update', 'delete', 'select', 'execute', 'share', 'write'];

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Policies: 1–3 clauses of 1–2 subject tags, 1–4 of 8 actions (one in ten all), paths in seven of ten, object tags in four of ten,
 * one in seven denies. The universe grows with the root of the number of policies, so that about a third is allowed at any size.
 */
export function workload(count: number, requests: number, options: { subjects?: number; rolesOf?: () => number; seed?: number } = {}): Workload {
  const random = seeded(options.seed ?? 7);
  const below = (n: number): number => Math.floor(random() * n);
  const scale = Math.max(1, Math.sqrt(count / 1_000));
  const many = { roles: Math.round(60 * scale), departments: Math.round(25 * scale), users: Math.round(1_500 * scale), tags: Math.round(80 * scale), depots: Math.round(12 * scale) };
  const list = <T>(least: number, most: number, make: () => T): T[] => Array.from({ length: least + below(most - least + 1) }, make);
  const [role, department, user] = [() => `roles:id:r${below(many.roles)}`, () => `org:department:d${below(many.departments)}`, () => `users:id:u${below(many.users)}`];
  const [depot, collection, dataset] = [() => `dep${below(many.depots)}`, () => `col${below(12)}`, () => `ds${below(20)}`];
  const objectTag = (): string => `dataos:tag:t${below(many.tags)}`;
  const glob = (): string => {
    const [d, c, s, x] = [depot(), collection(), dataset(), random()];
    if (x < 0.35) return `dataos://${d}:${c}/**`;
    if (x < 0.55) return `dataos://${d}:**`;
    if (x < 0.75) return `dataos://${d}:${c}/${s}`;
    return x < 0.88 ? `dataos://${d}:*/${s}` : `dataos://${d}:${c}/*`;
  };
  const clause = (): string[] => {
    const x = random();
    if (x < 0.15) return [user()];
    if (x < 0.6) return [role()];
    return x < 0.85 ? [role(), department()] : [department(), 'type:human'];
  };
  const policies = Array.from({ length: count }, (_, i): WorkPolicy => {
    const x = random();
    const objects = { ...(x < 0.7 ? { paths: list(1, 3, glob) } : {}), ...(x >= 0.6 ? { tags: list(1, 2, () => list(1, 2, objectTag)) } : {}) };
    const predicates = random() < 0.1 ? ['**'] : [...new Set(list(1, 4, () => PREDICATES[below(PREDICATES.length)] as string))];
    return { name: `p${i}`, owner: `u${below(many.users)}`, rule: { subjects: { tags: list(1, 3, clause) }, predicates, objects, allow: random() < 0.85 } };
  });
  const rolesOf = options.rolesOf ?? (() => 1 + below(4));
  const subjects = Array.from({ length: options.subjects ?? Math.round(2_000 * scale) }, (_, i): WorkSubject => ({
    id: `u${i}`, tags: [...new Set([`users:id:u${i}`, department(), random() < 0.9 ? 'type:human' : 'type:app', ...Array.from({ length: rolesOf() }, role)])],
  }));
  const objects = Array.from({ length: 20_000 }, (): WorkObject => ({ path: `dataos://${depot()}:${collection()}/${dataset()}`, tags: list(0, 4, objectTag) }));
  const asked = Array.from({ length: requests }, (): WorkRequest => ({
    subject: below(subjects.length), predicate: PREDICATES[below(PREDICATES.length)] as string, object: below(objects.length),
  }));
  return { policies, subjects, objects, requests: asked };
}
