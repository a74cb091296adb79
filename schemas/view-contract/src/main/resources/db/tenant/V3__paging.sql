-- Searches page through resources and holders of roles in order: each page begins in an index where the last one ended.
CREATE INDEX resources_in_order ON resources (type, id COLLATE "C");
CREATE INDEX user_roles_in_order ON user_roles (role_id, user_id);

/* [jooq ignore start] */
DROP INDEX user_roles_role;
/* [jooq ignore stop] */
