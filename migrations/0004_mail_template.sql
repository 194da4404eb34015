-- What the user's own emails begin as. Those that the program brings along are in its catalogue, not here.
CREATE TABLE mail_template (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    rev      INTEGER NOT NULL DEFAULT 1,
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 20),
    subject  TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    body     TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 20000)
) STRICT;
