-- What workers do for tenants, step by step: who does it now, until when nobody else may, and what came of each step.
-- The epoch rises with each worker that takes an operation up; what one of an earlier epoch writes is refused.
CREATE TABLE admin.provisioning_operations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES admin.tenants (id),
  kind varchar(255) NOT NULL CHECK (kind IN ('provision', 'compensate', 'delete', 'purge')),
  state varchar(255) NOT NULL CHECK (state IN ('open', 'done', 'failed')),
  owner varchar(255) NOT NULL,
  epoch bigint NOT NULL,
  lease_until timestamptz NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  connection_name varchar(255),
  waiting_for varchar(2000),
  failed_step varchar(255),
  failed_reason varchar(2000),
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX provisioning_operations_tenant ON admin.provisioning_operations (tenant_id, started_at);

-- Only one operation of a tenant is open at any time. The generator of the table classes knows no such index.
/* [jooq ignore start] */
CREATE UNIQUE INDEX provisioning_operations_open ON admin.provisioning_operations (tenant_id) WHERE state = 'open';
/* [jooq ignore stop] */

CREATE TABLE admin.provisioning_steps (
  operation_id uuid NOT NULL REFERENCES admin.provisioning_operations (id) ON DELETE CASCADE,
  epoch bigint NOT NULL,
  number integer NOT NULL,
  step varchar(255) NOT NULL,
  outcome varchar(255) NOT NULL CHECK (outcome IN ('done', 'failed', 'waiting', 'compensated')),
  millis bigint NOT NULL,
  detail varchar(2000),
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (operation_id, epoch, number)
);

-- Every connection on whose server something may have been made for a tenant: written before it is made.
CREATE TABLE admin.provisioning_places (
  tenant_id uuid NOT NULL REFERENCES admin.tenants (id),
  connection_name varchar(255) NOT NULL,
  PRIMARY KEY (tenant_id, connection_name)
);
