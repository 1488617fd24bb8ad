import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compilePolicy, decide } from '../decisions/decide.js';
import { compileGrant, expand, unboundOf, type UseCaseFacts, valuesByAtom, variablesOf } from './compile.js';

const tab = { id: 'tab', predicate: 'open_tab', tags: [], paths: ['/payroll/tabs/${tab}'] };
const region = { id: 'region', predicate: 'read', tags: ['dataos:system:payroll:region:${region}', 'dataos:layer:user'], paths: [] };
const ingress = { id: 'ingress', predicate: 'get', tags: [], paths: ['${path}'] };
const value = (authorization_atom_id: string, ...variable_values: Record<string, string>[]) => ({ authorization_atom_id, variable_values });
const useCase = (id: string, atoms: string[], useCases: string[] = []): UseCaseFacts => ({ id, atoms, useCases, values: [] });
const rulesOf = (compiled: ReturnType<typeof compileGrant>) => ('rules' in compiled ? compiled.rules : []);
const faultOf = (compiled: ReturnType<typeof compileGrant>) => ('fault' in compiled ? compiled.fault : undefined);

describe('a grant as policies', () => {
  it('binds the same atom as often as the use-case says, and fills the rest from the grant', () => {
    const rules = rulesOf(compileGrant(['roles:id:clerk'], [tab, region], [value('tab', { tab: 'salaries' }), value('tab', { tab: 'absences' })], [value('region', { region: 'eu' })]));
    expect(rules).toEqual([
      { subjects: { tags: ['roles:id:clerk'] }, predicates: ['open_tab'], objects: { paths: ['/payroll/tabs/salaries'] }, allow: true },
      { subjects: { tags: ['roles:id:clerk'] }, predicates: ['open_tab'], objects: { paths: ['/payroll/tabs/absences'] }, allow: true },
      { subjects: { tags: ['roles:id:clerk'] }, predicates: ['read'], objects: { tags: [['dataos:system:payroll:region:eu', 'dataos:layer:user']] }, allow: true },
    ]);
  });
  it('names the atom and the variable that are missing', () => {
    expect(faultOf(compileGrant(['roles:id:clerk'], [tab, region], [], [value('tab', { tab: 'a' })]))).toBe('the atom region needs a value for region');
  });
  it('lets a grant not change what the use-case has set', () => {
    expect(rulesOf(compileGrant(['a:b'], [tab], [value('tab', { tab: 'salaries' })], [value('tab', { tab: '**' })]))[0]?.objects.paths).toEqual(['/payroll/tabs/salaries']);
  });
  it.each([
    ['two levels of a path', tab, { tab: 'a/b' }], ['two levels of a tag', region, { region: 'eu:secret' }], ['hidden in alternatives', region, { region: '{eu,us:secret}' }], ['a run across levels', tab, { tab: 'a**' }],
  ])('refuses a value that reaches further than the atom: %s', (_, atom, values) => {
    expect(faultOf(compileGrant(['a:b'], [atom], [], [value(atom.id, values)]))).toContain('would reach across levels');
  });
  it.each([[{ tab: '**' }, true], [{ tab: 'a*' }, true], [{ tab: 'salaries' }, false]])('marks %j as broad: %p', (values, broad) => {
    expect(compileGrant(['a:b'], [tab], [], [value('tab', values)])).toMatchObject({ broad });
  });
  it('marks a grant to everybody as broad, and takes a whole path as one value', () => {
    expect(compileGrant(['**'], [ingress], [], [value('ingress', { path: '/app/reports' })])).toMatchObject({ broad: true, rules: [{ objects: { paths: ['/app/reports'] } }] });
  });
  it('refuses values for an atom that is not part of it', () => expect(faultOf(compileGrant(['a:b'], [tab], [], [value('other', { x: 'y' })]))).toContain('not part of the use-case'));
  it('understands both forms of values', () => {
    expect(valuesByAtom({ tab: [{ tab: 'a' }, { tab: 'b' }] }, [tab])).toHaveLength(2);
    expect(valuesByAtom([{ region: 'eu' }], [tab, region])).toEqual([value('region', { region: 'eu' })]);
  });
  it('tells what a grant must give', () => {
    expect(variablesOf({ tags: ['${a}:${b}'], paths: ['/${a}'] })).toEqual(['a', 'b']);
    expect(unboundOf([tab, region], [value('tab', { tab: 'x' })])).toEqual({ region: ['region'] });
  });
  it('allows exactly the given value, whatever it is', () => {
    const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    fc.assert(fc.property(word, word, (given, asked) => {
      const rules = rulesOf(compileGrant(['roles:id:clerk'], [region], [], [value('region', { region: given })]));
      const policies = rules.map((rule, index) => compilePolicy({ name: `p${index}`, owner: '', rule: rule as never }));
      const verdict = decide(policies, { subjectTags: ['roles:id:clerk'], predicates: ['read'], paths: [], objectTags: [`dataos:system:payroll:region:${asked}`, 'dataos:layer:user'] });
      expect(verdict.allow).toBe(given === asked);
    }));
  });
});

describe('use-cases that hold others', () => {
  const facts = (...all: UseCaseFacts[]) => new Map(all.map((one) => [one.id, one]));
  it('gives every atom once', () => expect(expand('a', facts(useCase('a', ['x'], ['b', 'c']), useCase('b', ['x', 'y'], ['c']), useCase('c', ['z'])))).toMatchObject({ atoms: ['x', 'y', 'z'] }));
  it('refuses one that holds itself, and says by which way', () => {
    expect(expand('a', facts(useCase('a', [], ['b']), useCase('b', [], ['c']), useCase('c', [], ['a'])))).toEqual({ fault: 'the use-case a holds itself: a → b → c → a' });
  });
  it('refuses what does not exist', () => expect(expand('a', facts(useCase('a', [], ['gone'])))).toEqual({ fault: 'there is no use-case gone' }));
  it('is quick in a lattice with two to the twentieth ways through it', () => {
    const layers = Array.from({ length: 20 }, (_, layer) => [useCase(`l${layer}`, [`x${layer}`], [`l${layer + 1}`, `r${layer + 1}`]), useCase(`r${layer}`, [], [`l${layer + 1}`, `r${layer + 1}`])]).flat();
    const started = Date.now();
    expect(expand('l0', facts(...layers, useCase('l20', ['end']), useCase('r20', [])))).toMatchObject({ atoms: expect.arrayContaining(['end']) });
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});
