-- Every change of the registry that was asked for and made, or that the health checks made, with its answer: the same
-- request gets it again. What passwords were is in none of it.
CREATE TABLE admin.registry_changes (
  id uuid PRIMARY KEY,
  changed_at timestamptz NOT NULL,
  actor varchar(255) NOT NULL,
  action varchar(255) NOT NULL,
  subject varchar(255) NOT NULL,
  request_id varchar(255) NOT NULL,
  details jsonb NOT NULL,
  idempotency_key varchar(255),
  request_hash bytea,
  answer jsonb,
  UNIQUE (actor, idempotency_key)
);
CREATE INDEX registry_changes_changed ON admin.registry_changes (changed_at, id);

-- Rises with each of these changes, so that nobody overwrites what another has just made.
ALTER TABLE admin.regions ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE admin.database_connections ADD COLUMN version bigint NOT NULL DEFAULT 1;

-- Another one after each start and each crash of the server: what it had not yet written to the disk is gone then.
ALTER TABLE admin.database_connections ADD COLUMN incarnation varchar(255);

-- What there was of a tenant when it was purged. Nothing keeps the database any more in which it was.
ALTER TABLE admin.tenants ADD COLUMN removed jsonb NOT NULL DEFAULT '[]';
UPDATE admin.tenants SET connection_name = NULL, database_role = NULL, template_version = NULL WHERE status = 'purged';

-- Which of several processes checks the servers of a region: workers for one region do not reach those of another.
CREATE TABLE admin.health_check_turns (
  region varchar(255) PRIMARY KEY,
  owner varchar(255) NOT NULL,
  epoch bigint NOT NULL DEFAULT 1,
  expires_at timestamptz NOT NULL
);
