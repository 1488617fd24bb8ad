import type { CloudName, Plan, Size } from './plan.ts';

/** US dollars: machines, brokers and fixed things by the hour, storage by GB and month. */
export interface PriceList {
  readonly region: string;
  readonly clusterHour: number;
  readonly machineHour: Record<Size, number>;
  /** What is left of a machine's price where it may be taken away at any time. */
  readonly spotShare: number;
  readonly databaseHour: Record<Size, number>;
  readonly databaseGbMonth: number;
  /** Per broker; at Azure for the one premium unit that stands for all of them. */
  readonly brokerHour: number;
  readonly brokersBilled: (brokers: number) => number;
  readonly brokerGbMonth: number;
  readonly objectGbMonth: number;
  readonly wayOutHour: number;
  readonly zoneMonth: number;
}

/**
 * List prices on demand, without tax, traffic, support or discounts, rounded. Written down from memory of the providers' public price pages of
 * that month, not read from an API and not checked since. Good for telling 500 from 5,000 a month, not for a budget: verify at `pricePages`.
 * Whoever changes a price changes the date.
 */
export const pricesOf = '2025-06';
export const pricePages: Record<CloudName, string> = {
  aws: 'https://calculator.aws', gcp: 'https://cloud.google.com/products/calculator', azure: 'https://azure.microsoft.com/pricing/calculator',
};
export const prices: Record<CloudName, PriceList> = {
  aws: {
    region: 'us-east-1', clusterHour: 0.10, machineHour: { small: 0.096, medium: 0.192, large: 0.384, memory: 0.252 }, spotShare: 0.4,
    databaseHour: { small: 0.178, medium: 0.356, large: 0.712, memory: 0.50 }, databaseGbMonth: 0.115,
    brokerHour: 0.21, brokersBilled: (brokers) => brokers, brokerGbMonth: 0.10, objectGbMonth: 0.023, wayOutHour: 0.045, zoneMonth: 0.50,
  },
  gcp: {
    region: 'us-central1', clusterHour: 0.10, machineHour: { small: 0.097, medium: 0.194, large: 0.388, memory: 0.262 }, spotShare: 0.35,
    databaseHour: { small: 0.139, medium: 0.277, large: 0.554, memory: 0.347 }, databaseGbMonth: 0.17,
    brokerHour: 0.09, brokersBilled: (brokers) => brokers, brokerGbMonth: 0.17, objectGbMonth: 0.020, wayOutHour: 0.044, zoneMonth: 0.20,
  },
  azure: {
    region: 'eastus', clusterHour: 0.10, machineHour: { small: 0.096, medium: 0.192, large: 0.384, memory: 0.252 }, spotShare: 0.3,
    databaseHour: { small: 0.178, medium: 0.356, large: 0.712, memory: 0.50 }, databaseGbMonth: 0.115,
    brokerHour: 1.233, brokersBilled: () => 1, brokerGbMonth: 0, objectGbMonth: 0.023, wayOutHour: 0.045, zoneMonth: 0.50,
  },
};

const hoursAMonth = 730;

export interface Line { readonly what: string; readonly from: number; readonly to: number }
export interface Estimate { readonly lines: readonly Line[]; readonly from: number; readonly to: number }

/** What a plan costs a month, with every pool at its smallest and at its largest. Storage of objects is not in it: nobody knows yet how much. Pure. */
export function estimate(cloud: CloudName, plan: Plan): Estimate {
  const price = prices[cloud];
  const fixed = (what: string, cost: number): Line => ({ what, from: cost, to: cost });
  const lines: Line[] = [
    fixed('cluster', price.clusterHour * hoursAMonth),
    ...plan.pools.map(({ name, size, min, max, spot }): Line => {
      const each = price.machineHour[size] * (spot ? price.spotShare : 1) * hoursAMonth;
      return { what: `pool ${name}: ${min} to ${max} × ${size}${spot ? ', spot' : ''}`, from: min * each, to: max * each };
    }),
    fixed(`PostgreSQL ${plan.postgres.size}${plan.postgres.standby ? ' with standby' : ''}, ${plan.postgres.storageGb} GB`,
      (price.databaseHour[plan.postgres.size] * hoursAMonth + price.databaseGbMonth * plan.postgres.storageGb) * (plan.postgres.standby ? 2 : 1)),
    fixed(`Kafka, ${plan.kafka.brokers} brokers of ${plan.kafka.storageGb} GB`,
      price.brokersBilled(plan.kafka.brokers) * (price.brokerHour * hoursAMonth + price.brokerGbMonth * plan.kafka.storageGb)),
    fixed('way out', price.wayOutHour * hoursAMonth),
    fixed(`zone ${plan.zone}`, price.zoneMonth),
  ];
  const sum = (of: 'from' | 'to'): number => lines.reduce((total, line) => total + line[of], 0);
  return { lines, from: sum('from'), to: sum('to') };
}

const dollars = (amount: number): string => amount.toFixed(0).padStart(7);

/** The estimate as people read it. Pure. */
export function printed(cloud: CloudName, plan: Plan): string {
  const { lines, from, to } = estimate(cloud, plan);
  const elsewhere = plan.region === prices[cloud].region ? '' : `; prices are those of ${prices[cloud].region}, not of ${plan.region}`;
  return [
    `Estimate for ${cloud}, US dollars a month (list prices of ${pricesOf} from memory, without tax, traffic and discounts${elsewhere}; verify at ${pricePages[cloud]}):`,
    '   from      to',
    ...lines.map((line) => `${dollars(line.from)} ${dollars(line.to)}  ${line.what}`),
    `${dollars(from)} ${dollars(to)}  together; objects come on top, ${prices[cloud].objectGbMonth.toFixed(3)} per GB`,
  ].join('\n');
}
