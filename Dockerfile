# syntax=docker/dockerfile:1
# The gateway without the demo, in an image that holds a binary, root certificates and nothing to keep secret.
#
#   docker build -t gatehouse .
#   docker run --rm -p 443:443 -v ./gatehouse:/etc/gatehouse:ro --env OKTA_CLIENT_SECRET gatehouse
#
# Configuration, keys and certificates are mounted; the user gatehouse (10001) must be able to read them. Liveness and
# readiness are answered by the admin listener, /livez and /readyz, which is for the orchestrator to ask.

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends cmake g++ make \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src

# Dependencies first: they change seldom, and building them is most of the work.
COPY Cargo.toml Cargo.lock ./
RUN mkdir src benches \
 && echo 'fn main() {}' > src/main.rs \
 && touch src/lib.rs benches/parts.rs \
 && cargo build --locked --release --no-default-features \
 && rm -r src

COPY src src
COPY templates templates
# Cargo compares times of change; what was built from the placeholders must look older.
RUN touch src/main.rs src/lib.rs \
 && cargo build --locked --release --no-default-features

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 gatehouse \
 && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin gatehouse
COPY --from=build /src/target/release/gatehouse /usr/local/bin/gatehouse

USER 10001:10001
EXPOSE 443 8080
# Docker lets any user bind low ports; elsewhere listen on 8443 and map it.
ENTRYPOINT ["/usr/local/bin/gatehouse"]
CMD ["serve", "--config", "/etc/gatehouse/gatehouse.yaml"]
