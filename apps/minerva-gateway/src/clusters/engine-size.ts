import type { ClusterSpec } from '@dataos/contracts-minerva';

interface Defaults { readonly ENGINE_MEMORY: string; readonly ENGINE_THREADS: number; readonly ENGINE_CONCURRENCY: number; readonly ENGINE_CONCURRENCY_PER_USER?: number }

const UNITS: Record<string, number> = { '': 1, MB: 1e6, GB: 1e9, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3, Ti: 1024 ** 4 };

/** What one query may use: the limits of the manifest, shared out among the queries that may run at once. */
export function engineSize({ minerva }: Pick<ClusterSpec, 'minerva'>, defaults: Defaults): { memory: string; threads: number; concurrency: number; perUser: number } {
  const { cpu, memory } = minerva.resources?.limits ?? {};
  const concurrency = defaults.ENGINE_CONCURRENCY;
  const threads = cpu === undefined ? defaults.ENGINE_THREADS : Math.max(1, Math.round(cpu.endsWith('m') ? Number(cpu.slice(0, -1)) / 1_000 : Number.parseFloat(cpu)));
  const perUser = Math.min(concurrency, defaults.ENGINE_CONCURRENCY_PER_USER ?? concurrency);
  return { concurrency, perUser, threads, memory: memory === undefined ? defaults.ENGINE_MEMORY : `${Math.max(64, Math.floor(bytesOf(memory) / 1e6 / concurrency))}MB` };
}

export function bytesOf(quantity: string): number {
  const [, number = '0', unit = ''] = /^([\d.]+)(.*)$/.exec(quantity) ?? [];
  return Number(number) * (UNITS[unit] ?? 1);
}

/** Which extensions the embedded engine loads, where the installation names some. */
export const extensionsOf = ({ DUCKDB_EXTENSIONS_DIR: folder, DUCKDB_EXTENSIONS: names }: { readonly DUCKDB_EXTENSIONS_DIR?: string | undefined; readonly DUCKDB_EXTENSIONS?: string | undefined }): { extensions?: { folder: string; names: string[] } } =>
  (folder === undefined || names === undefined ? {} : { extensions: { folder, names: names.split(',') } });
