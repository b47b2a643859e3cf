-- What deployments brought of documents that were deleted since.
CREATE TABLE gone (
  deployment INTEGER NOT NULL,
  seq INTEGER NOT NULL,      -- of the release that it was
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  before INTEGER,            -- the version that was live before; NULL for none
  before_active INTEGER NOT NULL,
  PRIMARY KEY (deployment, seq)
) STRICT;
-- Whether a run was begun with a key: what comes with it again is told from what began. Of older keys it was.
ALTER TABLE idempotency ADD COLUMN begun INTEGER NOT NULL DEFAULT 1;
