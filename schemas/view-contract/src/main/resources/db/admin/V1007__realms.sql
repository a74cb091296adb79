-- Realms that were made at the identity provider ahead of time: a new tenant's is one of them under its name. A row is
-- written when its realm is whole; a row without a realm does no harm.
CREATE TABLE admin.spare_realms (
  name varchar(255) PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);
