import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../sql/emit/fragment.js';

/** Which extensions of DuckDB an operator wants, and the folder their files are in. */
export interface ExtensionOrder { readonly folder: string; readonly names: readonly string[] }
/** An extension that is loaded from `file`; one without was part of the engine already. */
export interface Extension { readonly name: string; readonly file?: string }
export interface ExtensionFault { readonly name: string; readonly reason: string }
export interface Extensions { readonly loaded: readonly Extension[]; readonly faults: readonly ExtensionFault[] }

export const NO_EXTENSIONS: Extensions = { loaded: [], faults: [] };

/**
 * Tries each extension on a connection of its own. DuckDB itself looks whether a file is signed and made for this very version; we ask it for
 * files of the folder only, so that nothing is ever fetched.
 */
export async function tryExtensions(connection: DuckDBConnection, { folder, names }: ExtensionOrder): Promise<Extensions> {
  const [[version, platform] = []] = (await connection.runAndReadAll('SELECT version(), (SELECT platform FROM pragma_platform())')).getRows();
  const inside = new Set((await connection.runAndReadAll('SELECT extension_name FROM duckdb_extensions() WHERE loaded')).getRows().map(([name]) => String(name)));
  const loaded: Extension[] = [];
  const faults: ExtensionFault[] = [];
  for (const name of new Set(names)) {
    if (inside.has(name)) {
      loaded.push({ name });
      continue;
    }
    const places = placesOf(folder, name, String(version), String(platform));
    const file = places.find((place) => existsSync(place));
    const reason = file === undefined ? `there is no ${places.map((place) => path.relative(folder, place)).join(', nor ')} in ${folder}` : await faultOf(connection, file);
    if (reason === undefined) loaded.push({ name, ...(file === undefined ? {} : { file }) });
    else faults.push({ name, reason });
  }
  return { loaded, faults };
}

/** Loads what was tried before. Only while the configuration is not locked yet. */
export async function loadExtensions(connection: DuckDBConnection, { loaded }: Extensions): Promise<void> {
  for (const { file } of loaded) if (file !== undefined) await connection.run(`LOAD ${quote(file)}`);
}

/** As DuckDB lays its own folder out, as Python packages do, or simply there. */
const placesOf = (folder: string, name: string, version: string, platform: string): string[] =>
  [path.join(version, platform), version, ''].map((below) => path.join(folder, below, `${name}.duckdb_extension`));

async function faultOf(connection: DuckDBConnection, file: string): Promise<string | undefined> {
  try {
    await connection.run(`LOAD ${quote(file)}`);
    return undefined;
  } catch (error) {
    // What follows is advice on how to fetch another, or to trust it all the same.
    return (error instanceof Error ? error.message : String(error)).split('\n')[0];
  }
}
