import { z } from 'zod';

/** The Authorization API 1.0 of the OpenID AuthZEN working group. Unknown members are ignored everywhere, as it demands. */
const Properties = z.record(z.string(), z.unknown());
const Name = z.string().min(1).max(4096);

export const AuthzenSubject = z.looseObject({ type: Name, id: Name, properties: Properties.optional() });
export const AuthzenResource = z.looseObject({ type: Name, id: Name, properties: Properties.optional() });
export const AuthzenAction = z.looseObject({ name: Name, properties: Properties.optional() });
export type AuthzenSubject = z.infer<typeof AuthzenSubject>;
export type AuthzenResource = z.infer<typeof AuthzenResource>;
export type AuthzenAction = z.infer<typeof AuthzenAction>;

export const EVALUATION_SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export const EvaluationSemantic = z.enum(EVALUATION_SEMANTICS);
export type EvaluationSemantic = z.infer<typeof EvaluationSemantic>;

export const EvaluationInput = z.looseObject({ subject: AuthzenSubject, action: AuthzenAction, resource: AuthzenResource, context: Properties.optional() });
export type EvaluationInput = z.infer<typeof EvaluationInput>;

/** Most questions of one call. */
export const MAX_EVALUATIONS = 10_000;

/** The members beside `evaluations` are defaults; an item that names one replaces it. Faults inside an item are that item's alone. */
export const EvaluationsInput = z.looseObject({
  subject: AuthzenSubject.partial().optional(),
  action: AuthzenAction.partial().optional(),
  resource: AuthzenResource.partial().optional(),
  context: Properties.optional(),
  evaluations: z.array(z.unknown()).max(MAX_EVALUATIONS).optional(),
  options: z.looseObject({ evaluations_semantic: EvaluationSemantic.optional() }).optional(),
});
export type EvaluationsInput = z.infer<typeof EvaluationsInput>;

/** A no is an answer like a yes: status 200. `context` tells why, and by which id the decision explains itself. */
export const EvaluationAnswer = z.looseObject({ decision: z.boolean(), context: Properties.optional() });
export type EvaluationAnswer = z.infer<typeof EvaluationAnswer>;
export const EvaluationsAnswer = z.looseObject({ evaluations: z.array(EvaluationAnswer) });
export type EvaluationsAnswer = z.infer<typeof EvaluationsAnswer>;

const Page = z.looseObject({ token: z.string().max(4096).optional(), limit: z.int().min(1).optional() });
export const SubjectSearchInput = z.looseObject({ subject: z.looseObject({ type: Name, properties: Properties.optional() }), action: AuthzenAction, resource: AuthzenResource, context: Properties.optional(), page: Page.optional() });
export const ResourceSearchInput = z.looseObject({ subject: AuthzenSubject, action: AuthzenAction, resource: z.looseObject({ type: Name, properties: Properties.optional() }), context: Properties.optional(), page: Page.optional() });
export const ActionSearchInput = z.looseObject({ subject: AuthzenSubject, resource: AuthzenResource, context: Properties.optional(), page: Page.optional() });
export type SubjectSearchInput = z.infer<typeof SubjectSearchInput>;
export type ResourceSearchInput = z.infer<typeof ResourceSearchInput>;
export type ActionSearchInput = z.infer<typeof ActionSearchInput>;

/** `next_token` is empty on the last page. */
const answered = <T extends z.ZodType>(result: T) => z.looseObject({ page: z.looseObject({ next_token: z.string(), count: z.int().optional() }), results: z.array(result) });
export const EntitySearchAnswer = answered(z.looseObject({ type: z.string(), id: z.string() }));
export const ActionSearchAnswer = answered(z.looseObject({ name: z.string() }));
export type EntitySearchAnswer = z.infer<typeof EntitySearchAnswer>;
export type ActionSearchAnswer = z.infer<typeof ActionSearchAnswer>;

export const AuthzenConfiguration = z.looseObject({
  policy_decision_point: z.string(),
  access_evaluation_endpoint: z.string(),
  access_evaluations_endpoint: z.string().optional(),
  search_subject_endpoint: z.string().optional(),
  search_resource_endpoint: z.string().optional(),
  search_action_endpoint: z.string().optional(),
});
export type AuthzenConfiguration = z.infer<typeof AuthzenConfiguration>;

/** A resource the decision point knows, so that it can be found by search; its properties stand where a question names none. */
export const KnownResource = z.object({
  type: Name.max(256), id: Name.max(1024), properties: z.record(z.string().max(256), z.union([z.string().max(256), z.number(), z.boolean(), z.array(z.string().max(256)).max(256)])).default({}),
});
export type KnownResource = z.infer<typeof KnownResource>;
