import { expect, it } from '@jest/globals';
import { Atom, UseCaseInput } from '@dataos/contracts-heimdall';
import { compileGrant, expand, variablesOf } from './compile.js';
import { SHIPPED_PROVIDERS, SHIPPED_USE_CASES } from './shipped.js';

const atoms = new Map(SHIPPED_PROVIDERS.flatMap((provider) => provider.atoms).map((atom) => [atom.id, atom]));
const facts = new Map(SHIPPED_USE_CASES.map(({ atoms: own, id, useCases = [] }) => [id, { id, atoms: own, useCases, values: [] }]));

it('every atom and use-case fits what the doors of heimdall would take', () => {
  for (const atom of atoms.values()) expect(Atom.safeParse(atom).error?.issues).toBeUndefined();
  for (const { atoms: own, id, useCases } of SHIPPED_USE_CASES) expect(UseCaseInput.safeParse({ id, authorization_atoms: own, use_cases: useCases }).success).toBe(true);
});

it.each(SHIPPED_USE_CASES.map(({ id }) => id))('%s can be granted once its variables are given', (id) => {
  const whole = expand(id, facts);
  if ('fault' in whole) throw new Error(whole.fault);
  const own = whole.atoms.map((one) => atoms.get(one)!);
  expect(own).not.toContain(undefined);
  const values = own.map((atom) => ({ authorization_atom_id: atom.id, variable_values: [Object.fromEntries(variablesOf(atom).map((name) => [name, 'x']))] }));
  expect(compileGrant(['users:id:a'], own, [], values)).toMatchObject({ broad: false, rules: own.map(() => expect.anything()) });
});
