import { DomainError, NotFound, PolicyDenied, type Client } from '@dataos/contracts-core';
import { type Acl, type DepotRequest, SecretMissing } from '@dataos/contracts-depot';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { Inject, Injectable } from '@nestjs/common';
import { secretNameFor } from './secret-name.js';
import { parseSecret } from './secret-values.js';

/** Typed client of heimdall. */
export const HEIMDALL = Symbol('HEIMDALL');

/** Fetches a depot's credentials from heimdall, which decides whether whoever asks may read that secret. */
@Injectable()
export class Credentials {
  constructor(@Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>) {}

  /** `token` asks for somebody else; without it this service asks for itself. Depots without secrets need none. */
  async of(name: string, request: DepotRequest, acl: Acl, token?: string): Promise<{ secret: string; values: Record<string, string> }> {
    if (request.secrets.length === 0) return { secret: '', values: {} };
    const secret = secretNameFor(request, acl);
    if (secret === undefined) throw missing(name, acl, `declares no secret ending in -${acl}`);
    try {
      const view = await this.heimdall.getSecret({ params: { secret } }, token === undefined ? {} : { token });
      return { secret, values: parseSecret(view.data) };
    } catch (error) {
      if (DomainError.is(error, NotFound) || DomainError.is(error, PolicyDenied)) throw missing(name, acl, `its secret ${secret} does not exist or may not be read by the caller`);
      throw error;
    }
  }
}

const missing = (depot: string, acl: Acl, why: string): DomainError => new DomainError(SecretMissing, `The depot ${depot} cannot be opened for acl ${acl}: ${why}.`, { depot, acl });
