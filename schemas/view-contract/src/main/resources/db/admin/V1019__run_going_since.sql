-- When a run was begun or last went on: the time it stood still says nothing of how fast it is.
ALTER TABLE admin.migration_runs ADD COLUMN going_since timestamptz DEFAULT now() NOT NULL;
UPDATE admin.migration_runs SET going_since = created_at;
