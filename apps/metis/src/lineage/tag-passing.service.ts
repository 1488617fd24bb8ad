import { type AccessControl, type Caller, type Client, DomainError, PolicyDenied } from '@dataos/contracts-core';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { ACCESS, allowPath } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssetsService } from '../assets/assets.service.js';
import { HEIMDALL } from '../config.js';
import { type ColumnTags, Inheritance, unique } from './inheritance.service.js';
import { columnOf, type RunReport } from './run-facts.js';

/** Protects a copy before it is put in its place: what is told when its job has ended comes too late for who reads it at once. */
@Injectable()
export class TagPassing {
  constructor(
    private readonly dataSource: DataSource, private readonly inheritance: Inheritance, private readonly assets: AssetsService,
    @Inject(ACCESS) private readonly access: AccessControl, @Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>,
  ) {}

  /** Resolves with the outputs when their tags are safe; throws `policy-denied` where the caller may not write one of them or not read an input. */
  async pass(columns: RunReport['columns'], caller: Caller): Promise<string[]> {
    const outputs = unique(columns.map(({ output }) => columnOf(output)?.asset));
    for (const output of outputs) await allowPath(this.access, caller, 'write', output);
    const kept = await this.keptElsewhere(columns.flatMap(({ inputs }) => inputs), caller);
    await this.dataSource.transaction((tx) => this.inheritance.pass(tx, { inputs: [], outputs, columns }, kept));
    return outputs;
  }

  /** Tags of columns that heimdall keeps and the catalog does not know: it tells them with the decision on reading them. */
  private async keptElsewhere(inputs: readonly string[], { id, token }: Caller): Promise<Map<string, ColumnTags>> {
    const sources = Map.groupBy(inputs.flatMap((input) => columnOf(input) ?? []), ({ asset }) => asset);
    if (sources.size === 0) return new Map();
    const tables = (await this.assets.describe([...sources.keys()])).map(({ address, columnTags, tags }) => ({
      address, tags, columns: unique((sources.get(address) ?? []).map((column) => column.id.slice(address.length + 1))).map((name) => ({ name, tags: columnTags[name] ?? [] })),
    }));
    const decision = await this.heimdall.decideData({ body: { tables } }, { token });
    const refused = tables.filter(({ address }) => decision.tables.find((table) => table.address === address)?.allow !== true);
    if (refused.length > 0) throw new DomainError(PolicyDenied, `${id} may not read ${refused.map(({ address }) => address).join(', ')}.`, { decision: decision.decision });
    return new Map(decision.tables.map(({ address, columnTags = {} }) => [address, columnTags]));
  }
}
