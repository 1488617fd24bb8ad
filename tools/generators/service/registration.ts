import type { Names } from './names.ts';

/** One change of a file that names all services. Pure: old text to new text. */
export interface Edit { readonly file: string; readonly apply: (text: string) => string }

/** Replaces the one place that `pattern` finds; throws when the file has changed so that there is none. */
function at(file: string, pattern: RegExp, replacement: (...match: string[]) => string): Edit {
  return {
    file,
    apply: (text) => {
      if (!pattern.test(text)) throw new Error(`${file} no longer has the place where a service is named (${pattern.source}); name it by hand and mend tools/generators.`);
      return text.replace(pattern, replacement);
    },
  };
}

const key = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);

/** Ports beyond the last service up to PostgreSQL's. */
function nextPort(text: string): number {
  const next = Math.max(...[...text.matchAll(/[\w']: from \+ (\d+)/g)].map((match) => Number(match[1])).filter((port) => port < 10)) + 1;
  if (next > 9) throw new Error('tools/local/ports.ts has no port left below PostgreSQL\'s: move PostgreSQL and Trino first.');
  return next;
}

/** Every place that must know a new service before it runs behind the one door. */
export function registrations({ name, camel, upper, database }: Names): Edit[] {
  const gateway = 'apps/api-gateway/src';
  return [
    at('tools/local/services.ts', /\] as const;\nexport type ServiceName/, (found) => `, '${name}'${found}`),
    at('tools/local/services.ts', / {2}\{ name: 'api-gateway', needs: \[([^\]]*)\]/, (_, needs = '') =>
      `  { name: '${name}', needs: ['heimdall'], database: '${database}', heapMegabytes: 192 },\n  { name: 'api-gateway', needs: [${needs}, '${name}']`),
    { file: 'tools/local/ports.ts', apply: (text) => at('tools/local/ports.ts', /(services: \{[^}]*?),?\n( +)\},/, (_, before = '', indent = '') => `${before},\n${indent}  ${key(name)}: from + ${nextPort(text)},\n${indent}},`).apply(text) },
    at('tools/local/arguments.ts', /services on N\+1…N\+(\d+)/, (_, last) => `services on N+1…N+${Number(last) + 1}`),
    at(`${gateway}/upstreams.ts`, /(import \{ \w+ \} from '@dataos\/contracts-[\w-]+';\n)(?!import \{)/, (found) => `${found}import { ${camel}Api } from '@dataos/contracts-${name}';\n`),
    at(`${gateway}/upstreams.ts`, /(upstreams: readonly Upstream\[\] = \[[\s\S]*?)\n\];/, (_, before) => `${before}\n  { api: ${camel}Api, prefixes: ['/${name}', '/events/${name}'], urlKey: '${upper}_URL' },\n];`),
    at(`${gateway}/config.ts`, /([\s\S]*_URL: z\.url\(\)(?:\.optional\(\))?,\n)/, (found) => `${found}  ${upper}_URL: z.url().optional(),\n`),
    at('apps/heimdall/src/policies/system-policies.ts', /(service\('api-gateway', \[[^\]]*)\]/, (_, before) => `${before}, '/${name}']`),
    at('apps/operations/src/config.ts', /( {2}\w+_URL: peer,\n)(?! {2}\w+_URL: peer)/, (found) => `${found}  ${upper}_URL: peer,\n`),
    at('apps/operations/src/health/services.health.ts', /(\['poros', config\.POROS_URL\],)/, (found) => `${found} ['${name}', config.${upper}_URL],`),
  ];
}

interface Manifest { name: string; version: string; license?: string; dependencies?: Record<string, string> }

/** A package description that also depends on `packages`, which are part of the workspace. Pure. */
export function withDependency(text: string, added: string): string {
  const manifest = JSON.parse(text) as Manifest;
  return `${JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, [added]: '*' } }, undefined, 2)}\n`;
}

type Entry = Record<string, unknown>;
interface Lock { packages: Record<string, Entry> }

const sorted = (record: Record<string, string> | undefined): Record<string, string> => Object.fromEntries(Object.entries(record ?? {}).sort(([a], [b]) => a.localeCompare(b, 'en')));

/** The lock file as npm would write it after these folders joined the workspace: they bring no package from outside. Pure. */
export function withWorkspaces(text: string, folders: Readonly<Record<string, Manifest>>): string {
  const lock = JSON.parse(text) as Lock;
  const entries = { ...lock.packages };
  for (const [folder, { name, version, license, dependencies }] of Object.entries(folders)) {
    entries[folder] = { name, version, ...(license === undefined ? {} : { license }), dependencies: sorted(dependencies) };
    entries[`node_modules/${name}`] ??= { resolved: folder, link: true };
  }
  const packages = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return `${JSON.stringify({ ...lock, packages }, undefined, 2)}\n`;
}
