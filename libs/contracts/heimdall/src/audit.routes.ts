import { defineRoute, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { AuditReport, PolicyDraft, ReplayInput, ReplayReport } from './audit.js';

export const auditRoutes = {
  verifyAudit: defineRoute({ method: 'GET', path: '/heimdall/api/v1/audit/verify', summary: 'Go through the log of decisions and tell whether it is what was written',
    query: z.looseObject({ head: z.string().regex(/^[0-9a-f]{64}$/, 'a hash of 64 hex digits').optional() }), response: AuditReport }),
  replayPolicies: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/policies/replay', summary: 'Ask recorded decisions again under a draft of the policies: which users, objects and columns change', body: ReplayInput, response: ReplayReport, problems: [PolicyDenied],
  }),
  checkPolicies: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/policies/check', summary: 'Which expectations a draft of the policies would break, and what in it is probably meant otherwise', body: PolicyDraft,
    response: z.object({ checked: z.int(), broken: ReplayReport.shape.broken, hints: ReplayReport.shape.hints }),
  }),
  rotateSecretKey: defineRoute({
    method: 'POST', path: '/heimdall/api/v1/secrets/rotate-key', summary: 'Make a new key and seal every secret with it', response: z.object({ key: z.string(), sealed: z.int() }),
  }),
};
