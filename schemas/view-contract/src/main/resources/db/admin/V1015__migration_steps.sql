-- What happened in runs of migrations and is not told yet: each row becomes an event, in this order, and is removed then.
CREATE TABLE admin.migration_steps (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id uuid NOT NULL,
  -- those that are told at once, under this key, until they are heard
  batch uuid,
  body jsonb NOT NULL
);
