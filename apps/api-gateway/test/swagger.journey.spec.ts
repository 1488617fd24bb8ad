import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const browsers = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const executablePath = browsers.find((path) => path !== undefined && existsSync(path));
const [story, title] = executablePath === undefined
  ? [describe.skip, 'Swagger UI in a browser (not run: no Chromium is found; name one in CHROMIUM)'] : [describe, 'Swagger UI in a browser'];

story(title, () => {
  let platform: TestPlatform;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  const url = (): string => platform.environment['DATAOS_URL'] ?? '';

  beforeAll(async () => {
    platform = await startPlatform({ args: ['--empty'] });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', '--disable-background-networking'] });
    page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${url()}/docs`);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
    await removePlatform(platform.folder);
  }, 60_000);

  const operation = (id: string): Locator => page.locator(`.opblock[id$="-${id}"]`);
  const answer = (id: string): Locator => operation(id).locator('.live-responses-table');
  const open = async (id: string): Promise<void> => {
    await operation(id).locator('.opblock-summary-control').click();
    await operation(id).getByRole('button', { name: 'Try it out' }).click();
  };
  const execute = async (id: string, status: string): Promise<string> => {
    await operation(id).getByRole('button', { name: 'Execute' }).click();
    await answer(id).locator('.response-col_status', { hasText: status }).waitFor();
    return (await answer(id).locator('.response-col_description').first().textContent()) ?? '';
  };

  it('shows the operations of every service', async () => {
    for (const id of ['heimdall_listUsers', 'depotService_listDepots', 'metis_searchAssets', 'odin_sparql', 'minervaGateway_submit', 'poros_apply', 'operations_listPods']) {
      await operation(id).waitFor();
    }
  }, 90_000);

  it('is refused like everybody while nobody has signed in', async () => {
    await open('heimdall_listUsers');
    expect(await execute('heimdall_listUsers', '401')).toContain('unauthenticated');
  }, 90_000);

  it('takes an API key and tries operations with it', async () => {
    await page.locator('.auth-wrapper .btn.authorize').first().click();
    const scheme = page.locator('.auth-container', { hasText: 'An API key of a user' });
    await scheme.locator('input').fill(platform.environment['DATAOS_OPERATOR_APIKEY'] ?? '');
    await scheme.getByRole('button', { name: 'Apply credentials' }).click();
    await page.locator('.modal-ux .btn-done').first().click();
    expect(await execute('heimdall_listUsers', '200')).toContain('olivia');
    await open('metis_searchAssets');
    expect(await execute('metis_searchAssets', '200')).toContain('"total"');
  }, 90_000);

  it('keeps the key over a reload, as it is told to, and never broke', async () => {
    await page.reload();
    await open('heimdall_listUsers');
    expect(await execute('heimdall_listUsers', '200')).toContain('olivia');
    expect(faults).toEqual([]);
  }, 90_000);
});
