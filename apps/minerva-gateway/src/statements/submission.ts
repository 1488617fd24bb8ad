import type { Principal } from '@dataos/contracts-core';
import type { Subject } from '../catalogue/decisions.service.js';
import type { Session } from './session.js';
import type { Transaction } from './transactions.js';

/** One statement, and for whom it runs. */
export interface Submission {
  readonly text: string;
  readonly session: Session;
  /** Whose query it is, and as whom data is decided. */
  readonly principal: Principal;
  readonly subject: Subject;
  /** The transaction it is part of. */
  readonly transaction?: Transaction;
}
