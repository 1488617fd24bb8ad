import { type AccessControl, type Caller, DomainError, formatAddress, NotFound } from '@dataos/contracts-core';
import { CredentialsRefused, type DatasetDescription, type DatasetObjects, DriverNotAvailable, S3Connection, s3Formats, s3StoreOf, SecretMissing, type SourceCheck, SourceUnavailable } from '@dataos/contracts-depot';
import { ACCESS, CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { DepotConfig } from '../config.js';
import { blockOf, driverOf, FileConnection, PostgresConnection } from '../depots/connection.js';
import type { DepotEntity } from '../depots/depot.entity.js';
import { DepotsService } from '../depots/depots.service.js';
import type { Driver } from '../drivers/driver.js';
import { fileDriver } from '../drivers/file.driver.js';
import { postgresDriver } from '../drivers/postgres.driver.js';
import { s3Driver } from '../drivers/s3.driver.js';
import { Credentials } from '../secrets/credentials.js';
import { sourceFailure } from './source-failure.js';

/** A right of its own, and no address of data: who may read a table may read it with some of its rows left out. */
const STATISTICS = { predicate: 'read-statistics', paths: ['/ds/statistics'] };

/** A driver at hand, the secret it was opened with, and the values no message may hold. */
interface Opened { readonly driver: Driver & Partial<Pick<ReturnType<typeof s3Driver>, 'objects'>>; readonly secret: string; readonly hidden: readonly string[] }

/** What the sources behind the depots hold, asked from them at each call. */
@Injectable()
export class DatasetsService {
  constructor(
    private readonly depots: DepotsService, private readonly credentials: Credentials, @Inject(ACCESS) private readonly access: AccessControl, @Inject(CONFIG) private readonly config: DepotConfig,
  ) {}

  collections(depot: string): Promise<string[]> {
    return this.ask(depot, (driver) => driver.collections());
  }

  async datasets(depot: string, collection: string): Promise<string[]> {
    const found = await this.ask(depot, (driver) => driver.datasets(collection));
    if (found === undefined) throw new DomainError(NotFound, `The depot ${depot} has no collection ${collection}.`);
    return found;
  }

  async describe({ depot, collection, dataset }: { depot: string; collection: string; dataset: string }, caller: Caller): Promise<DatasetDescription> {
    const found = await this.ask(depot, (driver) => driver.describe(collection, dataset));
    const address = formatAddress({ depot, collection, dataset });
    if (found === undefined) throw new DomainError(NotFound, `There is no dataset ${address}.`);
    const { rowEstimate, ...shape } = found;
    const counted = rowEstimate === undefined || !(await this.mayCount(caller)) ? {} : { rowEstimate };
    return { address, depot, collection, dataset, ...shape, ...counted };
  }

  /** The source counts all rows, those too that policy hides from the caller: which those are, is not known here. */
  private async mayCount({ token, ...principal }: Caller): Promise<boolean> {
    return (await this.access.authorize({ token, principal, ...STATISTICS })).allow;
  }

  /** The objects of a dataset as they are now, for whom policy lets read the depot's secret: a version may be a digest of the data. */
  async objects({ depot, collection, dataset }: { depot: string; collection: string; dataset: string }, token: string): Promise<DatasetObjects> {
    const address = formatAddress({ depot, collection, dataset });
    const { request } = await this.depots.find(depot);
    const [found] = await Promise.all([this.ask(depot, async (driver) => driver.objects?.(collection, dataset)), this.credentials.of(depot, request, 'r', token)]);
    if (found === undefined) throw new DomainError(NotFound, `There is no dataset ${address} that lies in objects.`);
    return { address, format: found.format, objects: [...found.objects] };
  }

  /** Asks the source whether it answers; the outcome is kept with the depot. */
  async check(name: string): Promise<SourceCheck> {
    const at = new Date().toISOString();
    try {
      await this.ask(name, (driver) => driver.check());
      return { ok: true, at };
    } catch (error) {
      if (!DomainError.is(error) || DomainError.is(error, NotFound)) throw error;
      return { ok: false, message: error.detail, at };
    }
  }

  private async ask<T>(name: string, question: (driver: Opened['driver']) => Promise<T>): Promise<T> {
    const depot = await this.depots.find(name);
    if (depot.isArchived) throw new DomainError(NotFound, `The depot ${name} is archived.`);
    const at = new Date().toISOString();
    try {
      const { driver, secret, hidden } = await this.open(depot);
      const answer = await question(driver).catch((error: unknown) => {
        throw this.told(name, secret, hidden, error);
      });
      await this.depots.recordCheck(depot, { ok: true, at });
      return answer;
    } catch (error) {
      if (DomainError.is(error)) await this.depots.recordCheck(depot, { ok: false, message: error.detail, at });
      throw error;
    }
  }

  private async open(depot: DepotEntity): Promise<Opened> {
    const kind = driverOf(depot.request);
    const { block } = blockOf(depot.request);
    if (kind === 'file') return { driver: fileDriver(FileConnection.parse(block).path, this.config.SOURCE_TIMEOUT_MS), secret: '', hidden: [] };
    if (kind === undefined) {
      throw new DomainError(DriverNotAvailable, `No driver reads ${depot.request.type} sources${typeof block['format'] === 'string' ? ` with the format ${block['format']}` : ''} here; the depot ${depot.name} is kept, but cannot be introspected.`, {
        type: depot.request.type, supported: ['POSTGRESQL', 'JDBC with subprotocol postgresql', 'FILE', 'S3 with objects in Parquet or CSV'],
      });
    }
    const { secret, values } = await this.credentials.of(depot.name, depot.request, 'r');
    if (kind === 's3') return this.openStore(depot, block, { secret, values });
    if (secret === '') throw new DomainError(SecretMissing, `The depot ${depot.name} cannot be opened for acl r: it declares no secret.`, { depot: depot.name, acl: 'r' });
    if (!values['username'] || !values['password']) throw new DomainError(CredentialsRefused, `The secret ${secret} of ${depot.name} holds no username and password.`, { depot: depot.name, secret });
    return { driver: postgresDriver(PostgresConnection.parse(block), values, this.config.SOURCE_TIMEOUT_MS), secret, hidden: Object.values(values) };
  }

  private openStore({ name, request }: DepotEntity, block: Record<string, unknown>, { secret, values }: { secret: string; values: Record<string, string> }): Opened {
    const store = s3StoreOf(S3Connection.parse(block), values);
    if (store === undefined) throw new DomainError(CredentialsRefused, `The secret ${secret} of ${name} holds no access key and secret key (awsaccesskeyid, awssecretaccesskey).`, { depot: name, secret });
    return { driver: s3Driver(store, s3Formats(blockOf(request).block['format']) ?? [], this.config.SOURCE_TIMEOUT_MS), secret, hidden: [store.accessKeyId, store.secretAccessKey] };
  }

  private told(depot: string, secret: string, hidden: readonly string[], error: unknown): DomainError {
    const failure = sourceFailure(error, hidden);
    if (failure.credentials) return new DomainError(CredentialsRefused, `The source of ${depot} refuses the credentials in the secret ${secret}: ${failure.message}`, { depot, secret });
    return new DomainError(SourceUnavailable, `The source of ${depot} cannot be read: ${failure.message}`, { depot, retry: true });
  }
}
