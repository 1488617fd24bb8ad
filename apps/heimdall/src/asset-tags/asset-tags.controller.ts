import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { AssetTagsService } from './asset-tags.service.js';

const { routes } = heimdallApi;
type Done = AnswerOf<typeof routes.putAssetTag>;

@Controller()
export class AssetTagsController {
  constructor(private readonly tags: AssetTagsService) {}

  @Endpoint(routes.listAssetTags)
  list(@Input() { query }: InputOf<typeof routes.listAssetTags>): Promise<AnswerOf<typeof routes.listAssetTags>> {
    const by = { asset: query.assetFqn ?? query.assetFqdn, group: query.groupId };
    return query.group?.toLowerCase() === 'false' ? this.tags.list(by) : this.tags.grouped(by);
  }

  @Endpoint(routes.putAssetTag)
  put(@Input() { body }: InputOf<typeof routes.putAssetTag>, @Caller() caller: CallerType): Promise<Done> {
    return this.tags.change({ assign: [body] }, caller.id);
  }

  @Endpoint(routes.putAssetTags)
  putMany(@Input() { body }: InputOf<typeof routes.putAssetTags>, @Caller() caller: CallerType): Promise<Done> {
    return this.tags.change(body, caller.id);
  }

  @Endpoint(routes.deleteAssetTag)
  delete(@Input() { query }: InputOf<typeof routes.deleteAssetTag>, @Caller() caller: CallerType): Promise<Done> {
    return this.tags.change({ remove: [{ assetFqn: query.assetFqn ?? query.assetFqdn ?? '', tagFqn: query.tagFqn ?? query.tagFqdn ?? '' }] }, caller.id);
  }
}
