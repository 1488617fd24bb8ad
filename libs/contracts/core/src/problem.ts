import { z } from 'zod';

/** A kind of expected failure, declared once; the server throws it, the client switches on its `code`. */
export interface ProblemDefinition<Extra extends z.ZodType = z.ZodType> {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly extra: Extra;
}

const nothing = z.looseObject({});

/**
 * Declares a problem type (RFC 9457). `code` is stable and kebab-case; `extra` describes the members beyond the standard ones.
 */
export function defineProblem<Extra extends z.ZodType = typeof nothing>(
  code: string,
  options: { status: number; title: string; extra?: Extra },
): ProblemDefinition<Extra> {
  return { code, status: options.status, title: options.title, extra: (options.extra ?? nothing) as Extra };
}

/** The URI of a problem type; the api-gateway serves a page for each below `/problems/`. */
export const problemType = (code: string): string => `/problems/${code}`;

/** The body of every error answer (`application/problem+json`, RFC 9457). */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  traceId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** One fault of an input, with a JSON pointer (RFC 6901) to the field. */
export const FieldFault = z.object({ pointer: z.string(), message: z.string() });
export type FieldFault = z.infer<typeof FieldFault>;

export const ValidationFailed = defineProblem('validation-failed', {
  status: 400, title: 'The request does not fit the contract', extra: z.object({ errors: z.array(FieldFault) }),
});
export const Unauthenticated = defineProblem('unauthenticated', { status: 401, title: 'A valid token is needed' });
export const PolicyDenied = defineProblem('policy-denied', {
  status: 403, title: 'Policy does not allow this',
  extra: z.object({ decision: z.string().optional(), policies: z.array(z.string()).optional(), ask: z.array(z.string()).optional(), why: z.string().optional() }),
});
export const NotFound = defineProblem('not-found', { status: 404, title: 'There is nothing here' });
export const Conflict = defineProblem('conflict', { status: 409, title: 'The request conflicts with the present state' });
export const PayloadTooLarge = defineProblem('payload-too-large', { status: 413, title: 'The request body is too large' });
export const UnsupportedMediaType = defineProblem('unsupported-media-type', { status: 415, title: 'This content type is not understood' });
export const TooManyRequests = defineProblem('too-many-requests', { status: 429, title: 'Too many requests' });
export const Unexpected = defineProblem('unexpected', { status: 500, title: 'The service failed' });
export const DependencyUnavailable = defineProblem('dependency-unavailable', {
  status: 503, title: 'A service this one needs is not available', extra: z.object({ service: z.string(), retry: z.boolean().default(true) }),
});

/** The problems any route may answer with, whatever it declares. */
export const commonProblems: readonly ProblemDefinition[] = [
  ValidationFailed, Unauthenticated, PolicyDenied, NotFound, Conflict, PayloadTooLarge, UnsupportedMediaType,
  TooManyRequests, Unexpected, DependencyUnavailable,
];

/** An expected failure: thrown by a service, written as a problem by one filter, thrown again by the typed client. */
export class DomainError<Extra extends z.ZodType = z.ZodType> extends Error {
  readonly code: string;
  readonly status: number;

  constructor(
    readonly definition: ProblemDefinition<Extra>,
    readonly detail: string,
    readonly extra?: z.input<Extra>,
  ) {
    super(detail);
    this.name = 'DomainError';
    this.code = definition.code;
    this.status = definition.status;
  }

  /** The RFC 9457 body of this failure. */
  toProblem(context: { instance?: string; traceId?: string } = {}): Problem {
    return {
      ...(this.extra as Record<string, unknown> | undefined),
      type: problemType(this.code), title: this.definition.title, status: this.status, detail: this.detail, code: this.code, ...context,
    };
  }

  /** Whether `error` is a failure of the kind `definition`, also across copies of this module. */
  static is<E extends z.ZodType>(error: unknown, definition?: ProblemDefinition<E>): error is DomainError<E> {
    const candidate = error as { name?: unknown; code?: unknown } | undefined;
    return candidate?.name === 'DomainError' && (definition === undefined || candidate.code === definition.code);
  }
}

/** Turns the issues of a failed zod parse into field faults; `prefix` names the part of the request, such as `/body`. */
export function faultsOf(error: z.ZodError, prefix = ''): FieldFault[] {
  const escape = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');
  return error.issues.map((issue) => ({
    pointer: [prefix, ...issue.path.map(escape)].join('/'),
    message: issue.message,
  }));
}
