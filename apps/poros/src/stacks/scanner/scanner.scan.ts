import type { Client } from '@dataos/contracts-core';
import type { metisApi } from '@dataos/contracts-metis';
import { JobFailure, type ScanRequest } from '../stack.js';

/** Starts a scan and waits for its end; a dataset that could not be described is told, a failed scan throws its cause. */
export async function scanDepot(metis: Client<typeof metisApi>, request: ScanRequest, signal: AbortSignal): Promise<Record<string, unknown>> {
  let scan = await metis.scan({ body: { depot: request.depot, ...request.filters } }, { signal });
  while (scan.state === 'queued' || scan.state === 'running') {
    signal.throwIfAborted();
    scan = await metis.getScan({ params: { scan: scan.id }, query: { wait: 10 } });
  }
  if (scan.state === 'failed') throw new JobFailure(`the scan of ${request.depot} failed: ${scan.cause ?? 'no cause given'}`);
  return { scan: scan.id, ...scan.counts, ...(scan.faults.length === 0 ? {} : { faults: scan.faults }) };
}
