import { DomainError, PolicyDenied, ValidationFailed } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import { describeFailure, exitCodeOf, Failure, UsageError } from './failure.js';

describe('describeFailure', () => {
  it('shows title, detail and pointers', () => {
    const error = new DomainError(ValidationFailed, 'Two faults.', { errors: [{ pointer: '/name', message: 'too long' }, { pointer: '', message: 'odd' }] });
    expect(describeFailure(error)).toBe('The request does not fit the contract (validation-failed)\nTwo faults.\n  /name  too long\n  /  odd\n');
  });
  it('leads from a refusal to its explanation', () => {
    const error = new DomainError(PolicyDenied, 'No.', { decision: 'd-1', policies: ['p'], ask: ['olivia'] });
    expect(describeFailure(error)).toBe('Policy does not allow this (policy-denied)\nNo.\nPolicies: p\nAsk: olivia\nDecision d-1: dataos why d-1\n');
  });
  it('survives odd members of a problem', () => {
    expect(describeFailure(new DomainError(PolicyDenied, 'No.', { decision: 1, policies: 'x' } as never))).toBe('Policy does not allow this (policy-denied)\nNo.\n');
  });
  it('shows the stack only for --debug', () => {
    const error = new Failure('bad', { debug: { why: 'x' } });
    expect(describeFailure(error)).toBe('bad\n');
    expect(describeFailure(error, true)).toMatch(/"why": "x"[^]*failure\.spec/);
  });
  it('tells wrong usage from failure', () => {
    expect([exitCodeOf(new UsageError('x')), exitCodeOf(new Failure('x')), exitCodeOf('x')]).toEqual([2, 1, 1]);
  });
});
