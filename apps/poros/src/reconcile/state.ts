import type { AggregateStatus, Condition, ResourceStatus } from '@dataos/contracts-poros';

/** What is known of how far a resource is true. */
export interface State {
  readonly aggregate: AggregateStatus;
  readonly stage: 'building' | 'complete' | 'error';
  readonly wanted: number;
  readonly processed: number;
  readonly info: string;
  readonly runtime: string;
  readonly conditions: readonly Condition[];
}

/** What one look at the world, after acting on it, came to. */
export interface Observation {
  /** `built`: the world is as declared; `waiting`: not yet; `failed`: it could not be made so, `info` says why. */
  readonly result: 'built' | 'waiting' | 'failed';
  readonly info: string;
  readonly runtime?: string;
  readonly wanted?: number;
  readonly processed?: number;
  /** When to look again; absent: only when something changes. */
  readonly againInMs?: number;
}

/** The state of a manifest that was just accepted; what ran before goes on being told. */
export function acceptedState(generation: number, now: Date, before?: State): State {
  const conditions = [
    condition(before?.conditions ?? [], { type: 'Accepted', status: 'True', reason: 'Stored', message: '' }, generation, now),
    condition(before?.conditions ?? [], { type: 'Ready', status: 'Unknown', reason: 'Pending', message: '' }, generation, now),
  ];
  return { aggregate: 'pending', stage: 'building', wanted: 1, processed: 0, info: 'accepted', runtime: '', conditions };
}

/** The state after an observation of the manifest's `generation`; the same observation again gives the same state. */
export function nextState(before: State, seen: Observation, generation: number, now: Date): State {
  const wanted = seen.wanted ?? 1;
  const processed = seen.processed ?? (seen.result === 'built' ? wanted : 0);
  const built = seen.result === 'built';
  const reason = { built: 'Built', waiting: 'Waiting', failed: 'Failed' }[seen.result];
  const conditions = [
    ...before.conditions.filter(({ type }) => type === 'Accepted'),
    condition(before.conditions, { type: 'Built', status: processed >= wanted ? 'True' : 'False', reason, message: seen.info }, generation, now),
    condition(before.conditions, { type: 'Ready', status: built ? 'True' : 'False', reason, message: seen.info }, generation, now),
  ];
  return {
    aggregate: built ? 'active' : seen.result === 'failed' ? 'error' : 'pending', stage: built ? 'complete' : seen.result === 'failed' ? 'error' : 'building',
    wanted, processed, info: seen.info, runtime: seen.runtime ?? '', conditions,
  };
}

export function deletingState(before: State, info: string, generation: number, now: Date): State {
  const conditions = [...before.conditions.filter(({ type }) => type !== 'Deleting'), condition(before.conditions, { type: 'Deleting', status: 'True', reason: 'Requested', message: info }, generation, now)];
  return { ...before, aggregate: 'deleting', info, conditions };
}

export const toStatus = (state: State): ResourceStatus => ({
  aggregateStatus: state.aggregate,
  builderState: { stage: state.stage, numberOfWantedResources: String(state.wanted), numberOfProcessedResources: String(state.processed), info: state.info },
  runtimeState: { status: state.runtime },
  conditions: [...state.conditions],
});

/** A condition keeps the time of its last transition while its status stays. */
function condition(before: readonly Condition[], next: Pick<Condition, 'type' | 'status' | 'reason' | 'message'>, observedGeneration: number, now: Date): Condition {
  const known = before.find(({ type }) => type === next.type);
  return { ...next, observedGeneration, lastTransitionTime: known?.status === next.status ? known.lastTransitionTime : now.toISOString() };
}

/** How long to wait after so many failures in a row: quickly at first, never longer than a quarter of a minute. */
export const backOff = (failures: number): number => Math.min(500 * 2 ** Math.min(failures, 10), 15_000);
