export { chromiumPath } from './browser.js';
export { type CommandResult, runCli } from './cli.js';
export { createTestDatabase, type TestDatabase, testServerUrl } from './database.js';
export { eventually } from './eventually.js';
export { type FakePeer, startFakePeer } from './peer.js';
export { removePlatform, startPlatform, type TestPlatform } from './platform.js';
export { fakeAccess, problemOf, problemsOf, startTestService, type TestService, type TestServiceOptions } from './service.js';
export { startTestStore, type TestStore } from './s3.js';
