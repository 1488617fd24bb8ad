import { DomainError, type FieldFault } from '@dataos/contracts-core';
import { z } from 'zod';

/** The caller asked for something that cannot be asked: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The program was told no, or something failed: exit code 1. `decision` is what `dataos why` takes. */
export class Failure extends Error {
  override name = 'Failure';

  constructor(message: string, readonly more: { readonly decision?: string; readonly debug?: unknown } = {}) {
    super(message);
  }
}

const Refusal = z.looseObject({
  decision: z.string().optional().catch(undefined),
  policies: z.array(z.string()).catch([]),
  ask: z.array(z.string()).catch([]),
  dependants: z.array(z.string()).catch([]),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).catch([]),
});

const fault = ({ pointer, message }: FieldFault): string => `  ${pointer === '' ? '/' : pointer}  ${message}`;

function problemLines(error: DomainError): string[] {
  const extra = Refusal.parse(error.extra ?? {});
  return [
    `${error.definition.title} (${error.code})`,
    ...(error.detail === error.definition.title ? [] : [error.detail]),
    ...extra.errors.map(fault),
    ...(extra.dependants.length === 0 ? [] : [`Needed by: ${extra.dependants.join(', ')}`]),
    ...(extra.policies.length === 0 ? [] : [`Policies: ${extra.policies.join(', ')}`]),
    ...(extra.ask.length === 0 ? [] : [`Ask: ${extra.ask.join(', ')}`]),
    ...whyLine(extra.decision),
  ];
}

const whyLine = (decision: string | undefined): string[] => (decision === undefined ? [] : [`Decision ${decision}: dataos why ${decision}`]);

/** A failure in words: what, why, where, and what to do next. `debug` adds everything that is known. */
export function describeFailure(error: unknown, debug = false): string {
  const lines = DomainError.is(error) ? problemLines(error) : otherLines(error);
  const more = debug ? debugLines(error) : [];
  return [...lines, ...more].map((line) => `${line}\n`).join('');
}

function otherLines(error: unknown): string[] {
  if (error instanceof z.ZodError) return ['The service answered something this program does not understand. Are both of the same version?', ...error.issues.slice(0, 5).map((issue) => fault({ pointer: `/${issue.path.join('/')}`, message: issue.message }))];
  if (error instanceof Failure) return [error.message, ...whyLine(error.more.decision)];
  return [error instanceof Error ? error.message : String(error)];
}

function debugLines(error: unknown): string[] {
  const extra = DomainError.is(error) ? error.toProblem() : error instanceof Failure ? error.more.debug : undefined;
  return [
    ...(extra === undefined ? [] : [JSON.stringify(extra, undefined, 2)]),
    ...(error instanceof Error && error.stack !== undefined ? [error.stack] : []),
  ];
}

export const exitCodeOf = (error: unknown): 1 | 2 => (error instanceof UsageError ? 2 : 1);
