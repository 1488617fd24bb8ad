# One recipe for every service:  docker build --build-arg SERVICE=metis -t dataos/metis .
# Targets: service (the default), api-gateway (a service with the console), setup (command line, example and first-run jobs; SERVICE=cli).
# What is installed comes from package-lock.json alone, pruned to what the one service needs, so a changed service rebuilds by itself.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS base
WORKDIR /app
ENV NPM_CONFIG_CACHE=/tmp/npm

FROM base AS lock
COPY package-lock.json ./
COPY tools/deploy/prune.ts tools/deploy/prune-lock.ts tools/deploy/

# The compiler, the same for all.
FROM lock AS compiler-lock
RUN node tools/deploy/prune.ts /pruned +@swc/core
FROM base AS compiler
COPY deploy/image/image.sh /usr/local/bin/image.sh
COPY --from=compiler-lock /pruned ./
RUN --mount=type=cache,target=/tmp/npm,sharing=locked sh /usr/local/bin/image.sh install
COPY tools/build tools/build

# What the services share.
FROM compiler AS libs
COPY libs libs
RUN for project in libs/kit-bus libs/kit libs/contracts/*; do node tools/build/build-project.mjs "$project" || exit 1; done

# The console, which only the api-gateway serves.
FROM lock AS console-lock
RUN node tools/deploy/prune.ts /pruned apps/console +@swc/core
FROM base AS console
COPY deploy/image/image.sh /usr/local/bin/image.sh
COPY --from=console-lock /pruned ./
RUN --mount=type=cache,target=/tmp/npm,sharing=locked sh /usr/local/bin/image.sh install
COPY tools/build tools/build
COPY tsconfig.json ./
COPY libs/contracts libs/contracts
COPY apps/console apps/console
RUN node tools/build/build-project.mjs apps/console

# Everything any service runs on, installed once …
FROM lock AS libraries-lock
RUN node tools/deploy/prune.ts /pruned apps/api-gateway apps/heimdall apps/depot-service apps/metis apps/odin apps/minerva-gateway apps/poros apps/operations apps/cli
FROM base AS libraries
COPY deploy/image/image.sh /usr/local/bin/image.sh
COPY --from=libraries-lock /pruned ./
RUN --mount=type=cache,target=/tmp/npm,sharing=locked sh /usr/local/bin/image.sh install --omit=dev

# … and of it what one service needs. Where that did not change, neither does the layer that the image takes from here.
FROM lock AS service-lock
ARG SERVICE
RUN node tools/deploy/prune.ts /pruned "apps/${SERVICE}"
FROM libraries AS dependencies
ARG SERVICE
COPY package-lock.json ./
COPY tools/deploy/prune-lock.ts tools/deploy/gather.ts tools/deploy/
RUN node tools/deploy/gather.ts /gathered "apps/${SERVICE}"
FROM libs AS code
ARG SERVICE
COPY apps/${SERVICE} apps/${SERVICE}
COPY --from=service-lock /pruned /pruned
RUN node tools/build/build-project.mjs "apps/${SERVICE}" && sh /usr/local/bin/image.sh gather /code

FROM base AS runtime
ARG SERVICE
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
RUN mkdir -p /data /air /secrets && chown 1000:1000 /data /air /secrets
COPY --from=dependencies /gathered ./
COPY --from=service-lock /pruned/package.json ./
COPY --from=code /code ./
WORKDIR /app/apps/${SERVICE}
# A number, so that Kubernetes can see that it is not root.
USER 1000:1000

# Files of the example that come from a library.
FROM lock AS flights-lock
RUN node tools/deploy/prune.ts /pruned +vega-datasets +s3mini
FROM base AS flights
COPY --from=flights-lock /pruned ./
RUN --mount=type=cache,target=/tmp/npm,sharing=locked npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

FROM runtime AS setup
COPY --from=flights /app/node_modules/vega-datasets/data/flights-3m.parquet /app/node_modules/vega-datasets/data/airports.csv /app/node_modules/vega-datasets/data/
COPY --from=flights /app/node_modules/s3mini /app/node_modules/s3mini
COPY tools/local /app/tools/local
COPY tools/deploy /app/tools/deploy
COPY examples/air /app/examples/air
COPY examples/s3 /app/examples/s3
WORKDIR /app
ENV NODE_OPTIONS=--disable-warning=ExperimentalWarning
ENTRYPOINT ["node", "tools/deploy/setup.ts"]

FROM runtime AS service
COPY deploy/image/healthcheck.sh /app/healthcheck.sh
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --start-interval=1s --retries=3 CMD ["bash", "/app/healthcheck.sh"]
CMD ["node", "--enable-source-maps", "--disable-warning=ExperimentalWarning", "dist/main.js"]

FROM service AS api-gateway
COPY --from=console /app/apps/console/dist /app/apps/console/dist
ENV CONSOLE_DIR=/app/apps/console/dist

FROM service
