import { type Caller as CallerType, DomainError, type InputOf, ValidationFailed } from '@dataos/contracts-core';
import { MAX_QUERY_LENGTH, odinApi, SparqlReadOnly } from '@dataos/contracts-odin';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller, Req, Res } from '@nestjs/common';
import { formatOf, MEDIA_TYPES, toJson, toText } from './results.js';
import { SparqlService } from './sparql.service.js';

const { routes } = odinApi;
interface Request { readonly headers: Readonly<Record<string, string | string[] | undefined>> }
interface Reply { header(name: string, value: string): Reply; send(body: unknown): unknown }
interface Question { readonly query: string; readonly defaults: readonly string[]; readonly named: readonly string[] }

/** SPARQL 1.1 Protocol, query operation. */
@Controller()
export class SparqlController {
  constructor(private readonly sparql: SparqlService) {}

  @Endpoint(routes.sparql)
  async get(@Input() { query }: InputOf<typeof routes.sparql>, @Caller() caller: CallerType, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    await this.answer(caller, { query: query.query, ...graphsOf(query) }, request, reply);
  }

  @Endpoint(routes.postSparql)
  async post(@Input() { body, query }: InputOf<typeof routes.postSparql>, @Caller() caller: CallerType, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    await this.answer(caller, questionOf(String(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase(), body, query), request, reply);
  }

  private async answer(caller: CallerType, { query, defaults, named }: Question, request: Request, reply: Reply): Promise<void> {
    const format = formatOf(request.headers['accept'] === undefined ? undefined : String(request.headers['accept']));
    const answer = await this.sparql.answer(caller, query, { defaults, named });
    reply.header('content-type', MEDIA_TYPES[format]).send(format === 'json' ? JSON.stringify(toJson(answer)) : toText(answer, format));
  }
}

const list = (value: unknown): string[] => (value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]);
const graphsOf = (parameters: Record<string, unknown>): Omit<Question, 'query'> => ({ defaults: list(parameters['default-graph-uri']), named: list(parameters['named-graph-uri']) });

function questionOf(type: string | undefined, body: unknown, parameters: Record<string, unknown>): Question {
  if (type === 'application/sparql-update') throw readOnly();
  if (type === 'application/sparql-query') return { query: checked(String(body)), ...graphsOf(parameters) };
  const form = typeof body === 'string' ? formOf(body) : (body as Record<string, unknown>);
  if (form['update'] !== undefined) throw readOnly();
  if (typeof form['query'] !== 'string') throw invalid('the form needs exactly one field "query"');
  return { query: checked(form['query']), ...graphsOf(form) };
}

/** The fields of a form; a repeated one is a list. */
function formOf(text: string): Record<string, unknown> {
  const fields = new URLSearchParams(text);
  return Object.fromEntries([...new Set(fields.keys())].map((name) => {
    const all = fields.getAll(name);
    return [name, all.length === 1 ? all[0] : all];
  }));
}

function checked(query: string): string {
  if (query === '' || query.length > MAX_QUERY_LENGTH) throw invalid(`a query has 1 to ${MAX_QUERY_LENGTH} characters`);
  return query;
}

const invalid = (message: string): DomainError => new DomainError(ValidationFailed, message, { errors: [{ pointer: '/body/query', message }] });
const readOnly = (): DomainError => new DomainError(SparqlReadOnly, 'The graph follows the platform\'s events; it cannot be updated by SPARQL.');
