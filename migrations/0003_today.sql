-- What Today must know of a client besides its file: whether it said that it will call (until a day, or for good), and to
-- which day it was put off, when, and how often. A touch on the day put_off_on or later ends all three.
ALTER TABLE client ADD COLUMN they_call INTEGER NOT NULL DEFAULT 0 CHECK (they_call IN (0, 1));
ALTER TABLE client ADD COLUMN they_call_until INTEGER;
ALTER TABLE client ADD COLUMN put_off_on INTEGER;
ALTER TABLE client ADD COLUMN put_off_to INTEGER;
ALTER TABLE client ADD COLUMN put_offs INTEGER NOT NULL DEFAULT 0 CHECK (put_offs >= 0);

-- For the list of what is put off again and again.
CREATE INDEX follow_up_put_off ON follow_up (client_id, snoozes) WHERE state = 'open' AND snoozes > 0;
