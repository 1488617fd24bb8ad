import { DomainError } from '@dataos/contracts-core';
import { SparqlTooCostly } from '@dataos/contracts-odin';

export interface Limits {
  readonly timeMs: number;
  /** Rows of the answer. */
  readonly rows: number;
  /** Statements read and solutions built on the way. */
  readonly steps: number;
}

/** What one query may use up; every loop of the evaluator pays here. */
export class Budget {
  private steps = 0;
  private readonly end: number;

  constructor(readonly limits: Limits) {
    this.end = performance.now() + limits.timeMs;
  }

  /** Milliseconds left. */
  get left(): number {
    return Math.max(1, Math.ceil(this.end - performance.now()));
  }

  spend(steps = 1): void {
    const before = this.steps;
    this.steps += steps;
    if (this.steps > this.limits.steps) throw tooCostly('steps', `The query needs more than ${this.limits.steps} intermediate results.`);
    if (before >> 10 !== this.steps >> 10 && performance.now() > this.end) throw this.late();
  }

  checkTime(): void {
    if (performance.now() > this.end) throw this.late();
  }

  /** Steps that may still be taken. */
  get remaining(): number {
    return Math.max(0, this.limits.steps - this.steps);
  }

  late(): DomainError {
    return tooCostly('time', `The query takes longer than ${this.limits.timeMs} ms.`);
  }

  checkRows(rows: number): void {
    if (rows > this.limits.rows) throw tooCostly('rows', `The answer has more than ${this.limits.rows} rows; ask for fewer by LIMIT.`);
  }
}

const tooCostly = (limit: string, detail: string): DomainError => new DomainError(SparqlTooCostly, detail, { limit });
