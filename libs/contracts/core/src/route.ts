import type { z } from 'zod';
import type { ProblemDefinition } from './problem.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

/**
 * Who may call a route: `public` needs no token, `authenticated` any valid one (the service decides the rest itself),
 * `path` asks the decision point for the request's method and path.
 */
export type RouteAccess = 'public' | 'authenticated' | 'path';

/** One endpoint as data. `path` is the full public path with `:name` parameters; the schemas are zod values. */
export interface RouteDefinition {
  readonly method: HttpMethod;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly status?: number;
  /** Media types the body may come in; `application/json` where absent. */
  readonly consumes?: readonly string[];
  /** Media type of the answer; `application/json` where absent. */
  readonly contentType?: string;
  readonly problems?: readonly ProblemDefinition[];
  /** A body that works, shown in the documents and filled in by Swagger UI. */
  readonly example?: unknown;
  readonly access?: RouteAccess;
}

/** Keeps the literal types of a route. */
export const defineRoute = <const R extends RouteDefinition>(route: R): R => route;

/** The public face of one service. */
export interface ApiDefinition<Routes extends Record<string, RouteDefinition> = Record<string, RouteDefinition>> {
  readonly service: string;
  readonly title: string;
  readonly description?: string;
  /** What each tag of the routes gathers. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Schemas with a name in the documents and in generated clients; those without one are written where they are used. */
  readonly schemas?: Readonly<Record<string, z.ZodType>>;
  readonly routes: Routes;
}

export const defineApi = <const Routes extends Record<string, RouteDefinition>>(api: ApiDefinition<Routes>): ApiDefinition<Routes> => api;

type Part<R, K extends 'params' | 'query' | 'body', Direction extends 'in' | 'out'> =
  R extends Record<K, infer S extends z.ZodType> ? { [Key in K]: Direction extends 'in' ? z.input<S> : z.output<S> } : unknown;

/** What a handler receives: the declared parts, parsed. */
export type InputOf<R> = Part<R, 'params', 'out'> & Part<R, 'query', 'out'> & Part<R, 'body', 'out'>;
/** What a caller gives: the declared parts before defaults are filled in. */
export type CallOf<R> = Part<R, 'params', 'in'> & Part<R, 'query', 'in'> & Part<R, 'body', 'in'>;
/** What a caller gets, parsed. */
export type OutputOf<R> = R extends { response: infer S extends z.ZodType } ? z.output<S> : void;
/** What a handler may answer with. */
export type AnswerOf<R> = R extends { response: infer S extends z.ZodType } ? z.input<S> : void;
