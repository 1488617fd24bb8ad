import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { chromiumPath, eventually, removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const [story, title] = chromiumPath === undefined
  ? [describe.skip, 'the console in a browser (not run: no Chromium is found; name one in CHROMIUM)'] : [describe, 'the console in a browser'];

story(title, () => {
  let platform: TestPlatform;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  const url = (): string => platform.environment['DATAOS_URL'] ?? '';
  const operator = (): string => platform.environment['DATAOS_OPERATOR_APIKEY'] ?? '';

  beforeAll(async () => {
    platform = await startPlatform({ args: ['--empty'] });
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-background-networking'] });
    page = await browser.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    await givenAirports(platform.folder, { baseUrl: url(), token: operator() });
    await givenTrainee({ baseUrl: url(), token: operator() });
    await page.goto(url());
  }, 480_000);

  afterAll(async () => {
    await browser.close();
    await platform.stop();
    await eventually(() => expect(platform.output()).toContain('✓ stopped'), { timeoutMs: 20_000 });
    await removePlatform(platform.folder);
  }, 60_000);

  const signIn = async (key: string): Promise<void> => {
    await page.getByLabel('API key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  it('lets nobody in with a made-up key, and keeps none', async () => {
    await signIn('made-up');
    await page.getByText('Nobody has this key').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('lets the operator in and keeps them in over a reload', async () => {
    await signIn(operator());
    await page.getByText('Olivia Operator').waitFor();
    await page.reload();
    await page.getByText('Olivia Operator').waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  it('shows how each service is', async () => {
    await page.getByRole('article', { name: 'heimdall' }).getByText('ready', { exact: true }).waitFor();
    await page.getByRole('article', { name: 'metis' }).getByText('✓ database').waitFor();
  });

  it('says that nothing is declared yet', async () => {
    await page.getByRole('tab', { name: 'Resources' }).click();
    await page.getByText('Nothing is declared yet.').waitFor();
  });

  it('finds an asset by a column and shows its columns with their tags', async () => {
    await page.getByRole('tab', { name: 'Catalog' }).click();
    await page.getByLabel('Search the catalog').fill('email');
    await page.getByRole('button', { name: 'airports', exact: true }).click();
    const row = page.getByRole('table', { name: 'Columns' }).getByRole('row', { name: 'email' });
    await row.getByText('PII.Email').waitFor();
    await page.getByLabel('Search the catalog').fill('no-such-thing');
    await page.getByText('Nothing is found for “no-such-thing”.').waitFor();
  });

  it('shows where an asset came from and what was masked, and leads there', async () => {
    const lineage = page.getByRole('region', { name: 'Lineage' });
    const before = lineage.getByRole('region', { name: 'Comes from' });
    await before.getByText('mail → email').waitFor();
    await before.getByText('masked', { exact: true }).waitFor();
    expect(await lineage.getByRole('region', { name: 'Goes into' }).count()).toBe(0);
    await before.getByRole('button', { name: 'dataos://places:air/people' }).click();
    await page.getByText('The catalog does not know dataos://places:air/people.').waitFor();
  });

  it('leads a refused analyst in one step to the rule, the tag it names, who gave the tag and whom to ask', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(platform.environment['DATAOS_ANALYST_APIKEY'] ?? '');
    await page.getByRole('tab', { name: 'SQL' }).click();
    await page.getByRole('textbox', { name: 'SQL' }).fill('SELECT email FROM places.air.airports');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('alert').getByText('Access Denied').waitFor();
    await page.getByRole('button', { name: 'Why?' }).click();
    const explanation = page.getByRole('status', { name: 'Explanation' });
    await explanation.waitFor();
    const told = (await explanation.innerText()).replaceAll(/\s+/g, ' ');
    for (const part of ['amir may not select dataos://places:air/airports', 'deny by policy no-places, for which olivia answers', 'roles:id:trainee given by olivia on', 'Ask olivia.']) expect(told).toContain(part);
    if (process.env['DATAOS_TEST_SCREENSHOTS'] !== undefined) await page.screenshot({ path: join(process.env['DATAOS_TEST_SCREENSHOTS'], 'why.png') });
  });

  it('finds what was asked before, and brings it back; others\' queries are not there', async () => {
    const history = page.getByRole('region', { name: 'Earlier queries' });
    const table = history.getByRole('table', { name: 'Queries' });
    await page.getByRole('textbox', { name: 'SQL' }).fill('');
    await history.getByLabel('State').click();
    await page.getByRole('option', { name: 'FAILED' }).click();
    await history.getByLabel('Text').fill('FROM PLACES');
    const row = table.getByRole('row', { name: 'PERMISSION_DENIED' });
    await row.waitFor();
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('amir FAILED PERMISSION_DENIED SELECT email FROM places.air.airports 0');
    await row.getByRole('button').click();
    expect(await page.getByRole('textbox', { name: 'SQL' }).inputValue()).toBe('SELECT email FROM places.air.airports');
    await history.getByLabel('User').fill('olivia');
    await history.getByText('No query is like that.').waitFor();
    if (process.env['DATAOS_TEST_SCREENSHOTS'] !== undefined) await page.screenshot({ path: join(process.env['DATAOS_TEST_SCREENSHOTS'], 'history.png'), fullPage: true });
  });

  it('forgets the key on the way out, and never broke', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(await page.getByText('airports').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

/** A depot with one file, scanned; its column `email` is tagged. */
async function givenAirports(folder: string, access: { baseUrl: string; token: string }): Promise<void> {
  const root = join(folder, 'console-files');
  await mkdir(join(root, 'air'), { recursive: true });
  await chmod(root, 0o755);
  await writeFile(join(root, 'air/airports.csv'), 'code,city,email\nFRA,Frankfurt,a@example.org\n');
  const metis = createClient(metisApi, access);
  await createClient(depotApi, access).putDepot({ params: { depot: 'places' }, body: { type: 'FILE', file: { path: root } } });
  const { id } = await metis.scan({ body: { depot: 'places' } });
  expect((await metis.getScan({ params: { scan: id }, query: { wait: 25 } })).state).toBe('succeeded');
  const read = { namespace: 'dataos://places', name: 'air/people' };
  const columnLineage = { fields: { email: { inputFields: [{ ...read, field: 'mail', transformations: [{ type: 'DIRECT', subtype: 'IDENTITY', masking: true }] }] } } };
  await metis.recordLineage({ body: {
    eventType: 'COMPLETE', eventTime: '2026-01-01T00:00:00Z', producer: 'test', run: { runId: 'r' }, job: { namespace: 'air', name: 'load' },
    inputs: [read], outputs: [{ namespace: 'dataos://places', name: 'air/airports', facets: { columnLineage } }],
  } });
  await metis.putAssetTags({ params: { id: 'dataos://places:air/airports' }, body: { columns: { email: ['PII.Email'] } } });
}

/** The analyst is in training, and trainees see no places. */
async function givenTrainee(access: { baseUrl: string; token: string }): Promise<void> {
  const heimdall = createClient(heimdallApi, access);
  await heimdall.createRole({ body: { id: 'trainee', name: 'Trainee' } });
  await heimdall.addTags({ body: { user_id: 'amir', tags: ['roles:id:trainee'] } });
  const rule = { subjects: { tags: ['roles:id:trainee'] }, predicates: ['select', 'read'], objects: { paths: ['dataos://places:**'] }, allow: false };
  await heimdall.putPolicy({ params: { name: 'no-places' }, body: { owner: 'olivia', policy: { access: rule } } });
}
