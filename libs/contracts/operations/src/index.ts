export { operationsApi } from './operations.api.js';
export { Pod, PodDetail, PodExit, PodKind, PodListQuery, PodPage, PodPhase, PodSample } from './pod.js';
export { ServiceHealth, ServiceStatus } from './service-health.js';
