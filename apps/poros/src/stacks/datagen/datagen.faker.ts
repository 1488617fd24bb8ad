import { en, Faker } from '@faker-js/faker';

// Modules whose members give plain values from a seed; `helpers` is left out because it evaluates templates.
const modules = ['airline', 'animal', 'color', 'commerce', 'company', 'finance', 'internet', 'location', 'lorem', 'number', 'person', 'phone', 'string', 'vehicle', 'word'] as const;

/** A faker of its own, so that the rows depend on the seed and on nothing that ran before. */
export function createFaker(seed: number): Faker {
  const faker = new Faker({ locale: [en] });
  faker.seed(seed);
  faker.setDefaultRefDate('2001-07-01T00:00:00Z');
  return faker;
}

const probe = createFaker(0);

/** The function behind `module.method`; `undefined` for anything that may not be used. */
export function generatorOf(faker: Faker, path: string): ((...args: unknown[]) => unknown) | undefined {
  const [module = '', method = '', ...rest] = path.split('.');
  if (rest.length > 0 || !(modules as readonly string[]).includes(module) || method === 'constructor' || method.startsWith('_')) return undefined;
  const owner = faker[module as (typeof modules)[number]] as unknown as Record<string, unknown>;
  const found = owner[method];
  return typeof found === 'function' ? (...args) => (found as (...a: unknown[]) => unknown).apply(owner, args) : undefined;
}

/** Whether `module.method` names a generator that may be used. */
export const isGenerator = (path: string): boolean => generatorOf(probe, path) !== undefined;
