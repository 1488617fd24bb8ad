import { Conflict, DeadLetter, deadLetterRoutes, defineApi, defineRoute, NotFound, ReplayResult } from '@dataos/contracts-core';
import { z } from 'zod';
import { DepotLink } from './address.js';
import { DatasetColumn, DatasetDescription, DatasetObjects } from './dataset.js';
import { Acl, AddressInfo, ConnectionInfo, DepotBody, DepotName, DepotResponse, SourceCheck } from './depot.js';
import { CredentialsRefused, DriverNotAvailable, SecretMissing, SourceUnavailable } from './depot.problems.js';

const base = '/ds/api/v2';
const segment = z.string().min(1).max(128);
const depot = z.object({ depot: DepotName });
const collection = depot.extend({ collection: segment });
const dataset = collection.extend({ dataset: segment });
const source = [NotFound, DriverNotAvailable, SourceUnavailable, CredentialsRefused, SecretMissing];

export const depotApi = defineApi({
  service: 'depot-service',
  title: 'Depot service',
  description: 'What is out there: depots, their addresses, and what their sources hold.',
  schemas: {
    Acl, AddressInfo, ConnectionInfo, DatasetColumn, DatasetDescription, DatasetObjects, DepotBody, DepotResponse, SourceCheck, DeadLetter, ReplayResult,
  },
  routes: {
    listDepots: defineRoute({ method: 'GET', path: `${base}/depots`, summary: 'All depots, by name', response: z.record(z.string(), DepotResponse) }),
    getDepot: defineRoute({ method: 'GET', path: `${base}/depots/:depot`, summary: 'One depot', params: depot, response: DepotResponse, problems: [NotFound] }),
    putDepot: defineRoute({ method: 'PUT', path: `${base}/depots/:depot`, summary: 'Declare a depot; the same declaration again changes nothing', params: depot, body: DepotBody, response: DepotResponse, problems: [Conflict] }),
    deleteDepot: defineRoute({ method: 'DELETE', path: `${base}/depots/:depot`, summary: 'Archive a depot; its data stays where it is', params: depot, status: 204, problems: [NotFound] }),
    checkDepot: defineRoute({ method: 'POST', path: `${base}/depots/:depot/check`, summary: 'Ask the source now whether it answers', params: depot, response: SourceCheck, problems: [NotFound] }),
    resolve: defineRoute({ method: 'GET', path: `${base}/resolve`, summary: 'Where an address leads, without credentials', query: z.object({ address: DepotLink }), response: AddressInfo, problems: [NotFound] }),
    resolveConnection: defineRoute({
      method: 'GET', path: `${base}/connections`,
      summary: 'Where an address leads, with the credentials of an acl (of the address, or `acl`; else `r`), if the caller may read that secret',
      query: z.object({ address: DepotLink, acl: Acl.optional() }), response: ConnectionInfo, problems: [NotFound, SecretMissing],
    }),
    listCollections: defineRoute({ method: 'GET', path: `${base}/depots/:depot/collections`, summary: 'Collections of the source', params: depot, response: z.array(z.string()), problems: source }),
    listDatasets: defineRoute({ method: 'GET', path: `${base}/depots/:depot/collections/:collection/datasets`, summary: 'Datasets of a collection', params: collection, response: z.array(z.string()), problems: source }),
    describeDataset: defineRoute({
      method: 'GET', path: `${base}/depots/:depot/collections/:collection/datasets/:dataset/description`, summary: 'Columns, comment and row estimate of a dataset',
      params: dataset, response: DatasetDescription, problems: source,
    }),
    listObjects: defineRoute({
      method: 'GET', path: `${base}/depots/:depot/collections/:collection/datasets/:dataset/objects`,
      summary: 'The objects that are a dataset of an object store now, with their versions, if the caller may read the secret of the depot',
      params: dataset, response: DatasetObjects, problems: source,
    }),
    ...deadLetterRoutes('depot-service'),
  },
});
