import type { Extend } from '@dataos/kit';

type App = Parameters<Extend>[0];
type Done = (error: Error | null, body?: unknown) => void;

/** What the published REST clients do that a strict server would refuse, though it is clear what they mean. */
export function acceptClientHabits(app: App): void {
  acceptBodies(app);
  acceptSlash(app);
}

/**
 * JSON as the REST clients really send it: some declare JSON and send no body at all, and nine calls of one generation
 * send a form under that name. An empty body is no body; a form of flat members is read as what it says. Nested parts do
 * not survive a form, so what needs them is refused by its schema, with the field named.
 */
function acceptBodies(app: App): void {
  const parse = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error') as unknown as (request: unknown, body: string, done: Done) => void;
  app.useBodyParser('application/json', {}, (request: unknown, body: Buffer, done: Done) => {
    const text = body.toString('utf8').trim();
    if (text === '') done(null, undefined);
    else if (/^[\w.%+-]+=/.test(text)) done(null, formOf(text));
    else parse(request, text, done);
  });
}

/** One generation puts a slash behind the path of this one call, which the router takes for another path. */
function acceptSlash(app: App): void {
  const fastify = app.getHttpAdapter().getInstance();
  const path = '/ats/api/v1/asset-tags';
  fastify.delete(`${path}/`, async (request, reply) => {
    const answer = await fastify.inject({ method: 'DELETE', url: request.url.replace(`${path}/`, path), headers: request.headers });
    return reply.code(answer.statusCode).headers(answer.headers).send(answer.rawPayload);
  });
}

/** Repeated names become lists, as a form cannot say it otherwise. */
export function formOf(text: string): Record<string, string | string[]> {
  const form = new URLSearchParams(text);
  return Object.fromEntries([...new Set(form.keys())].map((name) => {
    const values = form.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? '') : values];
  }));
}
