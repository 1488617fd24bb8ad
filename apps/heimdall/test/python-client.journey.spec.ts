import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Call { readonly call: string; readonly outcome: string; readonly detail?: string; readonly value?: unknown }

const python = process.env['DATAOS_TEST_PYTHON'];
const [story, title] = python === undefined
  ? [describe.skip, 'the official Python client (not run: DATAOS_TEST_PYTHON names no python that has dataos-sdk-py 1.0.6)'] : [describe, 'the official Python client, dataos-sdk-py 1.0.6'];

/** Bodies with parts in parts, which the client sends as forms under any content type: nobody can read them, so they are refused by name of the field. */
const UNREADABLE = ['create_policy', 'update_policy', 'create_policy_provider', 'create_grant', 'create_grant_request', 'create_data_policy', 'update_data_policy', 'make_data_policy_decision'];
/** Refused for what they ask, not for how. */
const REFUSED: Record<string, string> = { 'authorize refused': 'ForbiddenException', create_collection: 'InvalidRequestException', delete_collection: 'NotFoundException', 'delete_provider in use': 'Exception' };

story(title, () => {
  let platform: TestPlatform;
  let calls: Call[];

  beforeAll(async () => {
    platform = await startPlatform({ args: ['--empty'] });
    const { DATAOS_OPERATOR_APIKEY: key = '', DATAOS_URL: url = '' } = platform.environment;
    const { stdout } = await promisify(execFile)(python ?? '', [join(import.meta.dirname, 'clients/every_call.py'), url, 'olivia', key], { timeout: 120_000 });
    calls = stdout.trim().split('\n').map((line) => JSON.parse(line) as Call);
  }, 600_000);
  afterAll(async () => {
    await platform.stop();
    await removePlatform(platform.folder);
  });

  const valueOf = (name: string): unknown => calls.find(({ call }) => call === name)?.value;

  it('makes each of its 81 calls', () => expect(new Set(calls.map(({ call }) => call.split(' ')[0])).size).toBe(81));

  it('reads the answer of every call it can say', () => {
    const failed = calls.filter(({ call, outcome }) => outcome !== 'ok' && !UNREADABLE.includes(call) && !(call in REFUSED));
    expect(failed).toEqual([]);
  });

  it('is refused with 400 and a pointer where its body cannot be read, and by policy where policy says no', () => {
    for (const name of UNREADABLE) expect(calls.find(({ call }) => call === name)).toMatchObject({ outcome: 'InvalidRequestException', detail: expect.stringContaining('pointer') });
    for (const [name, outcome] of Object.entries(REFUSED)) expect(calls.find(({ call }) => call === name)).toMatchObject({ outcome });
  });

  it('finds in the answers what it sent', () => {
    expect(valueOf('rotate_token')).toMatchObject({ user_id: 'olivia', data: { apikey: expect.any(String) } });
    expect(valueOf('get_user')).toMatchObject({ id: 'pia', name: 'Pia', email: 'pia@air.example', properties: [{ key: 'home', value: 'CA' }] });
    expect(valueOf('delete_specific_user_tag')).toMatchObject({ user_id: 'pia', tags: expect.arrayContaining(['roles:id:pilot']) });
    expect(valueOf('authorize_user')).toMatchObject({ allow: true, valid: true, result: { id: 'pia' } });
    expect(valueOf('get_policy')).toMatchObject({ name: 'pilots-read', predicates: ['read'], subjects: { tags: [['roles:id:pilot']] } });
    expect(valueOf('get_grant')).toMatchObject({ policy_use_case_id: 'may-land', values: [{ authorization_atom_id: 'land', variable_values: [{ runway: 'north' }] }] });
    expect(valueOf('approve_grant_request')).toMatchObject({ subjects: ['users:id:pia'] });
    expect(valueOf('get_data_policy')).toMatchObject({ mask: { operator: 'hash', hash: { algo: 'sha256' } }, selector: { column: { names: ['email'] } } });
    expect(valueOf('get_secret')).toMatchObject({ id: 'locker', data: [{ key: 'pin', base64Value: 'MTIzNA==' }] });
    expect(valueOf('get_asset_tags')).toEqual(expect.arrayContaining([expect.objectContaining({ tagFqn: 'PII.Row' })]));
  });
});
