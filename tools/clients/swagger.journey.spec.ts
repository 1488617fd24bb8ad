import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromiumPath, removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { type Browser, chromium, type Page } from 'playwright-core';

const [story, title] = chromiumPath === undefined
  ? [describe.skip, 'Swagger UI in a browser (not run: no Chromium is found; name one in CHROMIUM)'] : [describe, 'Swagger UI in a browser'];

story(title, () => {
  let platform: TestPlatform;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    platform = await startPlatform({ args: ['--empty'] });
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-background-networking'] });
    page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    page.on('pageerror', (error) => faults.push(error.message));
  }, 400_000);

  afterAll(async () => {
    await browser.close();
    await platform.stop();
    await removePlatform(platform.folder);
  }, 60_000);

  /** Where one operation of one service is tried out. */
  const open = async (service: string, tag: string, operation: string): Promise<void> => {
    await page.goto(`${platform.environment['DATAOS_URL']}/docs?urls.primaryName=${service}#/${tag}/${operation}`);
    await page.getByRole('button', { name: 'Try it out' }).click();
  };

  async function execute(): Promise<{ status: string; body: string }> {
    await page.getByRole('button', { name: 'Execute' }).click();
    const shown = page.locator('.live-responses-table .response').first();
    const status = shown.locator('.response-col_status').filter({ hasText: /^\s*\d{3}/ });
    await status.waitFor();
    return { status: (await status.innerText()).trim().slice(0, 3), body: await shown.locator('.response-col_description').innerText() };
  }

  const authorize = async (key: string): Promise<void> => {
    await page.locator('.auth-wrapper .btn.authorize').click();
    const form = page.locator('.auth-container', { hasText: '(apiKey)' });
    await form.getByRole('textbox').fill(key);
    await form.getByRole('button', { name: 'Apply credentials' }).click();
    await form.getByRole('button', { name: 'Close' }).click();
  };

  it('tries out an operation: refused without a key, answered with one', async () => {
    await open('Operations', 'services', 'operations_listServices');
    expect(await execute()).toEqual({ status: '401', body: expect.stringContaining('unauthenticated') });
    await page.getByRole('button', { name: 'Clear' }).click();
    await authorize(platform.environment['DATAOS_OPERATOR_APIKEY'] ?? '');
    expect(await execute()).toEqual({ status: '200', body: expect.stringContaining('minerva-gateway') });
  }, 300_000);

  it('keeps the key over a reload, for another service too', async () => {
    await open('Poros', 'workspaces', 'poros_listWorkspaces');
    expect(await execute()).toEqual({ status: '200', body: expect.stringContaining('public') });
    expect(faults).toEqual([]);
  }, 300_000);

  it('draws the document of all services', async () => {
    await page.goto(`${platform.environment['DATAOS_URL']}/docs`);
    await page.locator('#operations-tag-heimdall').waitFor();
    for (const tag of ['depot-service', 'sparql', 'trino', 'resources', 'services']) await page.locator(`#operations-tag-${tag}`).waitFor();
    expect(faults).toEqual([]);
  }, 300_000);
});
