import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { heimdallApi, type SecretInfo, type SecretView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller, Header } from '@nestjs/common';
import { SecretsService } from './secrets.service.js';

const { routes } = heimdallApi;

@Controller()
export class SecretsController {
  constructor(private readonly secrets: SecretsService) {}

  @Endpoint(routes.putSecret)
  put(@Input() { body, params }: InputOf<typeof routes.putSecret>, @Caller() caller: CallerType): Promise<SecretInfo> {
    return this.secrets.put(params.secret, body, caller.id);
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
