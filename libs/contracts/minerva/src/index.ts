export { ClusterDepot, ClusterName, ClusterRequest, ClusterSelector, ClusterSpec, ClusterView, EngineState, MinervaSpec, QueueLimit, TrinoSpec } from './cluster.js';
export { AccessExplanation, ExplainRequest } from './explain.js';
export { ColumnOrigin, ColumnUse, QueryTrace, TracedTable } from './lineage.js';
export { minervaApi } from './minerva.api.js';
export { EngineStarted, EngineStopped, QueryFinished, QueryStarted, QueryTraced, minervaTopic } from './minerva.events.js';
export { QueryGone, QueryNotUnderstood, QueryOver } from './minerva.problems.js';
export { AppliedFilter, AppliedMask, QueryFailure, QueryListQuery, QueryPage, QueryRecord, QueryState, QuerySummary, QueryTable } from './query.js';
export { TenantCluster, TenantQuery, TenantReply } from './tenant.js';
export { StatementPage, TrinoColumn, TrinoError, TrinoInfo, TrinoResults, TrinoStats, TrinoTypeSignature } from './trino.js';
