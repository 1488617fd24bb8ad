import { type AnswerOf, DomainError, formatAddress, NotFound, ValidationFailed } from '@dataos/contracts-core';
import {
  type Acl, DepotArchived, DepotChanged, DepotRegistered, type DepotAddress, type depotApi, type DepotRequest, type DepotResponse, readAddress, type SourceCheck,
} from '@dataos/contracts-depot';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import { Credentials } from '../secrets/credentials.js';
import { blockOf, checkConnection } from './connection.js';
import { DepotEntity } from './depot.entity.js';

type AddressInfo = AnswerOf<(typeof depotApi)['routes']['resolve']>;
type ConnectionInfo = AnswerOf<(typeof depotApi)['routes']['resolveConnection']>;

/** The declared depots: what they are called, where they lead, how to open them. */
@Injectable()
export class DepotsService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly credentials: Credentials) {}

  async list(): Promise<DepotResponse[]> {
    return (await this.dataSource.getRepository(DepotEntity).find({ order: { name: 'ASC' } })).map(toView);
  }

  async find(name: string): Promise<DepotEntity> {
    const depot = await this.dataSource.getRepository(DepotEntity).findOneBy({ name });
    if (depot === null) throw new DomainError(NotFound, `There is no depot ${name}.`);
    return depot;
  }

  /** Declares a depot. The same declaration again changes nothing and tells nobody. */
  async put(name: string, request: DepotRequest): Promise<DepotResponse> {
    checkConnection(request);
    return this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [name]);
      const known = await tx.findOneBy(DepotEntity, { name });
      if (known !== null && !known.isArchived && isDeepStrictEqual(known.request, JSON.parse(JSON.stringify(request)))) return toView(known);
      const generation = (known?.generation ?? 0) + 1;
      await tx.upsert(DepotEntity, { name, request: request as never, generation, isArchived: false, archivalMessage: null, updatedAt: new Date(), lastCheck: null }, ['name']);
      const { type, description, owners, source } = request;
      await this.outbox.append(tx, known === null ? DepotRegistered : DepotChanged, `dataos://${name}`, { name, type, description, owners, source: source ?? name, generation });
      return toView(await tx.findOneByOrFail(DepotEntity, { name }));
    });
  }

  async archive(name: string, message = 'deleted'): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const { affected } = await tx.update(DepotEntity, { name, isArchived: false }, { isArchived: true, archivalMessage: message, updatedAt: new Date() });
      if (affected === 1) await this.outbox.append(tx, DepotArchived, `dataos://${name}`, { name, message });
      else if ((await tx.countBy(DepotEntity, { name })) === 0) throw new DomainError(NotFound, `There is no depot ${name}.`);
    });
  }

  /** Keeps what the source answered, unless the depot was declared anew meanwhile. */
  async recordCheck({ name, generation }: DepotEntity, lastCheck: SourceCheck): Promise<void> {
    await this.dataSource.getRepository(DepotEntity).update({ name, generation }, { lastCheck });
  }

  /** Where an address leads; the connection block is told, credentials never. */
  async resolve(text: string): Promise<AddressInfo> {
    const address = addressOf(text);
    return this.locate(address, await this.find(address.depot));
  }

  /** The same with credentials, for a caller whom policy lets read the depot's secret of this acl. */
  async connect(text: string, wanted: Acl | undefined, token: string): Promise<ConnectionInfo> {
    const address = addressOf(text);
    if (wanted !== undefined && address.acl !== undefined && wanted !== address.acl) {
      throw new DomainError(ValidationFailed, `The address asks for acl ${address.acl}, the request for ${wanted}.`, { errors: [{ pointer: '/query/acl', message: `must be ${address.acl}, as in the address` }] });
    }
    const depot = await this.find(address.depot);
    if (depot.isArchived) throw new DomainError(NotFound, `The depot ${depot.name} is archived.`);
    const acl = wanted ?? address.acl ?? 'r';
    return { ...this.locate(address, depot), acl, credentials: (await this.credentials.of(depot.name, depot.request, acl, token)).values };
  }

  /** `type` in lower case and the archived flag in both spellings, as the published clients read them. */
  private locate({ acl: _acl, ...address }: DepotAddress, { name, request, isArchived }: DepotEntity): AddressInfo {
    const { block } = blockOf(request);
    return {
      address: formatAddress(address), depot: name, type: request.type.toLowerCase(), collection: address.collection ?? null, dataset: address.dataset ?? null,
      format: typeof block['format'] === 'string' ? block['format'] : null, external: request.external, isArchived, is_archived: isArchived,
      source: request.source ?? name, connection: block,
    };
  }
}

function addressOf(text: string): DepotAddress {
  const address = readAddress(text);
  if (address === undefined) throw new DomainError(ValidationFailed, 'This is not an address.', { errors: [{ pointer: '/query/address', message: 'must be dataos://depot[:collection[/dataset]]' }] });
  return address;
}

/** A depot as the outside sees it. */
export function toView(depot: DepotEntity): DepotResponse {
  const { name, isArchived, archivalMessage, generation, createdAt, updatedAt, lastCheck, request } = depot;
  return {
    ...request, name, isArchived, archivalMessage, generation, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(),
    ...(lastCheck === null ? {} : { lastCheck }),
  };
}
