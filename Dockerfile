# Not built on the machine where it was written (no container engine there).
FROM node:20-bookworm-slim AS build
WORKDIR /srv/gongkai
ENV CI=1 NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The same step that `npm run up` takes, with the stamp that tells it later that this is done.
RUN node scripts/build.mjs

FROM node:20-bookworm-slim
WORKDIR /srv/gongkai
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /srv/gongkai ./
RUN mkdir -p data && chown node:node data
USER node
VOLUME /srv/gongkai/data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Migrates and seeds an empty database, then serves.
CMD ["node", "scripts/up.mjs"]
