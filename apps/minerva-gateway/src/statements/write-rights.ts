import type { AccessControl } from '@dataos/contracts-core';
import { ACCESS } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { addressOf } from '../catalogue/address.js';
import type { TableName } from '../sql/ast.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import { qualify } from '../sql/names.js';
import type { Submission } from './submission.js';

export type Verb = 'create' | 'write' | 'delete';

/** Asks policy whether a user may change a table, or what holds tables. */
@Injectable()
export class WriteRights {
  constructor(@Inject(ACCESS) private readonly access: AccessControl) {}

  /** Throws where not; answers the decision. `name` is `catalog.schema.table`. */
  may(verb: Verb, name: string, submission: Submission): Promise<{ decision?: string }> {
    return this.ask(verb, addressOf(name), `table ${name}`, submission);
  }

  async ask(verb: Verb, address: string, what: string, { subject, principal }: Submission): Promise<{ decision?: string }> {
    if (!('token' in subject)) throw notSupported('Writing on behalf of another user');
    const { allow, decision } = await this.access.authorize({ token: subject.token, principal, predicate: verb, paths: [address] });
    if (!allow) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot ${verb === 'write' ? 'insert into' : verb} ${what}${decision === undefined ? '' : ` (decision ${decision}; run \`dataos why ${decision}\` for the reason)`}`);
    return decision === undefined ? {} : { decision };
  }
}

/** The table that a statement changes, as `catalog.schema.table`. */
export function targetOf(table: TableName, { session }: Submission): string {
  const parts = qualify(table, session);
  if (parts[1] === 'information_schema' || parts[0] === 'system') throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot change ${parts.join('.')}`);
  return parts.join('.');
}
