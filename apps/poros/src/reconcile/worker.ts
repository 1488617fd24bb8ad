import type { ResourceRow } from '../resources/resource.entity.js';
import type { Observation } from './state.js';

/** Makes resources of some types true, and takes them back. Both start from what is, may be repeated, and throw when they could not. */
export interface Worker {
  readonly types: readonly string[];
  reconcile(row: ResourceRow): Promise<Observation & { nextRunAt?: Date | null }>;
  /** `waiting` until everything is taken back. */
  remove(row: ResourceRow): Promise<Observation>;
}

export const built = (info: string, more: Partial<Observation> = {}): Observation => ({ result: 'built', info, ...more });
export const waiting = (info: string, more: Partial<Observation> = {}): Observation => ({ result: 'waiting', info, ...more });
export const failed = (info: string, more: Partial<Observation> = {}): Observation => ({ result: 'failed', info, ...more });
