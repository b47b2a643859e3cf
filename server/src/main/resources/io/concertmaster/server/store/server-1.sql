-- What the server knows besides its runs: projects, people, tokens, versions of workflows, credentials, what was done.
-- All times are milliseconds since 1970.
CREATE TABLE project (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;
INSERT INTO project VALUES ('default', 'Default', unixepoch() * 1000);

CREATE TABLE account (
  name TEXT PRIMARY KEY,
  password TEXT NOT NULL,  -- Argon2id, in PHC form
  disabled INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL
) STRICT;
CREATE TABLE role (
  account TEXT NOT NULL REFERENCES account(name),
  project TEXT NOT NULL,   -- * for all
  role TEXT NOT NULL,
  PRIMARY KEY (account, project)
) STRICT;
CREATE TABLE token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE, -- SHA-256 of the token, in hexadecimal
  name TEXT NOT NULL,
  account TEXT NOT NULL,
  scopes TEXT NOT NULL,      -- names with spaces between
  project TEXT,              -- the only one for which it is good
  created INTEGER NOT NULL,
  expires INTEGER,
  last_used INTEGER
) STRICT;

CREATE TABLE content (
  hash TEXT PRIMARY KEY,     -- SHA-256 of the text, in hexadecimal
  text TEXT NOT NULL
) STRICT;
CREATE TABLE document (
  project TEXT NOT NULL,
  kind TEXT NOT NULL,        -- workflow, form
  id TEXT NOT NULL,
  newest INTEGER NOT NULL,   -- number of the newest version, the draft
  release INTEGER,           -- the newest release; NULL while nothing is live
  active INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (project, kind, id)
) STRICT;
CREATE TABLE version (
  project TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,   -- from 1
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,        -- of its file, from the project's folder of workflows
  created INTEGER NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (project, kind, id, number)
) STRICT;
-- What was live, one on top of the other: rolling back goes to the release beneath.
CREATE TABLE release (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  project TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  beneath INTEGER,           -- the release that was live before; NULL for none
  beneath_active INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  deployment INTEGER         -- NULL where it came alone
) STRICT;
CREATE TABLE deployment (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  project TEXT NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  rolled_back INTEGER        -- when
) STRICT;
CREATE INDEX release_of_deployment ON release(deployment) WHERE deployment IS NOT NULL;

-- Keys of requests that start runs: the same key with another body is a mistake.
CREATE TABLE idempotency (
  project TEXT NOT NULL,
  account TEXT NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL,        -- SHA-256 of the body
  at INTEGER NOT NULL,
  PRIMARY KEY (project, account, key)
) STRICT;
CREATE INDEX idempotency_at ON idempotency(at);

CREATE TABLE credential (
  project TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  fields TEXT NOT NULL,      -- names of its values, as a JSON list
  version INTEGER NOT NULL,  -- from 1; part of what the sealed values are bound to
  sealed BLOB NOT NULL,      -- values under a key of their own, that key under the server's
  updated INTEGER NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (project, name)
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  address TEXT NOT NULL,
  project TEXT NOT NULL,
  what TEXT NOT NULL,
  path TEXT NOT NULL,
  status INTEGER NOT NULL
) STRICT;
