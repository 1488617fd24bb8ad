import { setInterval } from 'node:timers';
import { z } from 'zod';
import { JobFolder, type JobResult } from '../runtime/job.folder.js';
import { identify, isAlive } from '../runtime/process.identity.js';
import { JobFailure, type StackResult } from './stack.js';
import { reasonOf } from './reason.js';
import { connectPlatform } from './stack.platform.js';
import { prepareStack } from './stack.registry.js';

const JobFile = z.object({
  id: z.string(),
  stack: z.string(),
  stackSpec: z.unknown(),
  token: z.string(),
  services: z.record(z.string(), z.string()),
  supervisor: z.object({ pid: z.int(), startedAt: z.string() }).optional(),
});
type JobFile = z.output<typeof JobFile>;

const log = (message: string): void => void process.stdout.write(`${new Date().toISOString()} ${message}\n`);

/** Runs the job of a folder once; a second process for the same folder leaves without doing anything. */
async function main(path: string): Promise<number> {
  const folder = new JobFolder(path);
  const own = await identify(process.pid);
  if (own === undefined || !(await folder.takeLock({ ...own, at: new Date().toISOString() }))) return 0;
  const controller = new AbortController();
  const job = JobFile.parse(await folder.readRequest());
  watch(job, controller);
  const result = await execute(job, folder, controller.signal);
  await folder.finish(result);
  await folder.tidy();
  return result.state === 'succeeded' ? 0 : 1;
}

/** A stop signal, or the end of the launcher, ends the job: nothing keeps running behind the user's back. */
function watch(job: JobFile, controller: AbortController): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => controller.abort(new JobFailure('stopped on request')));
  const { supervisor } = job;
  if (supervisor === undefined) return;
  const look = async () => {
    if (!(await isAlive(supervisor))) controller.abort(new JobFailure('the platform that started the job has ended'));
  };
  setInterval(() => void look(), 1_000).unref();
}

async function execute(job: JobFile, folder: JobFolder, signal: AbortSignal): Promise<JobResult> {
  const started = performance.now();
  try {
    const { stack, spec } = prepareStack(job.stack, job.stackSpec);
    log(`job ${job.id} runs ${job.stack}`);
    const context = { jobId: job.id, workFolder: folder.workFolder, platform: connectPlatform(job), signal, log };
    const result = await untilAborted(stack.run(spec, context), signal);
    log(`job ${job.id} succeeded in ${Math.round(performance.now() - started)} ms`);
    return { state: 'succeeded', finishedAt: new Date().toISOString(), ...plain(result) };
  } catch (error) {
    const cause: unknown = signal.aborted ? signal.reason : error;
    log(`job ${job.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`);
    return { state: signal.aborted ? 'stopped' : 'failed', reason: reasonOf(cause), finishedAt: new Date().toISOString(), inputs: [], outputs: [], columns: [] };
  }
}

/** Work that does not notice the signal is left behind: the process ends right after. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

const plain = ({ inputs, outputs, columns, facts }: StackResult) => ({
  inputs: [...inputs], outputs: [...outputs], columns: columns.map((column) => ({ output: column.output, inputs: [...column.inputs] })), ...(facts === undefined ? {} : { facts: { ...facts } }),
});

process.exit(await main(process.argv[2] ?? ''));
