import pidusage from 'pidusage';
import type { Usage } from '../pods/merge.js';

/** What each of the processes uses now; those that are gone are left out. */
export async function usageOf(pids: readonly number[]): Promise<Map<number, Usage>> {
  const asked = [...new Set(pids)];
  if (asked.length === 0) return new Map();
  const stats = await pidusage(asked).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH' || error.message.includes('No matching pid')) return {};
    throw error;
  });
  return new Map(Object.values(stats).flatMap((stat) => (stat === null || stat === undefined
    ? []
    : [[stat.pid, { cpu: stat.cpu, memory: stat.memory, startedAt: new Date(stat.timestamp - stat.elapsed).toISOString() }]])));
}
