-- Rows that are not events get what finds a wrong bit in them too: checksums, or copies. NULL in older rows: not checked.
-- Of what never changes in a run's row: id, definition, workflow, start, call.
ALTER TABLE run ADD COLUMN identity_crc32c INTEGER;
-- Of id, status, end, error, resumed.
ALTER TABLE run ADD COLUMN state_crc32c INTEGER;
-- Of all other columns.
ALTER TABLE static_data ADD COLUMN crc32c INTEGER;
-- Of the text, since many runs share a definition.
ALTER TABLE definition ADD COLUMN copy TEXT;
UPDATE definition SET copy = text;
-- The store's name is part of every idempotency key. A store that was restored has one more name for its later runs: from
-- the first run on. Two of the three copies are right.
ALTER TABLE store ADD COLUMN first_run INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store ADD COLUMN second TEXT NOT NULL DEFAULT '';
ALTER TABLE store ADD COLUMN third TEXT NOT NULL DEFAULT '';
UPDATE store SET second = id, third = id;
-- Stores of version 2 were made without them.
CREATE UNIQUE INDEX IF NOT EXISTS run_of_call ON run(call_key) WHERE call_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS owing_run ON run(id) WHERE owes = 1;
