import { type Client, DomainError } from '@dataos/contracts-core';
import type { depotApi } from '@dataos/contracts-depot';
import { type heimdallApi, Layer } from '@dataos/contracts-heimdall';
import type { metisApi } from '@dataos/contracts-metis';
import type { minervaApi } from '@dataos/contracts-minerva';
import { Inject, Injectable } from '@nestjs/common';
import { DEPOT, HEIMDALL, METIS, MINERVA } from '../config.js';
import { productSpecOf } from '../manifests/product.js';
import { secretName } from '../manifests/secrets.js';
import type { ResourceRow } from '../resources/resource.entity.js';
import { layerOf, tagsOf } from '../resources/resource.view.js';
import type { Observation } from './state.js';
import { built, failed, waiting, type Worker } from './worker.js';

/** A source that does not answer is asked again this often. */
const SOURCE_AGAIN_MS = 3_000;
const SOURCE_CHECK_MS = 60_000;
/** An engine that is starting is asked again this often. */
const ENGINE_AGAIN_MS = 500;

/** Resources that are one declaration at one peer. The peers take the same declaration again without a change. */
@Injectable()
export class PeersWorker implements Worker {
  readonly types = ['instance-secret', 'secret', 'depot', 'policy', 'cluster', 'data'];

  constructor(
    @Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>,
    @Inject(DEPOT) private readonly depots: Client<typeof depotApi>,
    @Inject(MINERVA) private readonly minerva: Client<typeof minervaApi>,
    @Inject(METIS) private readonly metis: Client<typeof metisApi>,
  ) {}

  reconcile(row: ResourceRow): Promise<Observation> {
    switch (row.type) {
      case 'depot': return this.depot(row);
      case 'policy': return this.policy(row);
      case 'cluster': return this.cluster(row);
      case 'data': return this.product(row);
      default: return this.secret(row);
    }
  }

  async remove(row: ResourceRow): Promise<Observation> {
    await gone(this.removal(row));
    return built('removed');
  }

  private removal({ type, name, workspace }: ResourceRow): Promise<unknown> {
    switch (type) {
      case 'depot': return this.depots.deleteDepot({ params: { depot: name } });
      case 'policy': return this.heimdall.deletePolicy({ params: { name } });
      case 'cluster': return this.minerva.deleteCluster({ params: { name } });
      case 'data': return this.metis.deleteProduct({ params: { product: name } });
      default: return this.heimdall.deleteSecret({ params: { secret: secretName({ name, workspace }) } });
    }
  }

  /** The values went to heimdall when the manifest was accepted; here it is only seen that they are still there. */
  private async secret(row: ResourceRow): Promise<Observation> {
    await this.heimdall.getSecret({ params: { secret: secretName(row) } });
    return built('heimdall keeps the secret');
  }

  private async depot({ name, manifest, owner }: ResourceRow): Promise<Observation> {
    const block = manifest['depot'] as Record<string, unknown>;
    const description = block['description'] ?? manifest['description'];
    await this.depots.putDepot({ params: { depot: name }, body: { owners: [owner], ...block, ...(description === undefined ? {} : { description }) } as never });
    const check = await this.depots.checkDepot({ params: { depot: name } });
    return check.ok ? built('the source answers', { againInMs: SOURCE_CHECK_MS }) : failed(check.message ?? 'the source does not answer', { againInMs: SOURCE_AGAIN_MS });
  }

  private async policy(row: ResourceRow): Promise<Observation> {
    const { description, policy } = row.manifest;
    const layer = Layer.safeParse(layerOf(row.manifest));
    const body = { layer: layer.success ? layer.data : 'user', owner: row.owner, tags: tagsOf(row), policy, ...(typeof description === 'string' ? { description } : {}) };
    await this.heimdall.putPolicy({ params: { name: row.name }, body: body as never });
    return built('in force');
  }

  private async cluster({ name, manifest, owner }: ResourceRow): Promise<Observation> {
    const { engine } = await this.minerva.putCluster({ params: { name }, body: { spec: manifest['cluster'] as never, owner } });
    if (engine.state === 'running') return built('the engine runs', { runtime: 'running:1', againInMs: SOURCE_CHECK_MS });
    return waiting(`the engine is ${engine.state}${engine.lastExit === undefined ? '' : `: ${engine.lastExit}`}`, { runtime: 'pending:0/1', againInMs: ENGINE_AGAIN_MS });
  }

  private async product(row: ResourceRow): Promise<Observation> {
    await this.metis.putProduct({ params: { product: row.name }, body: productSpecOf(row.manifest, row.version, row.owner) });
    return built('in the catalog');
  }
}

/** What is not there need not be deleted. */
async function gone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!DomainError.is(error) || error.status !== 404) throw error;
  }
}
