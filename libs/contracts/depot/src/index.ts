export { type DepotAddress, DepotLink, readAddress } from './address.js';
export { DatasetColumn, DatasetDescription, DatasetObjects } from './dataset.js';
export { Acl, AddressInfo, ConnectionInfo, DepotBody, DepotName, DepotRequest, DepotResponse, DepotType, SecretReference, SourceCheck } from './depot.js';
export { depotApi } from './depot.api.js';
export { DepotArchived, DepotChanged, DepotRegistered, depotTopic } from './depot.events.js';
export { CredentialsRefused, DriverNotAvailable, SecretMissing, SourceUnavailable } from './depot.problems.js';
export { S3Connection, s3Formats, type S3Store, s3StoreOf, type StoreRefusal, storeRefusal, unreachable } from './s3.js';
