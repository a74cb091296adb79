-- What happened in the tenant, one row for each event of its log.
CREATE TABLE audit_log (
  position bigint PRIMARY KEY,
  event_id uuid NOT NULL,
  type varchar(255) NOT NULL,
  subject varchar(255) NOT NULL,
  actor varchar(255) NOT NULL,
  reason varchar(255),
  request_id varchar(255),
  correlation_id varchar(255) NOT NULL,
  causation_id varchar(255) NOT NULL,
  time timestamptz NOT NULL,
  -- by which the event is chained to those before it, in hexadecimal digits
  hash varchar(64) NOT NULL,
  details jsonb NOT NULL
);
-- A search goes through these from the newest event to older ones.
CREATE INDEX audit_log_actor ON audit_log (actor, position);
CREATE INDEX audit_log_subject ON audit_log (subject, position);
CREATE INDEX audit_log_type ON audit_log (type, position);
CREATE INDEX audit_log_time ON audit_log (time);
