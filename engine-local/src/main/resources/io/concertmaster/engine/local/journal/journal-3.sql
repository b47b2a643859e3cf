-- Stores of version 2 lack its indexes where an early program made them.
CREATE UNIQUE INDEX IF NOT EXISTS run_of_call ON run(call_key) WHERE call_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS owing_run ON run(id) WHERE owes = 1;
