import { startService } from '@dataos/kit';
import { AppModule } from './app.module.js';
import { openDoor } from './door.js';
import { service } from './service.js';

await startService(service, AppModule, openDoor);
