import { Controller, Inject, Res } from '@nestjs/common';
import { defineRoute } from '@dataos/contracts-core';
import type { FastifyReply } from 'fastify';
import { SERVICE } from '../app/tokens.js';
import type { ServiceDefinition } from '../app/service.js';
import { Endpoint } from '../http/endpoint.js';
import { Metrics } from '../observability/metrics.js';
import { openApiOf } from '../openapi/openapi.js';
import { HealthRegistry } from './health.registry.js';

const open = (path: string, summary: string) => defineRoute({ method: 'GET', path, summary, access: 'public' });

/** What every service answers beside its contract: live, ready, metrics and its own OpenAPI document. */
@Controller()
export class ChassisController {
  constructor(
    private readonly health: HealthRegistry,
    private readonly metrics: Metrics,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
  ) {}

  @Endpoint(open('/health/live', 'The process runs'))
  live(): { status: string; service: string } {
    return { status: 'live', service: this.service.name };
  }

  @Endpoint(open('/health/ready', 'The service and all it needs are there'))
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.health.readiness();
    await reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }

  @Endpoint(open('/metrics', 'Prometheus metrics'))
  async prometheus(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }

  @Endpoint(open('/openapi.json', 'This service as an OpenAPI 3.1 document'))
  openapi(): object {
    return openApiOf(this.service.api);
  }
}
