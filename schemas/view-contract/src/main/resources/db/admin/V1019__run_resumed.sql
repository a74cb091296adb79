-- When a run last went on after it stood still, which says nothing of how fast it is; null where it never did.
ALTER TABLE admin.migration_runs ADD COLUMN resumed_at timestamptz;
