import { startService } from '@dataos/kit';
import { AppModule } from './app.module.js';
import { service } from './service.js';
import { acceptClientHabits } from './wire/client-habits.js';

await startService(service, AppModule, acceptClientHabits);
