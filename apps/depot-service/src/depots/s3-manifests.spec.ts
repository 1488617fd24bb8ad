import { describe, expect, it } from '@jest/globals';
import { DepotRequest } from '@dataos/contracts-depot';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkConnection, driverOf } from './connection.js';

const folder = process.env['DATAOS_TEST_DATA'];
interface Manifest { type: string; manifest: { depot?: { type?: string } } }

/** What each declaration of the corpus comes to: read, kept, or refused with the pointer of its fault. */
function outcomeOf(depot: object): string {
  const request = DepotRequest.parse(Object.fromEntries(Object.entries(depot).filter(([, value]) => value !== null)));
  try {
    checkConnection(request);
    return driverOf(request) === undefined ? 'kept' : 'read';
  } catch (error) {
    return (error as { extra?: { errors: { pointer: string }[] } }).extra?.errors[0]?.pointer ?? String(error);
  }
}

(folder === undefined ? describe.skip : describe)(folder === undefined ? 'S3 depots as others declare them (not run: DATAOS_TEST_DATA names no folder)' : 'S3 depots as others declare them', () => {
  it('are taken as they are; refused are credentials in clear, and a template without a bucket', () => {
    const lines = readFileSync(path.join(folder ?? '', 'manifests/manifests.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Manifest);
    const depots = lines.flatMap(({ type, manifest }) => (type === 'depot' && manifest.depot?.type?.toUpperCase() === 'S3' ? [manifest.depot] : []));
    expect(depots.length).toBeGreaterThan(5);
    const outcomes = depots.map(outcomeOf);
    expect(outcomes.filter((outcome) => outcome.startsWith('/')).every((pointer) => pointer === '/body/connectionSecret' || pointer === '/body/spec/bucket')).toBe(true);
    expect(outcomes).toEqual(expect.arrayContaining(['read', 'kept']));
  });
});
