-- A resource is a subject by its type and its id, which others choose and which may be long.
ALTER TABLE eventstore.event ALTER COLUMN subject TYPE varchar(512);
ALTER TABLE eventstore.aggregate ALTER COLUMN subject TYPE varchar(512);
ALTER TABLE eventstore.claimed_name ALTER COLUMN subject TYPE varchar(512);

-- Which subjects of a tenant refer to another, so that they are found from there: members and children of a team, the
-- access that a user of another tenant has.
CREATE TABLE eventstore.reference (
  tenant_id uuid NOT NULL,
  kind varchar(255) NOT NULL,
  target varchar(512) NOT NULL,
  source varchar(512) NOT NULL,
  PRIMARY KEY (tenant_id, target, kind, source)
);

-- When the first of what a subject holds is over; written with the events, so that nothing outlives its window.
CREATE TABLE eventstore.due (
  tenant_id uuid NOT NULL,
  subject varchar(512) NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subject)
);
CREATE INDEX due_due_at ON eventstore.due (due_at);

-- Who of several processes removes what is over.
CREATE TABLE eventstore.sweep_lease (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  owner varchar(255) NOT NULL,
  expires_at timestamptz NOT NULL
);
