-- Runs that other runs begin, and what a workflow keeps from one run to the next.
ALTER TABLE run ADD COLUMN call_key TEXT; -- names the call of which the run came: one run for one key
CREATE UNIQUE INDEX run_of_call ON run(call_key) WHERE call_key IS NOT NULL;
ALTER TABLE run ADD COLUMN owes INTEGER NOT NULL DEFAULT 0; -- it failed, and its error workflow has not begun
CREATE INDEX owing_run ON run(id) WHERE owes = 1;
CREATE TABLE static_data (
  workflow_id TEXT NOT NULL,
  node TEXT NOT NULL, -- id of the node to which it belongs; empty for the workflow
  json TEXT NOT NULL,
  PRIMARY KEY (workflow_id, node)
) STRICT;
