import { z } from 'zod';
import { Pattern } from './pattern.js';
import { Duration, Links } from './user.js';

const Id = z.string().min(1).max(128).regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'letters, digits, dot, dash, underscore, colon');
const Label = z.string().max(256).nullish();
const Text = z.string().max(4096).nullish();

/** One thing a provider lets be granted: a predicate on objects in which `${name}` stands for a value given later. */
export const Atom = z
  .looseObject({
    id: Id, description: Text, predicate: z.string().min(1).max(128).refine((text) => !text.includes('${'), 'a predicate holds no variables'),
    tags: z.array(Pattern).max(32).nullish(), paths: z.array(Pattern).max(32).nullish(),
    conditions: z.array(z.unknown()).max(0, 'conditions are not supported; a policy that ignored them would allow too much').nullish(),
  })
  .refine((atom) => (atom.tags?.length ?? 0) + (atom.paths?.length ?? 0) > 0, { message: 'give tags or paths', path: ['paths'] });
export type Atom = z.infer<typeof Atom>;

/** An enforcement point and what it enforces. */
export const ProviderInput = z.looseObject({
  id: Id, name: z.string().min(1).max(256), version: z.string().max(64).nullish(), description: Text, authorization_atoms: z.array(Atom).min(1).max(256),
});
export type ProviderInput = z.infer<typeof ProviderInput>;
const times = { created_at: z.string(), updated_at: z.string() };
export const ProviderView = z.object({ id: z.string(), name: z.string(), version: z.string(), description: z.string(), ...times, _links: Links });
export type ProviderView = z.infer<typeof ProviderView>;
export const AtomView = z.object({
  id: z.string(), description: z.string(), predicate: z.string(), tags: z.array(z.string()), paths: z.array(z.string()), variables: z.array(z.string()),
  conditions: z.null(), policy_enforcement_provider_id: z.string(), ...times, _links: Links,
});
export type AtomView = z.infer<typeof AtomView>;
export const ProviderDetail = ProviderView.extend({ authorization_atoms: z.array(AtomView) });
export type ProviderDetail = z.infer<typeof ProviderDetail>;

const Value = z.string().min(1).max(512);
/** Values for the variables of one atom; each entry of a use-case is one more binding of it. */
export const AtomValues = z.looseObject({ authorization_atom_id: Id, variable_values: z.array(z.record(z.string().max(64), Value)).min(1).max(64) });
export type AtomValues = z.infer<typeof AtomValues>;

/** A named bundle of atoms and of other use-cases, with some variables set already. */
export const UseCaseInput = z
  .looseObject({
    id: Id, name: Label, description: Text, category: Label, authorization_atoms: z.array(Id).max(256).nullish(), use_cases: z.array(Id).max(64).nullish(), values: z.array(AtomValues).max(256).nullish(),
  })
  .refine((useCase) => (useCase.authorization_atoms?.length ?? 0) + (useCase.use_cases?.length ?? 0) > 0, { message: 'give atoms or other use-cases', path: ['authorization_atoms'] });
export type UseCaseInput = z.infer<typeof UseCaseInput>;
export const UseCaseView = z.object({
  id: z.string(), name: z.string(), description: z.string(), category: z.string(), authorization_atoms: z.array(AtomView), use_cases: z.array(z.string()), values: z.array(AtomValues),
  /** Variables that a grant must give, by atom. */
  unbound: z.record(z.string(), z.array(z.string())), ...times, _links: Links,
});
export type UseCaseView = z.infer<typeof UseCaseView>;

const Binding = z.record(z.string().max(64), Value);
/** By atom, or a bare list that serves every atom having these variables. */
export const GrantValues = z.union([z.record(Id, z.array(Binding).max(64)), z.array(Binding).max(64)]);
export type GrantValues = z.infer<typeof GrantValues>;

export const GrantInput = z.looseObject({
  policy_use_case_id: Id, subjects: z.array(Pattern).min(1).max(64).nullish(), values: GrantValues.nullish(), collection: z.literal('default').nullish(), notes: Text,
  requester: z.string().max(64).nullish(), source: z.string().max(128).nullish(),
  /** How long the grant lives once given; without it until somebody deletes it. */
  duration: Duration.nullish(),
});
export type GrantInput = z.infer<typeof GrantInput>;

export const GrantView = z.object({
  id: z.string(), policy_use_case_id: z.string(), collection: z.string(), subjects: z.array(z.string()), subjectGranters: z.record(z.string(), z.string()), values: z.array(AtomValues),
  policies: z.array(z.object({ id: z.string() })), expires_at: z.string().nullable(), ...times, _links: Links,
});
export type GrantView = z.infer<typeof GrantView>;

export const RequestState = z.enum(['requested', 'approved', 'rejected']);
export const GrantRequestView = z.object({
  id: z.string(), state: RequestState, policy_use_case_id: z.string(), collection: z.string(), subjects: z.array(z.string()), values: z.record(z.string(), z.array(z.record(z.string(), z.string()))),
  notes: z.string(), requester: z.string(), source: z.string(), creator: z.string(), decision: z.string().nullable(), policy_use_case_grant_id: z.string().nullable(),
  duration: z.int().nullable(), created_at: z.string(), _links: Links,
});
export type GrantRequestView = z.infer<typeof GrantRequestView>;
/** A rejected request in the shape of a grant that has no policies, as the clients read this one answer. */
export const RejectedRequest = GrantRequestView.extend({ values: z.array(AtomValues), policies: z.array(z.object({ id: z.string() })), subjectGranters: z.record(z.string(), z.string()) });
export type RejectedRequest = z.infer<typeof RejectedRequest>;
