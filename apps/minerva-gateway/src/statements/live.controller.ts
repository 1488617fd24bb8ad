import { type AccessControl, type AnswerOf, type Caller as CallerType, DomainError, type InputOf, NotFound } from '@dataos/contracts-core';
import { minervaApi, QueryNotUnderstood, QueryOver } from '@dataos/contracts-minerva';
import { ACCESS, Caller, Endpoint, Input } from '@dataos/kit';
import { Controller, Inject } from '@nestjs/common';
import { TrinoFailure } from '../sql/failure.js';
import { Commands } from './commands.service.js';
import { LiveQueries } from './live-queries.js';
import { sessionOf } from './session.js';

const { routes } = minervaApi;

/** What people do with queries besides running them: kill one, or ask beforehand what they would see. */
@Controller()
export class LiveController {
  constructor(private readonly live: LiveQueries, private readonly commands: Commands, @Inject(ACCESS) private readonly access: AccessControl) {}

  @Endpoint(routes.killQuery)
  async kill(@Input() { params: { id } }: InputOf<typeof routes.killQuery>, @Caller() { token, ...principal }: CallerType): Promise<void> {
    const query = this.live.known(id);
    const own = query?.user === principal.id || query?.owner === principal.id;
    const may = own || (await this.access.authorize({ token, principal, predicate: 'delete', paths: ['/gateway/api/v1/queries'] })).allow;
    // That somebody else's query exists is not told.
    if (query === undefined || !may) throw new DomainError(NotFound, `No query ${id} runs here.`);
    if (query.isOver) throw new DomainError(QueryOver, `The query ${id} is over.`);
    this.live.stop(id, new TrinoFailure(own ? 'USER_CANCELED' : 'ADMINISTRATIVELY_KILLED', own ? 'Query was canceled' : `Query was killed by ${principal.id}`));
  }

  @Endpoint(routes.explainAccess)
  async explain(@Input() { body }: InputOf<typeof routes.explainAccess>, @Caller() { token, ...principal }: CallerType): Promise<AnswerOf<typeof routes.explainAccess>> {
    const { sql, catalog, schema } = body;
    const session = { ...sessionOf({}), ...(catalog === undefined ? {} : { catalog: catalog.toLowerCase() }), ...(schema === undefined ? {} : { schema: schema.toLowerCase() }) };
    try {
      return await this.commands.explainAccess(sql, { text: sql, session, principal, subject: { token } });
    } catch (error) {
      if (!(error instanceof TrinoFailure)) throw error;
      const { location } = error.options;
      throw new DomainError(QueryNotUnderstood, error.message, { errorName: error.errorName, ...(location === undefined ? {} : { line: location.lineNumber, column: location.columnNumber }) });
    }
  }
}
