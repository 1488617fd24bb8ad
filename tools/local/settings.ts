import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServiceName } from './services.ts';

export interface SettingsSchema { shape: Record<string, unknown>; safeParse(value: unknown): { success: boolean; error?: { issues: { path: unknown[]; message: string }[] } } }

/** The settings that a service knows, as its own config.ts exports them. */
export async function schemaOf(service: string): Promise<SettingsSchema> {
  const exported = await import(pathToFileURL(path.resolve(import.meta.dirname, '../../apps', service, 'src/config.ts')).href) as Record<string, unknown>;
  const found = Object.values(exported).find((value) => typeof value === 'object' && value !== null && 'shape' in value);
  if (found === undefined) throw new Error(`apps/${service}/src/config.ts exports no schema`);
  return found as SettingsSchema;
}

/** Settings of one service that whoever starts the platform may give, whether by `npm start`, compose or `k8s/`; no other service learns them. */
export const operatorSettings: Partial<Record<ServiceName, RegExp>> = {
  heimdall: /^HEIMDALL_OIDC_FILE$/,
  'minerva-gateway': /^(TRINO_(OIDC|TLS)_[A-Z_]+|TRINO_PUBLIC_URL|OPENLINEAGE_[A-Z_]+|RESULT_CACHE_SIZE|DUCKDB_EXTENSIONS(_DIR)?)$/,
};
/** Those of them that stand in no file of settings. */
export const isSecretSetting = (name: string): boolean => /SECRET|API_KEY/.test(name);

/** The setting by which a service is told where a peer is: `DEPOT_SERVICE_URL` and so on. */
export const peerSetting = (peer: ServiceName): string => `${peer.replaceAll('-', '_').toUpperCase()}_URL`;

/** Connection string of a database as its own role; `server` is `host:port`. */
export const databaseUrl = (database: string, password: string | undefined, server: string): string => `postgres://${database}:${encodeURIComponent(password ?? '')}@${server}/${database}`;
