import { existsSync } from 'node:fs';

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A Chromium of this machine for tests in a real browser: the one `CHROMIUM` names, or one in a usual place. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));
