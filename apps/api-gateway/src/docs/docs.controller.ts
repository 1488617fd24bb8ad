import { commonProblems, defineRoute, DomainError, NotFound } from '@dataos/contracts-core';
import { Endpoint, Input, openApiOf } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { upstreams } from '../upstreams.js';
import { platformDocument } from './documents.js';

const merged = defineRoute({ method: 'GET', path: '/openapi/dataos.json', summary: 'All services in one document', access: 'public' });
const one = defineRoute({ method: 'GET', path: '/openapi/services/:file', summary: 'One service', access: 'public', params: z.object({ file: z.string() }) });
const problem = defineRoute({ method: 'GET', path: '/problems/:code', summary: 'What a problem code means', access: 'public', params: z.object({ code: z.string() }) });

/** The documents behind Swagger UI, and the pages that problem types link to. */
@Controller()
export class DocsController {
  @Endpoint(merged)
  all(): object {
    return platformDocument();
  }

  @Endpoint(one)
  service(@Input() { params }: { params: { file: string } }): object {
    const upstream = upstreams.find(({ api }) => `${api.service}.json` === params.file);
    if (upstream === undefined) throw new DomainError(NotFound, `There is no service document ${params.file}.`);
    return openApiOf(upstream.api);
  }

  @Endpoint(problem)
  problem(@Input() { params }: { params: { code: string } }): object {
    const declared = upstreams.flatMap(({ api }) => Object.values(api.routes).flatMap((route) => route.problems ?? []));
    const found = [...commonProblems, ...declared].find(({ code }) => code === params.code);
    if (found === undefined) throw new DomainError(NotFound, `No problem has the code ${params.code}.`);
    return { code: found.code, status: found.status, title: found.title };
  }
}
