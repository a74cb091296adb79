-- Why and by which request something happened, and the hash that chains each event to the tenant's one before.
ALTER TABLE eventstore.event ADD COLUMN request_id varchar(255);
ALTER TABLE eventstore.event ADD COLUMN reason varchar(255);
ALTER TABLE eventstore.event ADD COLUMN hash bytea;

-- The events up to here have their hash, of which this is the last. Those of before this migration get theirs by and by, and
-- so do those that an older release, still running, appends.
-- neo:allow constraint-scans there is one row for each tenant
ALTER TABLE eventstore.tenant_head ADD COLUMN chained bigint NOT NULL DEFAULT 0 CHECK (chained >= 0);
ALTER TABLE eventstore.tenant_head ADD COLUMN hash bytea;
