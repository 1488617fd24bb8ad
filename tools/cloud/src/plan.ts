import type { Input, Output } from '@pulumi/pulumi';

export const cloudNames = ['aws', 'gcp', 'azure'] as const;
export type CloudName = (typeof cloudNames)[number];

/** Sizes of machines, by what they hold: 2 processors and 8 GiB, 4 and 16, 8 and 32, and 4 with 32. */
export const sizes = ['small', 'medium', 'large', 'memory'] as const;
export type Size = (typeof sizes)[number];

/** Machines of one compute resource. `platform` is where the services run; the others are asked for by resources (`compute: query-default`). */
export interface Pool { readonly name: string; readonly purpose: 'platform' | 'runnable' | 'query'; readonly size: Size; readonly min: number; readonly max: number; readonly spot: boolean }

/** A service account of the cluster that acts at the cloud, and the buckets it may use; no key is handed out. */
export interface Identity { readonly serviceAccount: string; readonly buckets: readonly string[] }

/** What the platform stands on. The same plan is built at any cloud. */
export interface Plan {
  readonly name: string;
  readonly region: string;
  readonly namespace: string;
  readonly kubernetes: string;
  readonly pools: readonly Pool[];
  readonly buckets: readonly string[];
  readonly postgres: { readonly size: Size; readonly storageGb: number; readonly standby: boolean };
  readonly kafka: { readonly brokers: number; readonly storageGb: number };
  readonly zone: string;
  readonly identities: readonly Identity[];
}

/** What the rest of an installation has to know of it. */
export interface Foundation {
  readonly cluster: Output<string>;
  readonly endpoint: Output<string>;
  readonly pools: Record<string, Output<string>>;
  readonly buckets: Record<string, Output<string>>;
  readonly postgres: Output<string>;
  readonly kafka: Output<string>;
  readonly nameServers: Output<string[]>;
  /** By service account: what it is at the cloud, for the annotation of the account. */
  readonly identities: Record<string, Output<string>>;
}

/** One cloud. Building twice from the same plan declares the same resources, so the second time changes nothing. */
export interface Cloud {
  readonly name: CloudName;
  readonly region: string;
  build(plan: Plan, secrets: { postgresPassword: Input<string> }): Foundation;
}

/** Small and highly available: what a first production installation begins with. */
export const defaultPlan = (region: string): Plan => ({
  name: 'dataos', region, namespace: 'dataos', kubernetes: '1.34',
  pools: [
    { name: 'platform', purpose: 'platform', size: 'medium', min: 2, max: 6, spot: false },
    { name: 'runnable-default', purpose: 'runnable', size: 'medium', min: 0, max: 10, spot: true },
    { name: 'query-default', purpose: 'query', size: 'memory', min: 1, max: 10, spot: false },
  ],
  buckets: ['lake', 'history'],
  postgres: { size: 'small', storageGb: 100, standby: true },
  kafka: { brokers: 3, storageGb: 100 },
  zone: 'dataos.example.com',
  identities: [
    { serviceAccount: 'depot-service', buckets: ['lake'] },
    { serviceAccount: 'minerva-gateway', buckets: ['lake'] },
    { serviceAccount: 'poros', buckets: ['lake'] },
    { serviceAccount: 'operations', buckets: ['history'] },
  ],
});

/** What cannot be built, all at once; names become parts of names at three clouds, so they are the strictest of the three. Pure. */
export function planFaults(plan: Plan): string[] {
  const name = /^[a-z][a-z0-9-]{1,19}$/;
  const twice = (what: string, names: readonly string[]): string[] => names.filter((entry, at) => names.indexOf(entry) !== at).map((entry) => `${what} ${entry} is there twice`);
  return [
    ...[plan.name, ...plan.pools.map((pool) => pool.name), ...plan.buckets].filter((entry) => !name.test(entry)).map((entry) => `the name ${JSON.stringify(entry)} must have 2 to 20 of a-z, 0-9 and -, a letter first`),
    ...twice('pool', plan.pools.map((pool) => pool.name)), ...twice('bucket', plan.buckets), ...twice('identity', plan.identities.map(({ serviceAccount }) => serviceAccount)),
    ...plan.pools.filter(({ min, max }) => min < 0 || max < 1 || min > max).map((pool) => `pool ${pool.name}: from ${pool.min} to ${pool.max} machines is no range`),
    ...(plan.pools.some(({ purpose, min, spot }) => purpose === 'platform' && min > 0 && !spot) ? [] : ['the services need a pool of purpose platform that is never empty and not spot']),
    ...(plan.kafka.brokers < 3 ? ['kafka: below three brokers nothing survives the loss of one'] : []),
    ...plan.identities.flatMap(({ serviceAccount, buckets }) => buckets.filter((bucket) => !plan.buckets.includes(bucket)).map((bucket) => `identity ${serviceAccount}: there is no bucket ${bucket}`)),
  ];
}

/** The labels and the taint by which work finds the machines of its compute resource; the services' own machines keep nobody off. */
export const labelsOf = ({ name, purpose }: Pool): Record<string, string> => ({ 'dataos.io/purpose': purpose, 'dataos.io/compute': name });
export const isDedicated = ({ purpose }: Pool): boolean => purpose !== 'platform';
