-- The log of every tenant and what the write side decides on. Only the command service writes here.
CREATE SCHEMA IF NOT EXISTS eventstore;

-- One row for ever: the epoch rises when the store is restored from a backup, so that older tokens are refused.
CREATE TABLE eventstore.store (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  epoch integer NOT NULL DEFAULT 1
);
INSERT INTO eventstore.store (singleton, epoch) VALUES (true, 1);

-- The lock and the counter of one tenant's sequence.
CREATE TABLE eventstore.tenant_head (
  tenant_id uuid PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0 CHECK (position >= 0)
);

CREATE TABLE eventstore.event (
  tenant_id uuid NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  id uuid NOT NULL UNIQUE,
  type varchar(255) NOT NULL,
  subject varchar(255) NOT NULL,
  time timestamptz NOT NULL,
  actor varchar(255) NOT NULL,
  correlation_id varchar(255) NOT NULL,
  causation_id varchar(255) NOT NULL,
  traceparent varchar(255),
  schema_fingerprint bigint NOT NULL,
  payload bytea NOT NULL,
  PRIMARY KEY (tenant_id, position)
);

-- The fold of each subject's events, written with them: what deciders decide on.
CREATE TABLE eventstore.aggregate (
  tenant_id uuid NOT NULL,
  subject varchar(255) NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  state jsonb NOT NULL,
  PRIMARY KEY (tenant_id, subject)
);

-- Names that may be held once: slugs, user names, e-mail addresses, role names.
CREATE TABLE eventstore.claimed_name (
  tenant_id uuid NOT NULL,
  kind varchar(255) NOT NULL,
  name varchar(255) NOT NULL,
  subject varchar(255) NOT NULL,
  PRIMARY KEY (tenant_id, kind, name)
);

CREATE TABLE eventstore.idempotency_record (
  tenant_id uuid NOT NULL,
  actor varchar(255) NOT NULL,
  key varchar(255) NOT NULL,
  request_hash bytea NOT NULL,
  response jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, actor, key)
);

CREATE TABLE eventstore.relay_lease (
  shard integer PRIMARY KEY CHECK (shard >= 0),
  owner varchar(255) NOT NULL,
  epoch bigint NOT NULL,
  expires_at timestamptz NOT NULL
);

-- How far each tenant's events have been published.
CREATE TABLE eventstore.relay_position (
  tenant_id uuid PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0 CHECK (position >= 0)
);
