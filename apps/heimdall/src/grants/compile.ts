import type { AtomValues, GrantValues } from '@dataos/contracts-heimdall';

/** What a grant is made of, as plain data. */
export interface AtomFacts {
  readonly id: string;
  readonly predicate: string;
  readonly tags: readonly string[];
  readonly paths: readonly string[];
}

export interface UseCaseFacts {
  readonly id: string;
  readonly atoms: readonly string[];
  readonly useCases: readonly string[];
  readonly values: readonly AtomValues[];
}

/** The allow rule of an access policy. */
export interface CompiledRule {
  readonly subjects: { readonly tags: string[] };
  readonly predicates: string[];
  readonly objects: { readonly paths?: string[]; readonly tags?: string[][] };
  readonly allow: true;
}

export type Compiled = { readonly rules: readonly CompiledRule[]; readonly broad: boolean } | { readonly fault: string };

/** Most rules one grant may turn into. */
export const MOST_RULES = 1_000;
const VARIABLE = /\$\{([^}]+)\}/g;

/** Names of the variables in an atom. */
export const variablesOf = (atom: Pick<AtomFacts, 'tags' | 'paths'>): string[] =>
  [...new Set([...atom.tags, ...atom.paths].flatMap((text) => [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '')))];

/** All atoms and preset values of a use-case and of those it holds, each use-case once; a use-case that holds itself is refused. */
export function expand(id: string, all: ReadonlyMap<string, UseCaseFacts>): { readonly atoms: string[]; readonly values: AtomValues[] } | { readonly fault: string } {
  const done = new Set<string>();
  const atoms = new Set<string>();
  const values: AtomValues[] = [];
  const visit = (one: string, path: readonly string[]): string | undefined => {
    if (path.includes(one)) return `the use-case ${one} holds itself: ${[...path.slice(path.indexOf(one)), one].join(' → ')}`;
    if (done.has(one)) return undefined;
    done.add(one);
    const useCase = all.get(one);
    if (!useCase) return `there is no use-case ${one}`;
    for (const atom of useCase.atoms) atoms.add(atom);
    values.push(...useCase.values);
    for (const inner of useCase.useCases) {
      const fault = visit(inner, [...path, one]);
      if (fault) return fault;
    }
    return undefined;
  };
  const fault = visit(id, []);
  return fault ? { fault } : { atoms: [...atoms], values };
}

/** A grant's values by atom, whichever of the two forms they came in: a bare list serves every atom that has these variables. */
export function valuesByAtom(values: GrantValues | null | undefined, atoms: readonly AtomFacts[]): AtomValues[] {
  if (!values) return [];
  if (!Array.isArray(values)) return Object.entries(values).flatMap(([id, bindings]) => bindings.map((binding) => ({ authorization_atom_id: id, variable_values: [binding] })));
  return atoms.flatMap((atom) => {
    const wanted = variablesOf(atom);
    return values.filter((binding) => wanted.length > 0 && wanted.some((name) => name in binding)).map((binding) => ({ authorization_atom_id: atom.id, variable_values: [binding] }));
  });
}

/** Variables of each atom that neither the use-case nor anybody else has set. */
export function unboundOf(atoms: readonly AtomFacts[], presets: readonly AtomValues[]): Record<string, string[]> {
  return Object.fromEntries(atoms.flatMap((atom) => {
    const bound = presets.filter((preset) => preset.authorization_atom_id === atom.id).map(merged);
    const missing = variablesOf(atom).filter((name) => bound.length === 0 || bound.some((binding) => !(name in binding)));
    return missing.length > 0 ? [[atom.id, missing]] : [];
  }));
}

/** The rules a grant amounts to. Grants only ever allow; an atom whose variables are not all set refuses the whole grant. */
export function compileGrant(subjects: readonly string[], atoms: readonly AtomFacts[], presets: readonly AtomValues[], given: readonly AtomValues[]): Compiled {
  const known = new Set(atoms.map((atom) => atom.id));
  const stray = [...presets, ...given].find((values) => !known.has(values.authorization_atom_id));
  if (stray) return { fault: `values are given for ${stray.authorization_atom_id}, which is not part of the use-case` };
  const rules: CompiledRule[] = [];
  let broad = subjects.some((subject) => /^\*+$/.test(subject));
  for (const atom of atoms) {
    for (const binding of bindingsOf(atom, presets, given)) {
      const missing = variablesOf(atom).filter((name) => !binding[name]);
      if (missing.length > 0) return { fault: `the atom ${atom.id} needs a value for ${missing.join(', ')}` };
      const crossing = Object.entries(binding).find(([name, value]) => crosses(name, value, atom));
      if (crossing) return { fault: `the value ${crossing[1]} of ${crossing[0]} would reach across levels of ${atom.id}; give one level, or ** for all` };
      broad ||= variablesOf(atom).some((name) => /[*?[{]/.test(binding[name] ?? ''));
      rules.push(ruleOf(subjects, atom, binding));
      if (rules.length > MOST_RULES) return { fault: `the grant amounts to more than ${MOST_RULES} rules` };
    }
  }
  return { rules, broad };
}

/** Each preset is one binding, filled up by what the grant gives; without presets each given binding is one. */
function bindingsOf(atom: AtomFacts, presets: readonly AtomValues[], given: readonly AtomValues[]): Record<string, string>[] {
  const own = (values: readonly AtomValues[]): Record<string, string>[] => values.filter((one) => one.authorization_atom_id === atom.id).map(merged);
  const set = own(presets);
  const added = own(given);
  if (set.length === 0) return added.length > 0 ? added : [{}];
  if (added.length === 0) return set;
  // What the use-case has set cannot be changed by the grant.
  return set.flatMap((preset) => added.map((more) => ({ ...more, ...preset })));
}

const merged = (values: AtomValues): Record<string, string> => Object.assign({}, ...values.variable_values) as Record<string, string>;

/** A variable that stands for one level must not be given several, or the grant would reach further than its atom says. */
function crosses(name: string, value: string, atom: AtomFacts): boolean {
  if (/^\*{1,2}$/.test(value)) return false;
  const variable = `\${${name}}`;
  const levels = (texts: readonly string[], delimiters: RegExp): boolean => texts.some((text) => text.includes(variable) && text !== variable && (delimiters.test(value) || value.includes('**')));
  return levels(atom.tags, /:/) || levels(atom.paths, /[:/]/);
}

function ruleOf(subjects: readonly string[], atom: AtomFacts, binding: Readonly<Record<string, string>>): CompiledRule {
  const filled = (text: string): string => text.replaceAll(VARIABLE, (_, name: string) => binding[name] ?? '');
  return {
    subjects: { tags: [...subjects] }, predicates: [atom.predicate], allow: true,
    objects: { ...(atom.paths.length > 0 ? { paths: atom.paths.map(filled) } : {}), ...(atom.tags.length > 0 ? { tags: [atom.tags.map(filled)] } : {}) },
  };
}
