-- People who are signed in with a browser.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,     -- SHA-256 of what the browser keeps, in hexadecimal
  account TEXT NOT NULL,
  created INTEGER NOT NULL,
  used INTEGER NOT NULL,     -- to the minute
  expires INTEGER NOT NULL   -- however much it is used
) STRICT;
CREATE INDEX session_of_account ON session(account);
