import type { AccessControl } from '@dataos/contracts-core';
import { ACCESS, CONFIG } from '@dataos/kit';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { resolve } from 'node:path';
import type { GatewayConfig } from './config.js';
import { mergedDocument } from './docs/documents.js';
import { registerProxy } from './proxy/proxy.plugin.js';
import { upstreams } from './upstreams.js';

/** What the gateway is beside a plain service: the proxy, Swagger UI and the console. */
export async function openDoor(app: NestFastifyApplication): Promise<void> {
  const config = app.get<GatewayConfig>(CONFIG);
  registerProxy(app.getHttpAdapter().getInstance() as never, {
    upstreams, access: app.get<AccessControl>(ACCESS), origin: ({ urlKey }) => String(config[urlKey]),
  });
  SwaggerModule.setup('docs', app, () => mergedDocument(upstreams.map(({ api }) => api)) as never, {
    explorer: true, jsonDocumentUrl: 'docs/openapi.json', yamlDocumentUrl: 'docs/openapi.yaml', customSiteTitle: 'DataOS API',
    swaggerOptions: {
      // Hundreds of operations: a tag opens when it is clicked, an operation has an address of its own, and models come last.
      persistAuthorization: true, docExpansion: 'none', deepLinking: true, filter: true, defaultModelsExpandDepth: 0, displayRequestDuration: true,
      urls: [{ name: 'all services', url: '/openapi/dataos.json' }, ...upstreams.map(({ api }) => ({ name: api.title, url: `/openapi/services/${api.service}.json` }))],
    },
  });
  if (config.CONSOLE_DIR !== undefined) {
    await app.register(fastifyStatic as never, { root: resolve(config.CONSOLE_DIR), prefix: '/', wildcard: false, decorateReply: false, index: ['index.html'] } as never);
  }
}
