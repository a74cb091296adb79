-- Views that are made anew beside the running ones: what was asked for, how far each tenant is, and what differed.
CREATE SCHEMA IF NOT EXISTS projections;

CREATE TABLE projections.rebuild (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  view varchar(255) NOT NULL,
  -- what the new view is made from
  source varchar(255) NOT NULL CHECK (source IN ('rows', 'store', 'topic')),
  -- only this tenant's view
  tenant_id uuid,
  -- whether the new view is compared with the running one, and whether it takes its place
  verify boolean NOT NULL,
  dry_run boolean NOT NULL,
  -- unlike that of any other rebuild
  generation integer NOT NULL UNIQUE,
  state varchar(255) NOT NULL CHECK (state IN ('running', 'done', 'failed', 'aborted', 'going_back', 'gone_back')),
  requested_by varchar(255) NOT NULL,
  owner varchar(255),
  epoch bigint DEFAULT 0 NOT NULL,
  lease_until timestamptz,
  created_at timestamptz DEFAULT now() NOT NULL,
  finished_at timestamptz,
  -- until then the view that was replaced is kept, so that it can be gone back to
  keep_until timestamptz,
  -- when what was made but not taken, and what was replaced, was removed
  swept_at timestamptz,
  dropped_at timestamptz
);

CREATE TABLE projections.rebuild_target (
  rebuild_id bigint NOT NULL REFERENCES projections.rebuild (id) ON DELETE CASCADE,
  tenant_id uuid NOT NULL,
  state varchar(255) NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'gone_back')),
  -- of the tenant's log when the rebuild began
  events bigint NOT NULL,
  -- that the new view was at when it took the running one's place
  position bigint,
  -- sets or rows
  parts bigint,
  differences bigint,
  -- the generation whose place was taken
  previous integer,
  attempts integer DEFAULT 0 NOT NULL,
  error varchar(2000),
  millis bigint,
  finished_at timestamptz,
  PRIMARY KEY (rebuild_id, tenant_id)
);
CREATE INDEX rebuild_target_state ON projections.rebuild_target (rebuild_id, state);

CREATE TABLE projections.rebuild_difference (
  rebuild_id bigint NOT NULL,
  tenant_id uuid NOT NULL,
  number integer NOT NULL,
  key varchar(2000) NOT NULL,
  field varchar(255) NOT NULL,
  running text,
  rebuilt text,
  PRIMARY KEY (rebuild_id, tenant_id, number),
  FOREIGN KEY (rebuild_id, tenant_id) REFERENCES projections.rebuild_target (rebuild_id, tenant_id) ON DELETE CASCADE
);

/* [jooq ignore start] */
-- each view is made anew by one at a time
CREATE UNIQUE INDEX rebuild_one_at_a_time ON projections.rebuild (view) WHERE state IN ('running', 'going_back');
/* [jooq ignore stop] */
