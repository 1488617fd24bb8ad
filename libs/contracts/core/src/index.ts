export { type AccessControl, type AccessDecision, type AccessRequest, type Caller, Principal, refusalOf } from './access.js';
export { type DatasetAddress, DataLink, DatasetLink, formatAddress, parseAddress } from './address.js';
export { type CallOptions, type Client, type ClientOptions, createClient, type FetchLike } from './client.js';
export { DeadLetter, deadLetterRoutes, deadLetterTag, ReplayRequest, ReplayResult } from './dead-letter.js';
export { defineEvent, defineTopic, EventEnvelope, type EventDefinition, type EventOf, type TopicDefinition } from './event.js';
export { Readiness } from './health.js';
export { type Page, pageOf, PageQuery } from './page.js';
export {
  commonProblems, Conflict, defineProblem, DependencyUnavailable, DomainError, FieldFault, faultsOf, NotFound, PayloadTooLarge,
  PolicyDenied, Problem, type ProblemDefinition, problemType, TooManyRequests, Unauthenticated, Unexpected, UnsupportedMediaType, ValidationFailed,
} from './problem.js';
export {
  type AnswerOf, type ApiDefinition, type CallOf, defineApi, defineRoute, type HttpMethod, type InputOf, type OutputOf, type RouteAccess,
  type RouteDefinition,
} from './route.js';
