-- What happened. Events are only ever added; a run's row says again, for lists, what its events say.
CREATE TABLE store (
  id TEXT NOT NULL -- chance, made once: part of every idempotency key
) STRICT;
INSERT INTO store VALUES (lower(hex(randomblob(8))));
CREATE TABLE definition (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE, -- SHA-256 of the text, in hexadecimal
  text TEXT NOT NULL         -- as the file says it
) STRICT;
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  definition TEXT NOT NULL,  -- its hash
  workflow_id TEXT NOT NULL,
  workflow_name TEXT NOT NULL,
  started INTEGER NOT NULL,  -- milliseconds since 1970, as all times
  status TEXT NOT NULL,
  ended INTEGER,
  error TEXT,
  resumed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unfinished_run ON run(id) WHERE ended IS NULL;
CREATE TABLE event (
  pos INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  seq INTEGER NOT NULL,      -- from 0, without gaps
  kind TEXT NOT NULL,
  node TEXT NOT NULL,        -- its id; empty for the run as a whole
  ts INTEGER NOT NULL,
  crc32c INTEGER NOT NULL,   -- of all other columns but pos
  body TEXT NOT NULL,        -- JSON
  UNIQUE(run, seq)
) STRICT;
