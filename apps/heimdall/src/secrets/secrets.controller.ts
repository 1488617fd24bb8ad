import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { heimdallApi, type SecretInfo, type SecretView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller, Header } from '@nestjs/common';
import { linksTo } from '../users/links.js';
import { SecretsService } from './secrets.service.js';

const { routes } = heimdallApi;

@Controller()
export class SecretsController {
  constructor(private readonly secrets: SecretsService) {}

  @Endpoint(routes.putSecret)
  put(@Input() { body, params }: InputOf<typeof routes.putSecret>, @Caller() caller: CallerType): Promise<SecretInfo> {
    return this.secrets.put(params.secret, body, caller.id);
  }

  @Endpoint(routes.listSecrets)
  list(@Input() { query }: InputOf<typeof routes.listSecrets>, @Caller() caller: CallerType): Promise<{ id: string }[]> {
    return this.secrets.list(query.secret, caller);
  }

  /** The entries of the clients are kept as they are; the answer repeats their keys alone. */
  @Endpoint(routes.createSecret)
  async create(@Input() { body }: InputOf<typeof routes.createSecret>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.createSecret>> {
    const files = Object.fromEntries(body.data.map(({ base64Value, key }) => [key, base64Value]));
    const { id, keys } = await this.secrets.put(body.id, { kind: 'key-value', acl: 'r', files }, caller.id);
    return { id, data: keys.map((key) => ({ key, base64Value: null })), _links: linksTo(`/heimdall/api/v1/secrets/${id}`) };
  }

  @Endpoint(routes.rotateSecretKey)
  rotate(@Caller() caller: CallerType): Promise<{ key: string; sealed: number }> {
    return this.secrets.rotate(caller.id);
  }

  @Header('cache-control', 'no-store')
  @Endpoint(routes.getSecret)
  get(@Input() { params }: InputOf<typeof routes.getSecret>, @Caller() caller: CallerType): Promise<SecretView> {
    return this.secrets.get(params.secret, caller.id);
  }

  @Endpoint(routes.deleteSecret)
  async delete(@Input() { params }: InputOf<typeof routes.deleteSecret>, @Caller() caller: CallerType): Promise<void> {
    await this.secrets.delete(params.secret, caller.id);
  }
}
