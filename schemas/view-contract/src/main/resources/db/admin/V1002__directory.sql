-- What the platform consists of. Organizations and tenants are written with the events that create them.
CREATE SCHEMA IF NOT EXISTS admin;

CREATE TABLE admin.organizations (
  id uuid PRIMARY KEY,
  name varchar(255) NOT NULL,
  slug varchar(255) NOT NULL UNIQUE,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE admin.regions (
  id uuid PRIMARY KEY,
  code varchar(255) NOT NULL UNIQUE,
  name varchar(255) NOT NULL,
  is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE admin.database_connections (
  id uuid PRIMARY KEY,
  connection_name varchar(255) NOT NULL UNIQUE,
  connection_type varchar(255) NOT NULL CHECK (connection_type IN ('primary', 'replica', 'analytics', 'backup')),
  region_id uuid NOT NULL REFERENCES admin.regions (id),
  host varchar(255) NOT NULL,
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  database_name varchar(255) NOT NULL,
  username varchar(255) NOT NULL,
  encrypted_password bytea NOT NULL,
  encryption_key_id varchar(255) NOT NULL,
  pool_min_size integer NOT NULL DEFAULT 0 CHECK (pool_min_size >= 0),
  pool_max_size integer NOT NULL DEFAULT 10 CHECK (pool_max_size > 0),
  is_active boolean NOT NULL DEFAULT true,
  is_healthy boolean NOT NULL DEFAULT true,
  consecutive_failures integer NOT NULL DEFAULT 0,
  max_consecutive_failures integer NOT NULL DEFAULT 3,
  last_health_check timestamptz
);

CREATE TABLE admin.tenants (
  id uuid PRIMARY KEY,
  organization_id uuid REFERENCES admin.organizations (id),
  name varchar(255) NOT NULL,
  slug varchar(255) NOT NULL UNIQUE,
  schema_name varchar(255) NOT NULL UNIQUE,
  status varchar(255) NOT NULL CHECK (status IN ('requested', 'active')),
  deployment_type varchar(255) NOT NULL CHECK (deployment_type IN ('schema')),
  region varchar(255) NOT NULL,
  connection_name varchar(255) REFERENCES admin.database_connections (connection_name),
  template_version varchar(255),
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX tenants_organization ON admin.tenants (organization_id);
CREATE INDEX tenants_created ON admin.tenants (created_at, id);
