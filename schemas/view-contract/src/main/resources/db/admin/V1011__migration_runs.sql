-- Runs of migrations over the fleet: what was planned, how far each schema is, and who works at it.
CREATE TABLE admin.migration_runs (
  id uuid PRIMARY KEY,
  scope varchar(255) NOT NULL,
  direction varchar(255) NOT NULL CHECK (direction IN ('apply', 'rollback')),
  -- what was asked for: region, tenant, policy
  spec jsonb NOT NULL,
  -- of the scripts and the targets: the same plan has the same
  plan_hash varchar(64) NOT NULL,
  state varchar(255) NOT NULL CHECK (state IN ('running', 'paused', 'stopped', 'done', 'aborted')),
  reason varchar(2000),
  requested_by varchar(255) NOT NULL,
  owner varchar(255),
  epoch bigint DEFAULT 0 NOT NULL,
  lease_until timestamptz,
  created_at timestamptz DEFAULT now() NOT NULL,
  finished_at timestamptz
);
CREATE INDEX migration_runs_created ON admin.migration_runs (created_at, id);

CREATE TABLE admin.migration_targets (
  run_id uuid NOT NULL REFERENCES admin.migration_runs (id) ON DELETE CASCADE,
  number integer NOT NULL,
  wave integer NOT NULL,
  -- nothing may fail in its wave
  careful boolean NOT NULL,
  level varchar(255) NOT NULL CHECK ("level" IN ('admin', 'regional', 'template', 'tenant')),
  connection_name varchar(255) NOT NULL,
  database_name varchar(255),
  schema_name varchar(255) NOT NULL,
  tenant_id uuid,
  slug varchar(255),
  from_version varchar(255),
  to_version varchar(255) NOT NULL,
  state varchar(255) NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'given_up')),
  attempts integer DEFAULT 0 NOT NULL,
  sqlstate varchar(5),
  error varchar(2000),
  millis bigint,
  finished_at timestamptz,
  PRIMARY KEY (run_id, number)
);
CREATE INDEX migration_targets_wave ON admin.migration_targets (run_id, wave, state);

/* [jooq ignore start] */
-- no schema is in two runs at once; one that failed stays in its run until that ends
CREATE UNIQUE INDEX migration_targets_one_run ON admin.migration_targets (connection_name, coalesce(database_name, ''), schema_name)
  WHERE state IN ('pending', 'failed');
/* [jooq ignore stop] */

-- What each level has to be at, as the newest orchestrator says, and the schemas that belong to no tenant.
CREATE TABLE admin.migration_levels (
  level varchar(255) PRIMARY KEY,
  required_version varchar(255) NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL
);

CREATE TABLE admin.migration_schemas (
  connection_name varchar(255) NOT NULL,
  schema_name varchar(255) NOT NULL,
  level varchar(255) NOT NULL,
  version varchar(255),
  updated_at timestamptz DEFAULT now() NOT NULL,
  PRIMARY KEY (connection_name, schema_name)
);

/* [jooq ignore start] */
CREATE VIEW admin.migration_health AS
SELECT l.level AS scope,
       count(s.level) AS total_schemas,
       count(*) FILTER (WHERE s.version::bigint >= l.required_version::bigint) AS up_to_date,
       count(*) FILTER (WHERE s.level IS NOT NULL AND (s.version IS NULL OR s.version::bigint < l.required_version::bigint)) AS pending,
       (SELECT count(*) FROM admin.migration_targets t JOIN admin.migration_runs r ON r.id = t.run_id
        WHERE t.level = l.level AND t.state = 'failed' AND r.state IN ('running', 'paused', 'stopped')) AS failed
FROM admin.migration_levels l
LEFT JOIN (
  SELECT 'tenant' AS level, template_version AS version FROM admin.tenants
  WHERE status IN ('active', 'suspended', 'deprovisioning', 'deleted') AND connection_name IS NOT NULL
  UNION ALL
  SELECT level, version FROM admin.migration_schemas
  UNION ALL
  SELECT 'admin', max(version::bigint)::text FROM admin.flyway_schema_history WHERE success
) s ON s.level = l.level
GROUP BY l.level, l.required_version;
/* [jooq ignore stop] */
