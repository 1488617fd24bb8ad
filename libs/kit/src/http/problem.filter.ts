import { commonProblems, DependencyUnavailable, DomainError, faultsOf, NotFound, type Problem, Unexpected, ValidationFailed } from '@dataos/contracts-core';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { Logger } from '../observability/logger.js';
import { currentTraceId } from '../observability/trace.js';

/** The one place where a failure becomes an answer: RFC 9457 for what was expected, a bare 500 with a trace id for the rest. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(error, request.url?.split('?')[0]);
    if (problem.status >= 500 && problem.code === Unexpected.code) this.logger.error({ err: error, path: request.url?.split('?')[0] }, 'request failed');
    if (reply.sent) return;
    void reply.code(problem.status).header('content-type', 'application/problem+json').send(problem);
  }

  private problemOf(error: unknown, instance: string | undefined): Problem {
    const traceId = currentTraceId();
    const context = { ...(instance === undefined ? {} : { instance }), ...(traceId === undefined ? {} : { traceId }) };
    return expected(error).toProblem(context);
  }
}

/** What a caller may be told of `error`. */
export function expected(error: unknown): DomainError {
  if (DomainError.is(error)) return error;
  if (error instanceof ZodError) return new DomainError(Unexpected, 'The service could not form a valid answer.');
  if (isCrowded(error)) return new DomainError(DependencyUnavailable, 'More is asked of this service at once than its database answers; try again in a moment.', { service: 'database', retry: true });
  const status = statusOf(error);
  if (status === undefined || status >= 500) return new DomainError(Unexpected, 'The service failed; the trace id finds the cause in its log.');
  const message = error instanceof Error ? error.message : 'The request was refused.';
  if (status === 400) return new DomainError(ValidationFailed, message, { errors: [{ pointer: '/body', message }] });
  if (status === 404) return new DomainError(NotFound, message);
  const definition = commonProblems.find((problem) => problem.status === status) ?? { ...ValidationFailed, code: 'refused', status, title: 'The request was refused' };
  return new DomainError(definition, message, {});
}

/** All connections to the database were taken for as long as one may wait for one (the words are pg-pool's). */
const isCrowded = (error: unknown): boolean => error instanceof Error && error.message === 'timeout exceeded when trying to connect';

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** Parses one part of a request; a fault names the field by JSON pointer. */
export function parsePart<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: ZodError } }, value: unknown, part: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error, `/${part}`);
  throw new DomainError(ValidationFailed, `${errors.length} field(s) do not fit: ${errors.slice(0, 3).map((fault) => `${fault.pointer} ${fault.message}`).join('; ')}`, { errors });
}
