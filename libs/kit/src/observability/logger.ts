import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { currentTraceId } from './trace.js';

export type { Logger } from 'pino';

/** Structured JSON lines on standard output; every line has the service and, inside a request, the trace id. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['token', 'apikey', 'password', 'authorization', '*.token', '*.apikey', '*.password', '*.authorization'], censor: '[hidden]' },
    mixin: () => {
      const trace = currentTraceId();
      return trace === undefined ? {} : { trace };
    },
  });
}

/** Nest's own messages through the same logger; start-up chatter only at debug level. */
export function nestLogger(logger: Logger): LoggerService {
  const fields = (params: unknown[]): { context?: unknown } => (typeof params.at(-1) === 'string' ? { context: params.at(-1) } : {});
  return {
    log: (message: unknown, ...params: unknown[]) => logger.debug(fields(params), String(message)),
    warn: (message: unknown, ...params: unknown[]) => logger.warn(fields(params), String(message)),
    error: (message: unknown, ...params: unknown[]) => logger.error({ ...fields(params), stack: params[0] }, String(message)),
    debug: (message: unknown, ...params: unknown[]) => logger.debug(fields(params), String(message)),
    verbose: (message: unknown, ...params: unknown[]) => logger.trace(fields(params), String(message)),
  };
}
