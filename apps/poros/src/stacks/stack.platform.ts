import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallAccess, heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi, type TableDescription } from '@dataos/contracts-metis';
import { scanDepot } from './scanner/scanner.scan.js';
import { type DatasetVerdict, type GuardedTable, JobFailure, type Platform, type Source } from './stack.js';

export interface PlatformAccess {
  /** Token of the run-as user. */
  readonly token: string;
  readonly services: Readonly<Record<string, string>>;
}

/** The platform's services by their contracts, always asked with the run-as user's token. */
export function connectPlatform({ token, services }: PlatformAccess): Platform {
  const origin = (name: string): string => {
    const url = services[name];
    if (url === undefined) throw new JobFailure(`the job was not told where ${name} is`);
    return url;
  };
  const depots = () => createClient(depotApi, { baseUrl: origin('DEPOT_SERVICE_URL'), token });
  const metis = () => createClient(metisApi, { baseUrl: origin('METIS_URL'), token });
  const heimdall = () => createClient(heimdallApi, { baseUrl: origin('HEIMDALL_URL'), token });
  return {
    async connect(address, acl) {
      return sourceOf(await depots().resolveConnection({ query: { address, acl } }));
    },
    async describe(addresses) {
      const { tables } = await metis().describeTables({ body: { addresses: [...addresses] } });
      return new Map(tables.map((table) => [table.address, guardedOf(table)]));
    },
    async decide(tables) {
      const body = { tables: tables.map(({ address, tags: ofTable, columns }) => ({ address, tags: [...ofTable], columns: columns.map((column) => ({ name: column.name, ...(column.type ? { type: column.type } : {}), tags: [...(column.tags ?? [])] })) })) };
      const answer = await heimdall().decideData({ body });
      return answer.tables.map((table): DatasetVerdict => ({ ...table, policies: table.policies.map(({ name }) => name) }));
    },
    async requireWrite(address) {
      const access = heimdallAccess({ url: origin('HEIMDALL_URL'), apikey: token });
      const principal = await access.authenticate(token);
      if (principal === undefined) throw new JobFailure('the token of the run-as user is no longer valid');
      const decision = await access.authorize({ token, principal, predicate: 'write', paths: [address] });
      if (!decision.allow) throw new JobFailure(`policy does not let ${principal.id} write ${address}${decision.reason === undefined ? '' : `: ${decision.reason}`}`);
    },
    async passTags(columns) {
      if (columns.length === 0) return;
      await metis().passTags({ body: { columns: columns.map(({ output, inputs }) => ({ output, inputs: [...inputs] })) } });
    },
    scan: (request, signal) => scanDepot(metis(), request, signal),
  };
}

function guardedOf({ tags, columns, columnTags }: TableDescription): GuardedTable {
  return { tags, columns: columns.map(({ name, type }) => ({ name, type })), columnTags };
}

/** Turns the depot service's answer into what a stack can open; other types are refused by name. */
export function sourceOf(info: { type: string; depot: string; connection: Record<string, unknown>; credentials: Record<string, string> }): Source {
  const { connection, credentials } = info;
  const text = (key: string, from: Record<string, unknown> = connection): string => {
    const value = from[key];
    if (typeof value !== 'string' && typeof value !== 'number') throw new JobFailure(`the depot ${info.depot} does not say its ${key}`);
    return String(value);
  };
  if (info.type === 'FILE') return { kind: 'file', root: text(connection['path'] === undefined ? 'url' : 'path').replace(/^file:\/\//, '') };
  if (info.type === 'POSTGRESQL') {
    return {
      kind: 'postgres', host: text('host'), port: Number(connection['port'] ?? 5432), database: text('database'),
      user: text('username', credentials), password: text('password', credentials),
    };
  }
  throw new JobFailure(`the depot ${info.depot} has the type ${info.type}; jobs read and write FILE and POSTGRESQL depots`);
}
