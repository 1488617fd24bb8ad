import { type DeadLetter, DomainError, EventEnvelope, NotFound, type Page, type ReplayResult } from '@dataos/contracts-core';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { LOGGER } from '../app/tokens.js';
import { DeadLetterRow } from '../database/kit-tables.js';
import type { Logger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { EventHandlers, type Handler, HELD, heldBy, misfitOf, NEWER } from './event-handlers.js';

const MOST = 1_000;

/** Events that could not be handled: kept with the reason, listed, replayed in order, or given up. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly dataSource: DataSource, private readonly handlers: EventHandlers, @Inject(LOGGER) private readonly logger: Logger, private readonly metrics: Metrics,
  ) {
    metrics.watch({ name: 'events_dead_letters', help: 'Events parked because they could not be handled' }, async () => [{ value: await this.count() }]);
  }

  async park(handler: string, envelope: unknown, { newer, reason }: { newer: boolean; reason: string }): Promise<void> {
    this.logger.error({ handler, reason }, 'event parked as dead letter');
    const object = typeof envelope === 'object' && envelope !== null ? envelope : { raw: String(envelope) };
    await this.rows.insert({ handler, envelope: object, reason: newer ? NEWER + reason : reason });
    this.metrics.eventsHandled.inc({ type: typeof (object as { type?: unknown }).type === 'string' ? (object as { type: string }).type : '', outcome: 'parked' });
  }

  /** Whether the event itself lies here, or an earlier one of its subject that waits for an upgrade: applying this one before it would turn the order round. */
  async holds(handler: Handler, envelope: EventEnvelope): Promise<'itself' | 'earlier' | undefined> {
    const [found] = await this.dataSource.query(`SELECT bool_or("envelope"->>'id' = ANY($2)) AS itself ${HELD}`, heldBy(handler, [envelope])) as { itself: boolean | null }[];
    if (found?.itself === true) return 'itself';
    return found?.itself === false ? 'earlier' : undefined;
  }

  count(): Promise<number> {
    return this.rows.count();
  }

  async list(page: number, size: number): Promise<Page<DeadLetter>> {
    const [rows, total] = await this.rows.findAndCount({ order: { id: 'ASC' }, skip: (page - 1) * size, take: size });
    return { items: rows.map(letterOf), total, page, size };
  }

  async discard(id: string): Promise<void> {
    const { affected } = await this.rows.delete(id);
    if (affected !== 1) throw new DomainError(NotFound, `There is no dead letter ${id}.`);
  }

  /** Hands letters to their listeners again, oldest first; one that fails holds back the later ones of its subject. */
  async replay(ids?: readonly string[]): Promise<ReplayResult> {
    const rows = await this.rows.find({ order: { id: 'ASC' }, take: MOST, ...(ids === undefined ? {} : { where: { id: In([...ids]) } }) });
    const handlers = new Map(this.handlers.all().map((handler) => [handler.name, handler]));
    const failed: ReplayResult['failed'] = [];
    const stuck = new Set<string>();
    for (const row of rows) {
      const line = `${row.handler} ${letterOf(row).subject}`;
      const reason = stuck.has(line) ? 'waits for an earlier letter of the same subject' : await this.again(handlers.get(row.handler), row);
      if (reason === undefined) continue;
      stuck.add(line);
      failed.push({ id: row.id, reason });
    }
    return { replayed: rows.length - failed.length, failed, left: await this.count() };
  }

  /** After an upgrade: what waited for it is handled before anything new is read. */
  async replayUnderstood(): Promise<void> {
    const rows = await this.dataSource.query('SELECT id FROM dead_letter WHERE starts_with(reason, $1) ORDER BY id LIMIT $2', [NEWER, MOST]) as { id: string }[];
    if (rows.length === 0) return;
    const { replayed, left } = await this.replay(rows.map(({ id }) => id));
    this.logger.info({ replayed, left }, 'events of newer versions looked at again');
  }

  private get rows() {
    return this.dataSource.getRepository(DeadLetterRow);
  }

  private async again(handler: Handler | undefined, row: DeadLetterRow): Promise<string | undefined> {
    const envelope = EventEnvelope.safeParse(row.envelope);
    if (handler === undefined || !envelope.success) return handler === undefined ? `no listener is named ${row.handler}` : 'it is no event';
    const misfit = misfitOf(handler, envelope.data);
    if (misfit !== undefined) return misfit.reason;
    try {
      await this.handlers.apply(handler, envelope.data, async (tx) => void (await tx.delete(DeadLetterRow, row.id)));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

function letterOf({ id, handler, envelope, reason, parkedAt }: DeadLetterRow): DeadLetter {
  const known = EventEnvelope.partial().safeParse(envelope).data ?? {};
  return { id, handler, type: known.type ?? '', subject: known.subject ?? '', dataversion: known.dataversion ?? 1, reason, parkedAt: parkedAt.toISOString(), event: envelope };
}
