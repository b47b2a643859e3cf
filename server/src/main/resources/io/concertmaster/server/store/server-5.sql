-- The run that was begun with a key; NULL where that is not known. It may be kept no more.
ALTER TABLE idempotency ADD COLUMN run INTEGER;
