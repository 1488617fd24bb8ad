import { DomainError, NotFound } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import { reasonOf } from './reason.js';
import { JobFailure } from './stack.js';

describe('why a job failed', () => {
  it('is what its stack or a service says for people', () => {
    expect(reasonOf(new JobFailure('step a must be one SELECT statement'))).toBe('step a must be one SELECT statement');
    expect(reasonOf(new DomainError(NotFound, 'There is no depot x.'))).toBe('There is no depot x.');
  });

  it.each([
    new Error("Conversion Error: Could not convert string '123-45-6789' to INT32"), Object.assign(new Error('Key (ssn)=(123-45-6789) already exists.'), { name: 'error' }),
    Object.assign(new Error('x'), { name: '123-45-6789' }), 'line 123-45-6789 is torn',
  ])('quotes nothing of what an engine or a database says: %s', (cause) => {
    expect(reasonOf(cause)).toMatch(/^it failed where its data was read or written \((Error|error)\); its log says more$/);
  });
});
