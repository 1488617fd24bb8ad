import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Subject, SubjectsRepository } from '../users/subjects.repository.js';
import { OidcService } from '../oidc/oidc.service.js';
import { isOwn, looksLikeJwt, Signer } from './signer.js';

/** Tells who a token belongs to, at this moment. */
@Injectable()
export class Identities {
  constructor(private readonly subjects: SubjectsRepository, private readonly signer: Signer, private readonly oidc: OidcService) {}

  async ofToken(token: string): Promise<Subject | undefined> {
    if (token === '' || token.length > 16_384) return undefined;
    if (looksLikeJwt(token)) {
      const id = isOwn(token) ? await this.signer.verify(token) : await this.oidc.signIn(token);
      return id === undefined ? undefined : this.subjects.byId(id);
    }
    const hash = hashOf(token);
    const found = await this.subjects.byKeyHash(hash);
    return found && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash)) ? found : undefined;
  }

  ofUser(id: string): Promise<Subject | undefined> {
    return this.subjects.byId(id);
  }
}

/** What is kept of an API key. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
