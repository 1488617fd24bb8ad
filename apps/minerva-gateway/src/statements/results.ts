import type { TrinoError } from '@dataos/contracts-minerva';
import { pageBuffers } from '../engine/page-buffers.js';
import type { TrinoFailure } from '../sql/failure.js';
import type { LiveQuery, Step } from './live-query.js';

/** From so many bytes on an answer is written into memory that is used again. */
const LARGE = 262_144;

/** A failure as clients read it. */
function errorOf(failure: TrinoFailure): TrinoError {
  return {
    message: failure.message, errorCode: failure.code, errorName: failure.errorName, errorType: failure.type,
    ...(failure.options.location === undefined ? {} : { errorLocation: failure.options.location }),
    failureInfo: { type: `io.trino.spi.TrinoException`, message: failure.message, suppressed: [], stack: [] },
  };
}

/** An answer of the protocol as JSON text. `sent` is to be called when its bytes have left, so that their memory serves another one. */
export interface Results { readonly bytes: Buffer; sent?(this: void): void }

/** One answer of the protocol; the rows are put in as they came from the engine, as bytes. */
export function resultsOf(query: LiveQuery, step: Step | undefined, origin: string, next: number | undefined): Results {
  const over = step?.done === true || step?.failure !== undefined;
  const head = {
    id: query.id, infoUri: `${origin}/v1/query/${query.id}`,
    ...(over || next === undefined ? {} : { nextUri: `${origin}/v1/statement/executing/${query.id}/${query.slug}/${next}` }),
    ...(query.columns === undefined ? {} : { columns: query.columns }),
  };
  const tail = {
    stats: statsOf(query), warnings: [], ...(step?.failure === undefined ? {} : { error: errorOf(step.failure) }),
    ...(step?.updateType === undefined ? {} : { updateType: step.updateType }),
    ...(step?.updateCount === undefined ? {} : { updateCount: step.updateCount }),
  };
  const pieces = step?.json === undefined || step.json.length === 0
    ? [`${JSON.stringify(head).slice(0, -1)},${JSON.stringify(tail).slice(1)}`]
    : [`${JSON.stringify(head).slice(0, -1)},"data":[`, step.json, `],${JSON.stringify(tail).slice(1)}`];
  return together(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

function together(pieces: readonly Uint8Array[]): Results {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  if (size < LARGE) return { bytes: Buffer.concat(pieces, size) };
  const { bytes, release } = pageBuffers.lease(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes: bytes.subarray(0, size), sent: release };
}

function statsOf(query: LiveQuery): object {
  const elapsed = Date.now() - query.startedAt;
  return {
    state: query.state, queued: query.state === 'QUEUED', scheduled: query.state !== 'QUEUED', nodes: 1, totalSplits: 1, queuedSplits: query.state === 'QUEUED' ? 1 : 0,
    runningSplits: query.state === 'RUNNING' ? 1 : 0, completedSplits: query.isOver ? 1 : 0, cpuTimeMillis: 0, wallTimeMillis: elapsed, queuedTimeMillis: 0,
    elapsedTimeMillis: elapsed, processedRows: query.rows, processedBytes: query.bytes, physicalInputBytes: 0, peakMemoryBytes: 0, spilledBytes: 0,
  };
}
