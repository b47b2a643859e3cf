-- Since version 3 the journal knows events of the kinds "progress" and "upgraded", and the cause of a run holds a
-- "secret" that makes a token for each wait in place of one "token" for all: programs that do not know them must not read it.
-- Workflows whose triggers listen, and how far their schedules have come. Checksums are of all other columns.
CREATE TABLE active_workflow (
  workflow_id TEXT NOT NULL,
  definition TEXT NOT NULL,  -- its hash
  folder TEXT NOT NULL,      -- where relative paths start
  since INTEGER NOT NULL,
  crc32c INTEGER NOT NULL,
  PRIMARY KEY (workflow_id)
) STRICT;
CREATE TABLE schedule (
  workflow_id TEXT NOT NULL,
  node TEXT NOT NULL,        -- id of the trigger
  since INTEGER NOT NULL,    -- when it began to count
  settled INTEGER NOT NULL,  -- what was due up to here has its run, waits for it, or was left out for good
  last_moment INTEGER,       -- of the newest run
  last_run INTEGER,
  crc32c INTEGER NOT NULL,
  PRIMARY KEY (workflow_id, node)
) STRICT;
CREATE TABLE waiting_moment (  -- due, while enough runs of the workflow go on
  workflow_id TEXT NOT NULL,
  node TEXT NOT NULL,
  moment INTEGER NOT NULL,
  crc32c INTEGER NOT NULL,
  PRIMARY KEY (workflow_id, node, moment)
) STRICT;
