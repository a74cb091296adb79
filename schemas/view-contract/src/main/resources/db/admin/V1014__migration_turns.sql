-- Which of several orchestrators does what is due at stated times: the first that writes the time down.
CREATE TABLE admin.migration_turns (
  duty varchar(255) PRIMARY KEY,
  due_at timestamptz NOT NULL,
  owner varchar(255) NOT NULL,
  taken_at timestamptz DEFAULT now() NOT NULL
);
