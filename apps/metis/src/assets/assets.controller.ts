import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { metisApi } from '@dataos/contracts-metis';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { AssetsService } from './assets.service.js';

const { routes } = metisApi;

@Controller()
export class AssetsController {
  constructor(private readonly assets: AssetsService) {}

  @Endpoint(routes.searchAssets)
  search(@Input() { query }: InputOf<typeof routes.searchAssets>): Promise<AnswerOf<typeof routes.searchAssets>> {
    return this.assets.search(query);
  }

  @Endpoint(routes.getAsset)
  get(@Input() { params }: InputOf<typeof routes.getAsset>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.getAsset>> {
    return this.assets.get(params.id, caller);
  }

  @Endpoint(routes.putAsset)
  edit(@Input() { params, body }: InputOf<typeof routes.putAsset>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.putAsset>> {
    return this.assets.edit(params.id, body, caller);
  }

  @Endpoint(routes.putAssetTags)
  tag(@Input() { params, body }: InputOf<typeof routes.putAssetTags>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.putAssetTags>> {
    return this.assets.tag(params.id, body, caller);
  }

  @Endpoint(routes.describeTables)
  async describe(@Input() { body }: InputOf<typeof routes.describeTables>): Promise<AnswerOf<typeof routes.describeTables>> {
    const tables = await this.assets.describe(body.addresses);
    return { tables: body.omitUnknown ? tables.filter(({ found }) => found) : tables };
  }
}
