import { DomainError } from '@dataos/contracts-core';
import { LineageDatasetRefused, type OpenLineageDataset, type OpenLineageRunEvent } from '@dataos/contracts-metis';
import { datasetOf, type RunReport } from './run-facts.js';

/** What a run event reports; `undefined` for events of runs that have not completed, which leave no lineage. */
export function reportOf(event: OpenLineageRunEvent): RunReport | undefined {
  if (event.eventType?.toUpperCase() !== 'COMPLETE') return undefined;
  const outputs = event.outputs ?? [];
  return {
    inputs: (event.inputs ?? []).map(addressOf),
    outputs: outputs.map(addressOf),
    columns: outputs.flatMap((output) => columnsOf(output)),
  };
}

function columnsOf(output: OpenLineageDataset): RunReport['columns'] {
  const fields = output.facets?.columnLineage?.fields ?? {};
  return Object.entries(fields).map(([field, { inputFields }]) => ({
    output: `${addressOf(output)}#${field}`,
    inputs: inputFields.map((input) => `${addressOf(input)}#${input.field}`),
    ...masked(inputFields.filter(({ transformations }) => transformations?.some(({ masking }) => masking === true)).map((input) => `${addressOf(input)}#${input.field}`)),
  }));
}

const masked = (columns: string[]): { masked?: string[] } => (columns.length === 0 ? {} : { masked: columns });

/** The address a namespace and a name form, such as `dataos://crm` + `public/passengers` or `dataos://crm:public` + `passengers`. */
export function addressOf({ namespace, name }: { namespace: string; name: string }): string {
  const hasCollection = namespace.slice('dataos://'.length).includes(':');
  const path = !hasCollection && !name.includes('/') ? name.replace('.', '/') : name;
  const address = namespace.startsWith('dataos://') ? datasetOf(`${namespace.replace(/\/$/, '')}${hasCollection ? '/' : ':'}${path}`) : undefined;
  if (address !== undefined) return address;
  throw new DomainError(LineageDatasetRefused, `${namespace} and ${name} do not form an address dataos://depot:collection/dataset.`, { namespace, name });
}

/** When the run completed; a time without zone is UTC. */
export const timeOf = (event: OpenLineageRunEvent): Date =>
  new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(event.eventTime) ? event.eventTime : `${event.eventTime}Z`);
