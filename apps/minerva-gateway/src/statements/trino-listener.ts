import { CONFIG, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { MinervaConfig } from '../config.js';
import { challenges } from '../external-auth/challenge.js';
import { IdentityProvider } from '../external-auth/identity-provider.js';
import { originOf } from './origin.js';
import { unwrapHeaders } from './wrapped-token.js';

/** Headers may hold prepared statements, which are longer than Node allows by default. */
const MAX_HEADER_BYTES = 1_048_576;

/** The second door, for Trino clients: the same routes, but `/v1` only. And what this protocol asks of both doors. */
@Injectable()
export class TrinoListener implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private server: Server | undefined;

  constructor(
    private readonly host: HttpAdapterHost, private readonly provider: IdentityProvider, @Inject(CONFIG) private readonly config: MinervaConfig, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const fastify = this.fastify;
    fastify.addHook('onRequest', (request, _reply, done) => {
      // Clients post SQL under any content type (axios says form); it is text, always.
      if (request.method === 'POST' && request.raw.url?.split('?')[0] === '/v1/statement') request.raw.headers['content-type'] = 'text/plain';
      if (request.raw.url?.startsWith('/v1/') === true) unwrapHeaders(request.raw.headers);
      done();
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      if (reply.statusCode === 401 && request.url.startsWith('/v1/')) void reply.header('www-authenticate', challenges(this.provider.isConfigured ? { origin: originOf(request, this.config.TRINO_PUBLIC_URL) } : undefined));
      done(null, payload);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const fastify = this.fastify;
    await fastify.ready();
    const server = this.create((request, response) => {
      if (request.url?.startsWith('/v1/') === true) return fastify.routing(request, response);
      response.writeHead(404, { 'content-type': 'text/plain' }).end('This door serves the Trino protocol (/v1) only.\n');
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.config.TRINO_PORT, this.config.HOST, resolve);
    });
    this.logger.info({ port: this.port }, 'listening for Trino clients');
  }

  async onModuleDestroy(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => { server.close(() => resolve()); });
  }

  private create(listener: RequestListener): Server {
    const { TRINO_TLS_CERT: cert, TRINO_TLS_KEY: key } = this.config;
    const options = { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 72_000 };
    if (cert === undefined && key === undefined) return createServer(options, listener);
    if (cert === undefined || key === undefined) throw new Error('TRINO_TLS_CERT and TRINO_TLS_KEY must be given together');
    return createSecureServer({ ...options, cert: readFileSync(cert), key: readFileSync(key) }, listener);
  }

  /** The port of this door; known once it listens. */
  get port(): number {
    return (this.server?.address() as AddressInfo | null)?.port ?? 0;
  }

  private get fastify(): FastifyInstance {
    return this.host.httpAdapter.getInstance<FastifyInstance>();
  }
}
