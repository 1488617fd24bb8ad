import { homedir } from 'node:os';
import path from 'node:path';

/** What the program takes from its surroundings; nothing else reads `process.env`. */
export interface Environment {
  /** Everything, for `${NAME}` in manifests. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly configFile: string;
  readonly url?: string;
  readonly apikey?: string;
  readonly trinoUrl?: string;
}

/** Reads the environment once. An empty variable counts as absent. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const value = (name: string): string | undefined => variables[name] || undefined;
  return {
    variables,
    configFile: value('DATAOS_CONFIG') ?? path.join(value('XDG_CONFIG_HOME') ?? path.join(value('HOME') ?? homedir(), '.config'), 'dataos', 'config.json'),
    url: value('DATAOS_URL'),
    apikey: value('DATAOS_APIKEY'),
    trinoUrl: value('DATAOS_TRINO_URL'),
  };
}
