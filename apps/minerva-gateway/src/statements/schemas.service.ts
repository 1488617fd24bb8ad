import { type AccessControl, formatAddress } from '@dataos/contracts-core';
import { ACCESS } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { Lake } from '../lake/lake.service.js';
import { Listing } from '../metadata/listing.service.js';
import { TrinoFailure } from '../sql/failure.js';
import { isMetadata } from '../sql/names.js';
import type { Submission } from './submission.js';

type Asker = Pick<Submission, 'principal' | 'subject'>;

/** Which schemas there are to a user: those in which it may read or make something. Any other is to it as one that does not exist. */
@Injectable()
export class Schemas {
  constructor(private readonly listing: Listing, private readonly catalogue: Catalogue, private readonly lake: Lake, @Inject(ACCESS) private readonly access: AccessControl) {}

  async isKnown(catalog: string, schema: string, asker: Asker): Promise<boolean> {
    // Asked for whatever there is, so that no answer is sooner there than another.
    const [shown, there, makes] = await Promise.all([this.listing.schemas(asker, { catalog }), this.catalogue.collections(catalog), this.mayMake(catalog, schema, asker)]);
    return shown.some(([, name]) => name === schema) || (makes && there.some((name) => name.toLowerCase() === schema));
  }

  /** What is found of tables. Of one that is not there, in a schema that is not either, the failure names the schema: Trino names what is missing first. */
  async telling<T>(tables: Promise<T>, asker: Asker): Promise<T> {
    try {
      return await tables;
    } catch (error) {
      throw await this.told(error, asker);
    }
  }

  private async told(error: unknown, asker: Asker): Promise<unknown> {
    if (!(error instanceof TrinoFailure) || error.errorName !== 'TABLE_NOT_FOUND' || error.options.table === undefined) return error;
    const [catalog = '', schema = ''] = error.options.table.split('.');
    if (isMetadata([catalog, schema])) return error;
    // Where it cannot be found out, it is a table that is missing, in either case.
    const isKnown = await this.isKnown(catalog, schema, asker).catch(() => true);
    return isKnown ? error : new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${schema}' does not exist`, error.options);
  }

  /** Whether the user may make tables in it: an empty one is there to whom it is for. */
  private async mayMake(catalog: string, schema: string, { principal, subject }: Asker): Promise<boolean> {
    if (!('token' in subject) || !/^[a-z0-9_-]+$/.test(schema) || !(await this.lake.isManaged(catalog))) return false;
    return (await this.access.authorize({ token: subject.token, principal, predicate: 'create', paths: [formatAddress({ depot: catalog, collection: schema })] })).allow;
  }
}
