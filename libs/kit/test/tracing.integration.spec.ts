import { eventually, startTestService } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotesModule, notesService } from './sample.service.js';

interface SentSpan { name: string; traceId: string; spanId: string; parentSpanId?: string; status?: { code?: number }; attributes: { key: string; value: { stringValue?: string; intValue?: number } }[] }
interface Sent { resourceSpans: { resource: { attributes: { key: string; value: { stringValue?: string } }[] }; scopeSpans: { spans: SentSpan[] }[] }[] }

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const caller = '00f067aa0ba902b7';

describe('tracing to an OpenTelemetry collector', () => {
  const sent: Sent[] = [];
  let collector: Server;
  let spans: SentSpan[];
  beforeAll(async () => {
    collector = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      request.on('end', () => {
        if (request.url === '/v1/traces') sent.push(JSON.parse(text) as Sent);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const service = await startTestService(notesService, NotesModule, {
      users: { 'key-ada': { id: 'ada', type: 'person', tags: [] } }, config: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` },
    });
    const headers = { apikey: 'key-ada', 'content-type': 'application/json', traceparent: `00-${trace}-${caller}-01` };
    await fetch(`${service.url}/notes/traced`, { method: 'PUT', headers, body: JSON.stringify({ text: 'hello' }) });
    await fetch(`${service.url}/fail`);
    const heard = async (): Promise<unknown> => (await (await fetch(`${service.url}/notes`, { headers: { apikey: 'key-ada' } })).json() as { heard: number }).heard;
    await eventually(async () => expect(await heard()).toBe(1));
    await service.close();
    spans = sent.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
  }, 60_000);
  afterAll(() => new Promise((resolve) => collector.close(resolve)));
  const named = (name: string): SentSpan | undefined => spans.find((span) => span.name === name);

  it('names the service', () => {
    expect(sent[0]?.resourceSpans[0]?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'notes' } });
  });

  it('hangs a request below its caller, and what listens to its event below the request', () => {
    const request = named('PUT /notes/:id');
    expect(request).toMatchObject({ traceId: trace, parentSpanId: caller });
    expect(named('note.written NotesService.onWritten')).toMatchObject({ traceId: trace, parentSpanId: request?.spanId });
    expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  });

  it('marks what failed', () => expect([named('GET /fail')?.status?.code, named('PUT /notes/:id')?.status?.code]).toEqual([2, 0]));
});
