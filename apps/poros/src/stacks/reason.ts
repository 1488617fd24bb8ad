import { DomainError } from '@dataos/contracts-core';
import { JobFailure } from './stack.js';

/**
 * Why a job failed, for everybody who may look around: it goes into the status, the events and the pods. What a stack or a service says for
 * people is told; an engine or a database may quote a row, which is for the log, and whom policy lets read that.
 */
export function reasonOf(cause: unknown): string {
  if (cause instanceof JobFailure || DomainError.is(cause)) return cause.message;
  const name = cause instanceof Error && /^[A-Za-z]{1,40}$/.test(cause.name) ? cause.name : 'Error';
  return `it failed where its data was read or written (${name}); its log says more`;
}
