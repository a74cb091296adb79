-- One tenant's view of its users, roles and grants. Only the projection writes here, with the position in the same
-- transaction. Version columns hold the position of the last event about the row. The search path names the schema.
CREATE TABLE projection_position (
  projection varchar(255) PRIMARY KEY,
  position bigint NOT NULL CHECK (position >= 0),
  updated_at timestamptz NOT NULL
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  username varchar(255) NOT NULL UNIQUE,
  email varchar(320) UNIQUE,
  display_name varchar(255) NOT NULL,
  external_id varchar(255) NOT NULL UNIQUE,
  status varchar(255) NOT NULL CHECK (status IN ('active', 'deactivated')),
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX users_created ON users (created_at, id);

-- A deleted role keeps its row, so that the roles that inherited from it can still be found.
CREATE TABLE roles (
  id uuid PRIMARY KEY,
  name varchar(255) NOT NULL,
  description varchar(1000) NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz
);
CREATE INDEX roles_name ON roles (name);

CREATE TABLE role_permissions (
  role_id uuid NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  permission varchar(255) NOT NULL,
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (role_id, permission)
);

CREATE TABLE role_parents (
  role_id uuid NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  parent_id uuid NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  PRIMARY KEY (role_id, parent_id),
  CHECK (role_id <> parent_id)
);
CREATE INDEX role_parents_parent ON role_parents (parent_id);

CREATE TABLE user_roles (
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role_id uuid NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
  assigned_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, role_id)
);
CREATE INDEX user_roles_role ON user_roles (role_id);

CREATE TABLE user_permissions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  permission varchar(255) NOT NULL,
  effect varchar(255) NOT NULL CHECK (effect IN ('allow', 'deny')),
  granted_at timestamptz NOT NULL
);
CREATE INDEX user_permissions_user ON user_permissions (user_id);
