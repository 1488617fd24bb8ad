import type { QueueLimit } from '@dataos/contracts-minerva';
import { bytesOf } from './engine-size.js';

/** What those whom one limit counts together hold of it. */
export interface Account {
  running: number;
  bytes: number;
  waiting: number;
  /** What is left of the rate, and when it was looked at. */
  tokens: number;
  at: number;
  limit: QueueLimit;
}

/** A limit that is about a query: whom it counts with, and in whose words it is told. */
export interface Bound {
  readonly limit: QueueLimit;
  /** The cluster whose limit it is. */
  readonly cluster: string;
  readonly user: string;
}

export const keyOf = ({ limit, cluster, user }: Bound): string => JSON.stringify(limit.per === 'user' ? [cluster, limit.name, user] : [cluster, limit.name]);
export const opened = (limit: QueueLimit, now: number): Account => ({ running: 0, bytes: 0, waiting: 0, tokens: limit.rate?.queries ?? 0, at: now, limit });

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000 };
export const intervalOf = (every: string): number => Number(every.slice(0, -1)) * (UNITS[every.slice(-1)] ?? 1_000);

/** Tokens come back evenly, never more than the rate. */
export function refill(account: Account, limit: QueueLimit, now: number): void {
  account.limit = limit;
  const { rate } = limit;
  if (rate === undefined) return;
  const back = Math.max(0, now - account.at) * (rate.queries / intervalOf(rate.every));
  Object.assign(account, { tokens: Math.min(rate.queries, account.tokens + back), at: now });
}

/** How long until the rate lets one more query in; 0 when it does now. */
export function delayOf(account: Account, { rate }: QueueLimit): number {
  // Who comes back when he was told to is not sent away by a rounding.
  if (rate === undefined || account.tokens >= 1 - 1e-9) return 0;
  return (1 - account.tokens) * (intervalOf(rate.every) / rate.queries);
}

/** Whether a query that may take `need` bytes can begin now. */
export function hasRoom({ running, bytes }: Account, { concurrency, memory }: QueueLimit, need: number): boolean {
  if (concurrency !== undefined && running >= concurrency) return false;
  if (memory === undefined) return true;
  // Of a query whose memory is not known beforehand (need 0) as much is known as that nothing is left.
  return need > 0 ? bytes + need <= bytesOf(memory) : bytes < bytesOf(memory);
}

/** Whether an account says nothing that a new one would not say. */
export const isIdle = ({ running, waiting, tokens, limit }: Account): boolean => running === 0 && waiting === 0 && tokens >= (limit.rate?.queries ?? 0);

const whose = ({ limit, user }: Bound): string => (limit.per === 'user' ? user : 'its users together');
const named = ({ limit, cluster }: Bound): string => `The limit '${limit.name}' of the cluster ${cluster}`;

export function tooOften(bound: Bound, waitMs: number): string {
  const { queries = 0, every = '' } = bound.limit.rate ?? {};
  return `${named(bound)} lets ${whose(bound)} send ${counted(queries)} in ${every}; try again in ${Math.ceil(waitMs / 1_000)} s`;
}

export function queueFull(bound: Bound): string {
  const { concurrency, memory, queue } = bound.limit;
  const holds = [...(concurrency === undefined ? [] : [`run ${counted(concurrency)} at once`]), ...(memory === undefined ? [] : [`hold ${memory} of memory`])].join(' and ');
  return `${named(bound)} lets ${whose(bound)} ${holds}, and ${queue} more wait; try again when one has ended`;
}

export const neverFits = (bound: Bound, need: number): string => `${named(bound)} lets ${whose(bound)} hold ${bound.limit.memory} of memory; a query of this cluster may take ${Math.ceil(need / 1e6)} MB and would never begin`;

const counted = (count: number): string => (count === 1 ? '1 query' : `${count} queries`);
