-- How many events a run has at least, as of the newest change of its row: an event that the index of events does not find is
-- missed then. NULL in older rows.
ALTER TABLE run ADD COLUMN events INTEGER;
