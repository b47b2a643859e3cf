-- Folders for whose files triggers wait, and what each trigger knows of its folder. Checksums are of all other columns.
CREATE TABLE watch (
  workflow_id TEXT NOT NULL,
  node TEXT NOT NULL,        -- id of the trigger
  since INTEGER NOT NULL,    -- when it began to wait: tells this watch from earlier ones of the same trigger
  runs INTEGER NOT NULL,     -- how many runs it began: part of their keys
  drive TEXT,                -- the file system on which the folder was first seen; NULL before that
  last_moment INTEGER,       -- of the newest run
  last_run INTEGER,
  crc32c INTEGER NOT NULL,
  PRIMARY KEY (workflow_id, node)
) STRICT;
CREATE TABLE seen_file (     -- has its run, or was left out for good
  workflow_id TEXT NOT NULL,
  node TEXT NOT NULL,
  path TEXT NOT NULL,        -- below the folder, with slashes between
  size INTEGER NOT NULL,     -- in bytes
  modified INTEGER NOT NULL, -- nanoseconds since 1970
  crc32c INTEGER NOT NULL,
  PRIMARY KEY (workflow_id, node, path)
) STRICT;
