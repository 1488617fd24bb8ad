export { DatasetColumn, DatasetDescription } from './dataset.js';
export { Acl, AddressInfo, ConnectionInfo, DepotName, DepotRequest, DepotResponse, DepotType, SecretReference, SourceCheck } from './depot.js';
export { depotApi } from './depot.api.js';
export { DepotArchived, DepotChanged, DepotRegistered } from './depot.events.js';
export { CredentialsRefused, DriverNotAvailable, SecretMissing, SourceUnavailable } from './depot.problems.js';
