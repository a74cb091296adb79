CREATE SCHEMA IF NOT EXISTS projections;

-- What stands before an event that it would fail at each time. Written by the projection service; query-api tells callers.
CREATE TABLE projections.parked (
  tenant_id uuid NOT NULL,
  projection varchar(255) NOT NULL,
  -- of the event; null when no event is to blame
  position bigint CHECK (position > 0),
  event_id uuid,
  event_type varchar(255),
  reason varchar(2000) NOT NULL,
  since timestamptz DEFAULT now() NOT NULL,
  attempts integer DEFAULT 1 NOT NULL,
  tried_at timestamptz DEFAULT now() NOT NULL,
  PRIMARY KEY (tenant_id, projection)
);

-- Events that are not to be applied as they were recorded. Written with the event that says so, by the command service.
CREATE TABLE eventstore.intervention (
  tenant_id uuid NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  -- of the event that says so, the last one where there are several
  decided_at bigint NOT NULL,
  made_at timestamptz DEFAULT now() NOT NULL,
  -- what is applied instead; null where nothing is
  type varchar(255),
  schema_fingerprint bigint,
  payload bytea,
  PRIMARY KEY (tenant_id, position)
);
