// HEALTHCHECK of every image: ready is healthy; the answer, which names what is missing, is what `docker inspect` shows.
import { get } from 'node:http';

const request = get({ host: '127.0.0.1', port: process.env.PORT ?? 8080, path: '/health/ready', timeout: 3_500 }, (answer) => {
  answer.pipe(process.stdout);
  answer.on('end', () => { process.exitCode = answer.statusCode === 200 ? 0 : 1; });
});
request.on('timeout', () => request.destroy(new Error('no answer within 3.5 s')));
request.on('error', (error) => {
  process.stdout.write(error.message);
  process.exitCode = 1;
});
