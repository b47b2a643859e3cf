-- Chunks of items, parts of files, and the tables of contents of both. Nothing is ever changed.
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE, -- SHA-256 of the content
  kind INTEGER NOT NULL,     -- 1 chunk, 2 contents of a list, 3 part of a file, 4 contents of a file
  crc32c INTEGER NOT NULL,   -- of the body
  body BLOB NOT NULL         -- a byte that names the codec, and what the codec made
) STRICT;
