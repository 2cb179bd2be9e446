# Heard in a container. The desk keeps everything in /data; with DATABASE_URL it keeps only its keys there.
FROM node:24-slim AS built
WORKDIR /heard
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/ready.mjs --build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
RUN useradd --system --uid 1500 --home-dir /data heard && mkdir /data && chown heard /data
WORKDIR /heard
COPY --from=built /heard/package.json ./
COPY --from=built /heard/node_modules node_modules
COPY --from=built /heard/dist dist
COPY --from=built /heard/src src
COPY --from=built /heard/samples samples
COPY --from=built /heard/playbooks playbooks
ENV NODE_ENV=production HEARD_HOME=/data HOST=0.0.0.0 PORT=3000 HEARD_SMTP_HOST=0.0.0.0 HEARD_SMTP_PORT=2525
USER heard
VOLUME /data
EXPOSE 3000 2525
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=4", "src/heard.mjs", "start"]
