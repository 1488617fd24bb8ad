import { DomainError, ValidationFailed } from '@dataos/contracts-core';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

interface Request { readonly url: string; readonly method: string; readonly headers: Record<string, string | string[] | undefined> }
interface Reply { header(name: string, value: string): unknown }
interface Server { addHook(name: 'onRequest', hook: (request: Request, reply: Reply, done: (error?: Error) => void) => void): void }

const PREFIX = '/access/v1/';
const NAMEABLE = /^[\x20-\x7e]{1,256}$/;

/** What the AuthZEN transport wants otherwise than the house: a wrong content type is a bad request, and a request's id comes back. */
@Injectable()
export class AuthzenTransport {
  constructor(host: HttpAdapterHost) {
    (host.httpAdapter.getInstance() as Server).addHook('onRequest', (request, reply, done) => {
      if (!request.url.startsWith(PREFIX)) return done();
      const id = request.headers['x-request-id'];
      if (typeof id === 'string' && NAMEABLE.test(id)) reply.header('x-request-id', id);
      const type = String(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
      if (request.method !== 'POST' || type === 'application/json') return done();
      const message = 'Send the question as application/json.';
      return done(new DomainError(ValidationFailed, message, { errors: [{ pointer: '/headers/content-type', message }] }));
    });
  }
}
