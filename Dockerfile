# syntax=docker/dockerfile:1
# One image for what runs beside the apps: `analysis` (the default) is the analysis service, `migrate` the migration engine.
#
#   docker build --tag registry.example.com/bluecanary:0.1.0 .
#   docker run --read-only --publish 8080:8080 --env PROMETHEUS_URL=http://prometheus:9090 registry.example.com/bluecanary:0.1.0
#   docker run --read-only --env MONGODB_URI registry.example.com/bluecanary:0.1.0 migrate --help
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build

# What only synthesizes manifests stays out of the image.
FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev \
 && npm pkg delete dependencies.cdk8s dependencies.cdk8s-plus-28 dependencies.constructs dependencies.@grafana/grafana-foundation-sdk \
    dependencies.@prometheus-io/lezer-promql dependencies.@lezer/common dependencies.@lezer/highlight dependencies.@lezer/lr \
    dependencies.diff dependencies.esbuild dependencies.@jridgewell/trace-mapping dependencies.js-yaml dependencies.jsep dependencies.tsx \
 && npm prune --omit=dev

# The heap of the service stays well below the 256 MiB of its container; what it keeps is bounded, what it collects late is not.
FROM ${NODE}
ENV NODE_ENV=production
WORKDIR /app
RUN printf '#!/bin/sh\nexec node --max-old-space-size=160 /app/analysis/main.js "$@"\n' > /usr/local/bin/analysis \
 && printf '#!/bin/sh\nexec node /app/bluecanary.js migrate "$@"\n' > /usr/local/bin/migrate \
 && chmod 0555 /usr/local/bin/analysis /usr/local/bin/migrate \
 && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* /usr/local/bin/yarn /usr/local/bin/yarnpkg
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/build/bluecanary.js ./
COPY --from=build /app/build/analysis analysis
COPY --from=build /app/build/migrate migrate
# A number, so that Kubernetes can check runAsNonRoot. Nothing is written: the root file system may be read-only.
USER 65532:65532
EXPOSE 8080
CMD ["analysis"]
