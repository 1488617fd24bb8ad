import { createClient, deadLetterRoutes, type DeadLetter, defineApi, type ReplayResult } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { odinApi } from '@dataos/contracts-odin';
import { operationsApi } from '@dataos/contracts-operations';
import { porosApi } from '@dataos/contracts-poros';
import { type Command, Option } from 'commander';
import { Failure, UsageError } from '../output/failure.js';
import { table } from '../output/table.js';
import type { Session } from '../session/session.js';
import type { Context } from './context.js';

const services = [heimdallApi, depotApi, metisApi, odinApi, minervaApi, porosApi, operationsApi].map(({ service }) => service);
const mostShown = 500;

const clientOf = (session: Session, service: string) =>
  createClient(defineApi({ service, title: service, routes: deadLetterRoutes(service) }), { baseUrl: session.url, token: session.apikey });

/** The service of the option, or all of them. */
const chosen = (service: string | undefined): readonly string[] => (service === undefined ? services : [service]);

const serviceOption = (): Option => new Option('-s, --service <name>', 'of one service only').choices(services);

/** `dataos events dead|replay|discard`: what services could not handle, seen and sent again. */
export function addEvents(program: Command, context: Context): void {
  const events = program.command('events').description('events that a service could not handle');
  events.command('dead').description('list them, with the reason').addOption(serviceOption()).action(async ({ service }: { service?: string }) => {
    const session = await context.session();
    const letters = (await Promise.all(chosen(service).map((name) => lettersOf(session, name)))).flat();
    context.show(letters, (options) => table(
      ['SERVICE', 'ID', 'EVENT', 'SUBJECT', 'HANDLER', 'PARKED', 'REASON'],
      letters.map((letter) => [letter.service, letter.id, `${letter.type} v${letter.dataversion}`, letter.subject, letter.handler, letter.parkedAt, letter.reason]), options,
    ));
  });
  events.command('replay').description('hand them to their listeners again, oldest first; exit code 1 when one fails again')
    .argument('[ids...]', 'these only (with --service)').addOption(serviceOption())
    .action(async (ids: string[], { service }: { service?: string }) => {
      if (ids.length > 0 && service === undefined) throw new UsageError('Numbers of letters are a service\'s own: name it with --service.');
      await replay(context, chosen(service), ids);
    });
  events.command('discard').description('give one up for good').argument('<id>').addOption(serviceOption().makeOptionMandatory())
    .action(async (id: string, { service }: { service: string }) => {
      const session = await context.session();
      await clientOf(session, service).discardDeadLetter({ params: { id } });
      context.say(`Letter ${id} of ${service} is gone.`);
    });
}

async function lettersOf(session: Session, service: string): Promise<(DeadLetter & { service: string })[]> {
  const { items } = await clientOf(session, service).listDeadLetters({ query: { size: mostShown } });
  return items.map((letter) => ({ service, ...letter }));
}

async function replay(context: Context, names: readonly string[], ids: readonly string[]): Promise<void> {
  const session = await context.session();
  const results: (ReplayResult & { service: string })[] = [];
  for (const service of names) {
    results.push({ service, ...(await clientOf(session, service).replayDeadLetters({ body: ids.length === 0 ? {} : { ids: [...ids] } })) });
  }
  context.show(results, (options) => table(['SERVICE', 'REPLAYED', 'FAILED', 'LEFT'], results.map(({ service, replayed, failed, left }) => [service, replayed, failed.length, left]), options));
  const failed = results.flatMap(({ service, failed: list }) => list.map(({ id, reason }) => `${service} ${id}: ${reason}`));
  if (failed.length > 0) throw new Failure(failed.join('\n'));
}
