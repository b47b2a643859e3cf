-- By which token one was made: NULL for one that somebody got by signing in, '' where it is not known.
ALTER TABLE token ADD COLUMN made_by TEXT;
UPDATE token SET made_by = '' WHERE name <> 'signed in by password';
