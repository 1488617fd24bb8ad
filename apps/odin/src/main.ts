import { startService } from '@dataos/kit';
import { AppModule } from './app.module.js';
import { service } from './service.js';

await startService(service, AppModule);
