-- Whether people can sign in to the tenant's realm, as the worker last left it at the identity provider; null where nobody
-- noted it. Where it differs from what the status demands, workers try until it does not.
ALTER TABLE admin.tenants ADD COLUMN realm_open boolean;
