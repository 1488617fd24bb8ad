import type { FieldFault } from '@dataos/contracts-core';
import { Cron } from 'croner';
import type { Schedule } from '../manifests/type-schemas.js';

const cronOf = ({ cron, timezone, endOn }: Schedule): Cron => new Cron(cron, { timezone, paused: true, ...(endOn === undefined ? {} : { stopAt: new Date(endOn) }) });

/** The next tick after `after`; `undefined` when there is none any more. */
export function nextTick(schedule: Schedule, after: Date): Date | undefined {
  const next = cronOf(schedule).nextRun(after) ?? undefined;
  return next !== undefined && schedule.endOn !== undefined && next > new Date(schedule.endOn) ? undefined : next;
}

/** Why a schedule cannot be kept; empty when it can. */
export function checkSchedule(schedule: Schedule, pointer: string): FieldFault[] {
  try {
    cronOf({ ...schedule, timezone: 'UTC' }).nextRun();
  } catch (error) {
    return [{ pointer: `${pointer}/cron`, message: `"${schedule.cron}" is not a cron expression: ${(error as Error).message}` }];
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: schedule.timezone });
    return [];
  } catch {
    return [{ pointer: `${pointer}/timezone`, message: `"${schedule.timezone}" is not a time zone` }];
  }
}
