-- The life of a tenant from the wish for it to its end, written with the events. A purged tenant keeps its row: its slug and
-- the name of its schema stay taken, so that no old token ever opens a new tenant.
ALTER TABLE admin.tenants DROP CONSTRAINT IF EXISTS tenants_status_check;
ALTER TABLE admin.tenants ADD CONSTRAINT tenants_status_check CHECK (status IN
  ('requested', 'provisioning', 'failed', 'active', 'suspended', 'deprovisioning', 'deleted', 'purged'));
ALTER TABLE admin.tenants DROP CONSTRAINT IF EXISTS tenants_deployment_type_check;
ALTER TABLE admin.tenants ADD CONSTRAINT tenants_deployment_type_check CHECK (deployment_type IN
  ('schema', 'database', 'dedicated'));

-- As which role of the database its rows are read and written; null for the connection's own.
ALTER TABLE admin.tenants ADD COLUMN database_role varchar(63);
ALTER TABLE admin.tenants ADD COLUMN create_realm boolean NOT NULL DEFAULT false;
-- username, display_name, email
ALTER TABLE admin.tenants ADD COLUMN first_admin jsonb;
-- each with kind, name, email
ALTER TABLE admin.tenants ADD COLUMN contacts jsonb NOT NULL DEFAULT '[]';
ALTER TABLE admin.tenants ADD COLUMN failed_step varchar(255);
ALTER TABLE admin.tenants ADD COLUMN failed_reason text;
ALTER TABLE admin.tenants ADD COLUMN suspended_reason varchar(255);
ALTER TABLE admin.tenants ADD COLUMN purge_after timestamptz;
ALTER TABLE admin.tenants ADD COLUMN restorable_until timestamptz;
ALTER TABLE admin.tenants ADD COLUMN purge_requested_at timestamptz;

-- Workers look for tenants that are to be made, taken out of use or removed.
CREATE INDEX tenants_status ON admin.tenants (status, id);
