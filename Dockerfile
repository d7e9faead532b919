# Wirewatch as it runs: Node takes the TypeScript as it is, so there is nothing to build but the dependencies.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    WIREWATCH_DATA=/data \
    PORT=8080
WORKDIR /app
# Owned by root and not writable for the user who runs it.
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json package-lock.json LICENSE ./
COPY src ./src
COPY adapters ./adapters
COPY prompts ./prompts
COPY config ./config
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
# The image has no curl; Node asks itself. A bot that needs longer than the start period to migrate is still alive.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and gets the stop signal itself: npm in between would swallow it.
ENTRYPOINT ["node", "src/launch.mjs"]
CMD ["run"]
