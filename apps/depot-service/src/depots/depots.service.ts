import { DomainError, formatAddress, NotFound, parseAddress } from '@dataos/contracts-core';
import {
  type Acl, type AddressInfo, type ConnectionInfo, DepotArchived, DepotChanged, DepotRegistered, type DepotRequest, type DepotResponse, type SourceCheck,
} from '@dataos/contracts-depot';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import { Credentials } from '../secrets/credentials.js';
import { blockOf, checkConnection } from './connection.js';
import { DepotEntity } from './depot.entity.js';

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

  async recordCheck(name: string, lastCheck: SourceCheck): Promise<void> {
    await this.dataSource.getRepository(DepotEntity).update({ name }, { lastCheck });
  }

  /** Where `address` leads; the connection block is told, credentials never. */
  async resolve(text: string): Promise<AddressInfo> {
    const { acl: _acl, ...address } = parseAddress(text) ?? { depot: text };
    const depot = await this.find(address.depot);
    const { block } = blockOf(depot.request);
    return {
      address: formatAddress(address), depot: depot.name, type: depot.request.type, collection: address.collection ?? null, dataset: address.dataset ?? null,
      format: typeof block['format'] === 'string' ? block['format'] : null, external: depot.request.external, isArchived: depot.isArchived,
      source: depot.request.source ?? depot.name, connection: block,
    };
  }

  /** The same with credentials, for a caller whom policy lets read the depot's secret of this acl. */
  async connect(text: string, acl: Acl, token: string): Promise<ConnectionInfo> {
    const info = await this.resolve(text);
    if (info.isArchived) throw new DomainError(NotFound, `The depot ${info.depot} is archived.`);
    const { request } = await this.find(info.depot);
    return { ...info, acl, credentials: (await this.credentials.of(info.depot, request, acl, token)).values };
  }
}

/** A depot as the outside sees it. */
export function toView(depot: DepotEntity): DepotResponse {
  const { name, isArchived, archivalMessage, generation, createdAt, updatedAt, lastCheck, request } = depot;
  return {
    ...request, name, isArchived, archivalMessage, generation, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(),
    ...(lastCheck === null ? {} : { lastCheck }),
  };
}
