import { commonProblems, type ProblemDefinition, problemType, type RouteDefinition } from '@dataos/contracts-core';
import { z } from 'zod';
import { exampleOf, type Fact, messageId } from './asyncapi.ts';
import type { Contract } from './contracts.ts';

const head = '<!-- Generated from the contracts by `npm run generate`; not edited by hand. -->';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

interface Member { name: string; type: string; required: boolean }

function typeName(schema: { type?: unknown; items?: unknown; enum?: unknown[] }): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.type === 'array') return `list of ${typeName((schema.items ?? {}) as never)}`;
  return typeof schema.type === 'string' ? schema.type : 'any';
}

/** The members a problem has beyond those of RFC 9457. */
function members({ extra }: ProblemDefinition): Member[] {
  const { properties = {}, required = [] } = z.toJSONSchema(extra, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, type: typeName(schema), required: required.includes(name) }));
}

interface Raised { problem: ProblemDefinition; owner: string; routes: string[] }

const line = ({ method, path }: RouteDefinition): string => `\`${method} ${path}\``;

function raised(contracts: readonly Contract[]): Raised[] {
  const own = contracts.flatMap(({ api, problems }) => problems.map(({ value }) => ({ owner: api.service, problem: value })));
  const all = [...commonProblems.map((problem) => ({ owner: 'every service', problem })), ...own];
  const routes = contracts.flatMap(({ api }) => Object.values(api.routes));
  const answers = (code: string): string[] => routes.filter(({ problems }) => problems?.some((problem) => problem.code === code)).map(line);
  return all.map((one) => ({ ...one, routes: answers(one.problem.code) })).sort((a, b) => (a.problem.code < b.problem.code ? -1 : 1));
}

function problemSection({ problem, owner, routes }: Raised): string[] {
  const extra = members(problem);
  return [
    `## ${problem.code}`, '', `${problem.title}.`, '',
    `Status ${problem.status} · type \`${problemType(problem.code)}\` · declared by ${owner}`, '',
    ...(extra.length === 0 ? [] : ['| Member | Type | Always there |', '|---|---|---|', ...extra.map(({ name, type, required }) => row(`\`${name}\``, type, required ? 'yes' : 'no')), '']),
    ...(routes.length === 0 ? [] : ['Routes that name it:', '', ...routes.map((route) => `- ${route}`), '']),
  ];
}

/** What every problem code means and which routes answer by it. Pure. */
export function problemsPage(contracts: readonly Contract[]): string {
  const all = raised(contracts);
  return [
    head, '', '# Problems', '',
    'Every failure is answered as `application/problem+json` (RFC 9457). `code` is stable: programs switch on it, never on the text. `type` is an address that the',
    'api-gateway answers. Beside `title`, `status`, `detail`, `instance`, `code` and `traceId`, by which the logs tell the story, a problem has the members named here.', '',
    '| Code | Status | Title |', '|---|---|---|', ...all.map(({ problem }) => row(`[${problem.code}](#${problem.code})`, String(problem.status), problem.title)), '',
    ...all.flatMap(problemSection),
  ].join('\n');
}

function eventSection(fact: Fact): string[] {
  const { event, name, owner, consumers } = fact;
  const by = (purpose: string): string => [...new Set(consumers.filter((one) => one.purpose === purpose).map(({ service }) => service))].sort().join(', ');
  const [handlers, caches] = [by('handler'), by('cache')];
  return [
    `## ${event.type}`, '', ...(event.summary === undefined ? [] : [`${event.summary}.`, '']),
    `Version ${event.version} · \`${name}\` · owner ${owner}`, '',
    `Consumers: ${handlers === '' ? 'none' : handlers}${caches === '' ? '' : ` · drops cached decisions: ${caches}`}`, '',
    ...(event.example === undefined ? [] : ['```json', JSON.stringify(exampleOf(fact)['data'], undefined, 2), '```', '']),
  ];
}

/** Every event with its owner, its topic, who hears it and an example. Pure. */
export function eventsPage(facts: readonly Fact[]): string {
  const sorted = [...facts].sort((a, b) => (messageId(a.event) < messageId(b.event) ? -1 : 1));
  return [
    head, '', '# Events', '',
    'Facts in the past tense, as CloudEvents 1.0 in JSON; keyed by their subject, delivered at least once, applied once. [asyncapi.json](asyncapi.json) holds the',
    'schemas. The examples show the data; the envelope around it is the same for all.', '',
    '| Event | Topic | Owner | Consumers |', '|---|---|---|---|',
    ...sorted.map(({ event, owner, consumers }) => row(`[${event.type}](#${event.type.replaceAll('.', '')})`, `\`${event.topic}\``, owner, [...new Set(consumers.map(({ service }) => service))].sort().join(', ') || 'none')), '',
    ...sorted.flatMap(eventSection),
  ].join('\n');
}
