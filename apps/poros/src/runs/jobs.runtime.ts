import { CONFIG } from '@dataos/kit';
import type { FactoryProvider } from '@nestjs/common';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PorosConfig } from '../config.js';
import { LocalRuntime } from '../runtime/local.runtime.js';

/** The processes of this machine; a job outlives this service but not the launcher. */
export const localRuntimeProvider: FactoryProvider<LocalRuntime> = {
  provide: LocalRuntime,
  inject: [CONFIG],
  useFactory: (config: PorosConfig) => new LocalRuntime({
    folder: join(config.DATA_DIR, 'jobs'),
    entry: config.JOB_ENTRY ?? fileURLToPath(new URL('../stacks/job-main.js', import.meta.url)),
    supervisorPid: config.SUPERVISOR_PID ?? process.pid, nodeOptions: config.JOB_NODE_OPTIONS,
  }),
};
