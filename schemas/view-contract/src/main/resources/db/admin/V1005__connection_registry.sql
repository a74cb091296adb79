-- What is known of each database: what it may hold, how it does, and who writes where several servers hold the same.
ALTER TABLE admin.regions ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();

-- Several servers that hold the same: one writes, the others follow it. The epoch rises with each change of the writer.
CREATE TABLE admin.database_clusters (
  name varchar(255) PRIMARY KEY,
  region_id uuid NOT NULL REFERENCES admin.regions (id),
  writer varchar(255) NOT NULL REFERENCES admin.database_connections (connection_name),
  epoch bigint NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- Tenants that are there are served while it drains; no other comes.
ALTER TABLE admin.database_connections ADD COLUMN is_draining boolean NOT NULL DEFAULT false;
-- Who switched it off: only what the health checks switched off they switch on again.
ALTER TABLE admin.database_connections ADD COLUMN disabled_by varchar(255) CHECK (disabled_by IN ('operator', 'health', 'fenced'));
ALTER TABLE admin.database_connections ADD COLUMN disabled_at timestamptz;
ALTER TABLE admin.database_connections ADD COLUMN purpose varchar(255) NOT NULL DEFAULT 'shared' CHECK (purpose IN ('shared', 'dedicated'));
ALTER TABLE admin.database_connections ADD COLUMN max_tenants integer CHECK (max_tenants > 0);
ALTER TABLE admin.database_connections ADD COLUMN max_bytes bigint CHECK (max_bytes > 0);
ALTER TABLE admin.database_connections ADD COLUMN cluster_name varchar(255) REFERENCES admin.database_clusters (name);
ALTER TABLE admin.database_connections ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE admin.database_connections ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

-- What the last check that succeeded has seen.
ALTER TABLE admin.database_connections ADD COLUMN server_version integer;
ALTER TABLE admin.database_connections ADD COLUMN system_identifier varchar(255);
ALTER TABLE admin.database_connections ADD COLUMN timeline bigint;
ALTER TABLE admin.database_connections ADD COLUMN in_recovery boolean;
ALTER TABLE admin.database_connections ADD COLUMN replay_lag_ms bigint;
ALTER TABLE admin.database_connections ADD COLUMN can_create_databases boolean;
ALTER TABLE admin.database_connections ADD COLUMN measured_bytes bigint;
ALTER TABLE admin.database_connections ADD COLUMN consecutive_successes integer NOT NULL DEFAULT 0;
-- Of the last check; null where it succeeded.
ALTER TABLE admin.database_connections ADD COLUMN last_error varchar(255);

-- Which of several processes checks.
CREATE TABLE admin.health_check_lease (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  owner varchar(255) NOT NULL,
  epoch bigint NOT NULL DEFAULT 1,
  expires_at timestamptz NOT NULL
);

CREATE INDEX tenants_connection ON admin.tenants (connection_name);
