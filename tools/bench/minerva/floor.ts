import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { selectOne, quantile, timed } from './ask.ts';
import type { Stage } from './stage.ts';

/**
 * What every gateway costs here that has one row safe before it answers: a bare server of Node, in a process of its own, that commits a row to
 * the platform's PostgreSQL and sends what a client expects for SELECT 1. It reads no SQL, asks nobody, and runs no engine. Milliseconds, the median.
 */
export async function floor({ database }: Pick<Stage, 'database'>, count: number, warmUp: number): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'floor-server.ts'), [database], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const [port] = await once(child, 'message') as [number];
    return quantile(await timed(count, () => selectOne({ trino: `http://127.0.0.1:${port}`, key: '' }), warmUp), 0.5);
  } finally {
    child.kill();
  }
}
