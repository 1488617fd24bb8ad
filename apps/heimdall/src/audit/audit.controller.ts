import type { AnswerOf, InputOf } from '@dataos/contracts-core';
import { type AuditReport, heimdallApi, type ReplayReport } from '@dataos/contracts-heimdall';
import { Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { ReplayService } from './replay.service.js';

const { routes } = heimdallApi;

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService, private readonly replays: ReplayService) {}

  @Endpoint(routes.verifyAudit)
  verify(@Input() { query }: InputOf<typeof routes.verifyAudit>): Promise<AuditReport> {
    return this.audit.verify(query.head);
  }

  @Endpoint(routes.replayPolicies)
  replay(@Input() { body }: InputOf<typeof routes.replayPolicies>): Promise<ReplayReport> {
    return this.replays.replay(body);
  }

  @Endpoint(routes.checkPolicies)
  check(@Input() { body }: InputOf<typeof routes.checkPolicies>): Promise<AnswerOf<typeof routes.checkPolicies>> {
    return this.replays.check(body);
  }
}
