-- The whole portfolio. Conventions: keys are 64-bit integers; money is integer minor units; quantities are thousandths;
-- prices are millionths of a currency unit; `day` columns count days since 1970-01-01; `_at` columns are UTC milliseconds;
-- `search_key` and `sort_key` are folded by the program; `rev` counts the saves of a row that a form edits;
-- an absent text is '' and an absent anything else is NULL. AUTOINCREMENT keeps the key of a deleted row from coming
-- back, so that undo can put the row back under its own key.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    value TEXT NOT NULL CHECK (length(value) <= 10000)
) STRICT, WITHOUT ROWID;

-- People who sell ---------------------------------------------------------------------------------------------------

CREATE TABLE salesperson (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    rev              INTEGER NOT NULL DEFAULT 1,
    code             TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 100),
    name             TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    email            TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 300),
    role             TEXT NOT NULL DEFAULT 'seller' CHECK (role IN ('seller', 'manager')),
    reports_to       INTEGER REFERENCES salesperson (id),
    stars_from       INTEGER NOT NULL DEFAULT 0 CHECK (stars_from BETWEEN 0 AND 5),
    stars_to         INTEGER NOT NULL DEFAULT 5 CHECK (stars_to BETWEEN 0 AND 5),
    touches_per_week INTEGER CHECK (touches_per_week BETWEEN 0 AND 1000),
    active           INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    search_key       TEXT NOT NULL,
    sort_key         TEXT NOT NULL,
    batch_id         INTEGER REFERENCES batch (id),
    CHECK (stars_from <= stars_to)
) STRICT;
CREATE UNIQUE INDEX salesperson_code ON salesperson (code) WHERE code <> '';
CREATE INDEX salesperson_sort ON salesperson (sort_key);
CREATE INDEX salesperson_reports_to ON salesperson (reports_to) WHERE reports_to IS NOT NULL;

-- Clients and their people ------------------------------------------------------------------------------------------

CREATE TABLE client (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    rev              INTEGER NOT NULL DEFAULT 1,
    code             TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 100),
    name             TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    tax_id           TEXT NOT NULL DEFAULT '' CHECK (length(tax_id) <= 100),
    phone            TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100),
    email            TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 300),
    website          TEXT NOT NULL DEFAULT '' CHECK (length(website) <= 300),
    address          TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 1000),
    city             TEXT NOT NULL DEFAULT '' CHECK (length(city) <= 200),
    region           TEXT NOT NULL DEFAULT '' CHECK (length(region) <= 200),
    postcode         TEXT NOT NULL DEFAULT '' CHECK (length(postcode) <= 50),
    country          TEXT NOT NULL DEFAULT '' CHECK (length(country) <= 200),
    sector           TEXT NOT NULL DEFAULT '' CHECK (length(sector) <= 200),
    source           TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    owner_id         INTEGER REFERENCES salesperson (id),
    stage            TEXT NOT NULL DEFAULT 'prospect' CHECK (stage IN ('prospect', 'client', 'lost')),
    potential_minor  INTEGER CHECK (potential_minor >= 0),
    potential_on     INTEGER,
    potential_source TEXT NOT NULL DEFAULT '' CHECK (length(potential_source) <= 200),
    override_stars   INTEGER CHECK (override_stars BETWEEN 0 AND 5),
    override_reason  TEXT NOT NULL DEFAULT '' CHECK (length(override_reason) <= 1000),
    override_until   INTEGER,
    override_by      TEXT NOT NULL DEFAULT '' CHECK (length(override_by) <= 300),
    visit_every      INTEGER CHECK (visit_every BETWEEN 1 AND 3650),
    touch_every      INTEGER CHECK (touch_every BETWEEN 1 AND 3650),
    do_not_contact   INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
    notes            TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
    created_day      INTEGER NOT NULL,
    archived_at      INTEGER,
    search_key       TEXT NOT NULL,
    sort_key         TEXT NOT NULL,
    batch_id         INTEGER REFERENCES batch (id),
    CHECK ((potential_minor IS NULL) = (potential_on IS NULL)),
    CHECK ((override_stars IS NULL) = (override_until IS NULL)),
    CHECK (override_stars IS NULL OR length(override_reason) >= 10)
) STRICT;
CREATE UNIQUE INDEX client_code ON client (code) WHERE code <> '';
CREATE INDEX client_sort ON client (sort_key, id);
CREATE INDEX client_owner ON client (owner_id);
CREATE INDEX client_batch ON client (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE tag (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    key  TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE client_tag (
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    tag_id    INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (client_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_tag_tag ON client_tag (tag_id, client_id);

CREATE TABLE contact (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    rev        INTEGER NOT NULL DEFAULT 1,
    client_id  INTEGER NOT NULL REFERENCES client (id),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    job_title  TEXT NOT NULL DEFAULT '' CHECK (length(job_title) <= 200),
    role       TEXT NOT NULL DEFAULT 'other' CHECK (role IN ('purchasing', 'decision', 'user', 'finance', 'other')),
    main       INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
    phone      TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100),
    email      TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 300),
    language   TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 10),
    consent    TEXT NOT NULL DEFAULT 'unknown' CHECK (consent IN ('unknown', 'given', 'refused')),
    left_on    INTEGER,
    notes      TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
    search_key TEXT NOT NULL,
    sort_key   TEXT NOT NULL,
    batch_id   INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX contact_client ON contact (client_id, sort_key);
CREATE INDEX contact_sort ON contact (sort_key, id);
CREATE INDEX contact_batch ON contact (batch_id) WHERE batch_id IS NOT NULL;

-- What is sold ------------------------------------------------------------------------------------------------------

CREATE TABLE family (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    key  TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE product (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    rev          INTEGER NOT NULL DEFAULT 1,
    sku          TEXT NOT NULL DEFAULT '' CHECK (length(sku) <= 100),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    family_id    INTEGER REFERENCES family (id),
    unit         TEXT NOT NULL DEFAULT '' CHECK (length(unit) <= 100),
    price_micros INTEGER CHECK (price_micros >= 0),
    launched_on  INTEGER,
    active       INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    search_key   TEXT NOT NULL,
    sort_key     TEXT NOT NULL,
    batch_id     INTEGER REFERENCES batch (id)
) STRICT;
CREATE UNIQUE INDEX product_sku ON product (sku) WHERE sku <> '';
CREATE INDEX product_sort ON product (sort_key, id);
CREATE INDEX product_family ON product (family_id);
CREATE INDEX product_batch ON product (batch_id) WHERE batch_id IS NOT NULL;

-- Sales. A return has positive quantities and negative amounts. total and base are the sums of the lines, kept here so
-- that a list need not read them.
CREATE TABLE sale (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rev            INTEGER NOT NULL DEFAULT 1,
    client_id      INTEGER NOT NULL REFERENCES client (id),
    contact_id     INTEGER REFERENCES contact (id),
    salesperson_id INTEGER REFERENCES salesperson (id),
    day            INTEGER NOT NULL,
    number         TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 100),
    kind           TEXT NOT NULL DEFAULT 'sale' CHECK (kind IN ('sale', 'return')),
    currency       TEXT NOT NULL CHECK (length(currency) = 3),
    rate_nanos     INTEGER NOT NULL DEFAULT 1000000000 CHECK (rate_nanos > 0),
    total_minor    INTEGER NOT NULL,
    base_minor     INTEGER NOT NULL,
    notes          TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
    recorded_at    INTEGER NOT NULL,
    batch_id       INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX sale_client ON sale (client_id, day);
CREATE INDEX sale_day ON sale (day, id);
CREATE INDEX sale_number ON sale (number) WHERE number <> '';
CREATE INDEX sale_salesperson ON sale (salesperson_id, day) WHERE salesperson_id IS NOT NULL;
CREATE INDEX sale_contact ON sale (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX sale_batch ON sale (batch_id) WHERE batch_id IS NOT NULL;

-- Clustered by client and day: a re-rating reads the lines in key order, one client's lines are one range.
CREATE TABLE sale_line (
    client_id      INTEGER NOT NULL REFERENCES client (id),
    day            INTEGER NOT NULL,
    sale_id        INTEGER NOT NULL REFERENCES sale (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    product_id     INTEGER REFERENCES product (id),
    description    TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 300),
    quantity_milli INTEGER NOT NULL,
    price_micros   INTEGER NOT NULL,
    discount_bp    INTEGER NOT NULL DEFAULT 0 CHECK (discount_bp BETWEEN 0 AND 10000),
    amount_minor   INTEGER NOT NULL,
    base_minor     INTEGER NOT NULL,
    PRIMARY KEY (client_id, day, sale_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_line_product ON sale_line (product_id, day, client_id);
CREATE INDEX sale_line_sale ON sale_line (sale_id);

-- What happened -----------------------------------------------------------------------------------------------------

CREATE TABLE interaction (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rev            INTEGER NOT NULL DEFAULT 1,
    client_id      INTEGER NOT NULL REFERENCES client (id),
    contact_id     INTEGER REFERENCES contact (id),
    salesperson_id INTEGER REFERENCES salesperson (id),
    kind           TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'email', 'message', 'meeting', 'note', 'survey')),
    direction      TEXT NOT NULL DEFAULT 'out' CHECK (direction IN ('out', 'in')),
    day            INTEGER NOT NULL,
    minutes        INTEGER CHECK (minutes BETWEEN 0 AND 100000),
    outcome        TEXT CHECK (outcome IN ('good', 'ok', 'bad', 'no_answer')),
    text           TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 100000),
    recorded_at    INTEGER NOT NULL,
    batch_id       INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX interaction_client ON interaction (client_id, day, kind);
CREATE INDEX interaction_day ON interaction (day, id);
CREATE INDEX interaction_contact ON interaction (contact_id, day) WHERE contact_id IS NOT NULL;
CREATE INDEX interaction_salesperson ON interaction (salesperson_id, day) WHERE salesperson_id IS NOT NULL;

CREATE TABLE offer (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rev            INTEGER NOT NULL DEFAULT 1,
    client_id      INTEGER NOT NULL REFERENCES client (id),
    product_id     INTEGER NOT NULL REFERENCES product (id),
    salesperson_id INTEGER REFERENCES salesperson (id),
    interaction_id INTEGER REFERENCES interaction (id),
    day            INTEGER NOT NULL,
    answer         TEXT NOT NULL DEFAULT 'pending' CHECK (answer IN ('pending', 'interested', 'bought', 'rejected')),
    answered_day   INTEGER,
    reason         TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    batch_id       INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX offer_client ON offer (client_id, day);
CREATE INDEX offer_product ON offer (product_id, client_id);
CREATE INDEX offer_interaction ON offer (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX offer_salesperson ON offer (salesperson_id, day) WHERE salesperson_id IS NOT NULL;

CREATE TABLE survey (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    rev       INTEGER NOT NULL DEFAULT 1,
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    scale_min INTEGER NOT NULL DEFAULT 0,
    scale_max INTEGER NOT NULL DEFAULT 10,
    active    INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    CHECK (scale_min < scale_max)
) STRICT;
CREATE TABLE survey_answer (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rev            INTEGER NOT NULL DEFAULT 1,
    survey_id      INTEGER NOT NULL REFERENCES survey (id),
    client_id      INTEGER NOT NULL REFERENCES client (id),
    contact_id     INTEGER REFERENCES contact (id),
    interaction_id INTEGER REFERENCES interaction (id),
    sent_day       INTEGER NOT NULL,
    answered_day   INTEGER,
    score          INTEGER,
    comment        TEXT NOT NULL DEFAULT '' CHECK (length(comment) <= 10000),
    CHECK ((score IS NULL) OR (answered_day IS NOT NULL))
) STRICT;
CREATE INDEX survey_answer_client ON survey_answer (client_id, sent_day);
CREATE INDEX survey_answer_survey ON survey_answer (survey_id, client_id);
CREATE INDEX survey_answer_contact ON survey_answer (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX survey_answer_interaction ON survey_answer (interaction_id) WHERE interaction_id IS NOT NULL;

-- recurrence: '', 'weekly', 'monthly' or 'days:N'. The day a follow-up counts for is coalesce(snoozed_to, due_day).
CREATE TABLE follow_up (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rev            INTEGER NOT NULL DEFAULT 1,
    client_id      INTEGER NOT NULL REFERENCES client (id),
    contact_id     INTEGER REFERENCES contact (id),
    salesperson_id INTEGER REFERENCES salesperson (id),
    due_day        INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'email', 'message', 'offer', 'task')),
    title          TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 1000),
    recurrence     TEXT NOT NULL DEFAULT '' CHECK (recurrence IN ('', 'weekly', 'monthly') OR recurrence GLOB 'days:[1-9]*'),
    recurs_until   INTEGER,
    snoozed_to     INTEGER,
    snoozes        INTEGER NOT NULL DEFAULT 0 CHECK (snoozes >= 0),
    state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    closed_day     INTEGER,
    done_by        INTEGER REFERENCES interaction (id),
    created_day    INTEGER NOT NULL,
    batch_id       INTEGER REFERENCES batch (id),
    CHECK ((state = 'open') = (closed_day IS NULL))
) STRICT;
CREATE INDEX follow_up_client ON follow_up (client_id, state);
CREATE INDEX follow_up_open ON follow_up (coalesce(snoozed_to, due_day), id) WHERE state = 'open';
CREATE INDEX follow_up_done_by ON follow_up (done_by) WHERE done_by IS NOT NULL;
CREATE INDEX follow_up_contact ON follow_up (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX follow_up_salesperson ON follow_up (salesperson_id, state) WHERE salesperson_id IS NOT NULL;

-- Stars -------------------------------------------------------------------------------------------------------------

-- label and action are NULL while nobody changed them: the program then shows its own, in the reader's language.
CREATE TABLE star_policy (
    stars         INTEGER PRIMARY KEY CHECK (stars BETWEEN 0 AND 5),
    rev           INTEGER NOT NULL DEFAULT 1,
    label         TEXT CHECK (length(label) <= 100),
    action        TEXT CHECK (length(action) <= 1000),
    visit_days    INTEGER CHECK (visit_days BETWEEN 1 AND 3650),
    touch_days    INTEGER CHECK (touch_days BETWEEN 1 AND 3650),
    effort_weight INTEGER NOT NULL CHECK (effort_weight BETWEEN 0 AND 1000)
) STRICT;
INSERT INTO star_policy (stars, visit_days, touch_days, effort_weight) VALUES
    (5, 30, 14, 24), (4, 45, 21, 12), (3, 90, 45, 6), (2, 180, 90, 3), (1, 365, 120, 1), (0, NULL, 365, 0);

-- Immutable; half_n is where the upper half of star n begins.
CREATE TABLE calibration (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    day                 INTEGER NOT NULL,
    created_at          INTEGER NOT NULL,
    author              TEXT NOT NULL,
    source              TEXT NOT NULL CHECK (source IN ('computed', 'manual')),
    theta_2             INTEGER NOT NULL,
    theta_3             INTEGER NOT NULL,
    theta_4             INTEGER NOT NULL,
    theta_5             INTEGER NOT NULL,
    half_1              INTEGER NOT NULL,
    half_2              INTEGER NOT NULL,
    half_3              INTEGER NOT NULL,
    half_4              INTEGER NOT NULL,
    half_5              INTEGER NOT NULL,
    gap_prior_millidays INTEGER NOT NULL,
    buyers              INTEGER NOT NULL,
    parameters          TEXT NOT NULL,
    action_id           INTEGER NOT NULL REFERENCES action (id)
) STRICT;

-- Append-only: what was published, overrides and their ends, each with every number that explains it.
CREATE TABLE rating_event (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id       INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN ('computed', 'override', 'override_end')),
    as_of           INTEGER NOT NULL,
    published_at    INTEGER NOT NULL,
    calibration_id  INTEGER REFERENCES calibration (id),
    action_id       INTEGER NOT NULL REFERENCES action (id),
    stars           INTEGER CHECK (stars BETWEEN 0 AND 5),
    raw_stars       INTEGER CHECK (raw_stars BETWEEN 0 AND 5),
    level           INTEGER CHECK (level BETWEEN 0 AND 10),
    formula         INTEGER,
    rate_minor      INTEGER,
    activity_ppm    INTEGER CHECK (activity_ppm BETWEEN 0 AND 1000000),
    earned_minor    INTEGER,
    purchase_days   INTEGER,
    first_day       INTEGER,
    last_day        INTEGER,
    gap_millidays   INTEGER,
    overdue_milli   INTEGER,
    traded          INTEGER CHECK (traded IN (0, 1)),
    potential_minor INTEGER,
    potential_on    INTEGER,
    confidence      INTEGER CHECK (confidence BETWEEN 0 AND 2),
    value_minor     INTEGER,
    author          TEXT NOT NULL DEFAULT '',
    reason          TEXT NOT NULL DEFAULT '',
    expires_on      INTEGER
) STRICT;
CREATE INDEX rating_event_client ON rating_event (client_id, id);
CREATE INDEX rating_event_calibration ON rating_event (calibration_id) WHERE calibration_id IS NOT NULL;
CREATE INDEX rating_event_action ON rating_event (action_id);

-- Derived, never typed: kept in the same transaction as what it is derived from and equal to computing it anew.
-- Narrow, so that re-rating a million clients writes little. published_* is the last computed rating_event's.
CREATE TABLE client_fact (
    client_id             INTEGER PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
    stars                 INTEGER CHECK (stars BETWEEN 0 AND 5),
    raw_stars             INTEGER CHECK (raw_stars BETWEEN 0 AND 5),
    level                 INTEGER CHECK (level BETWEEN 0 AND 10),
    formula               INTEGER,
    rated_day             INTEGER,
    rate_minor            INTEGER,
    activity_ppm          INTEGER,
    earned_minor          INTEGER,
    purchase_days         INTEGER NOT NULL DEFAULT 0,
    first_buy             INTEGER,
    last_buy              INTEGER,
    gap_millidays         INTEGER,
    overdue_milli         INTEGER,
    traded                INTEGER NOT NULL DEFAULT 0,
    potential_minor       INTEGER,
    potential_on          INTEGER,
    confidence            INTEGER,
    value_minor           INTEGER,
    published_stars       INTEGER,
    published_calibration INTEGER,
    sales_year            INTEGER NOT NULL DEFAULT 0,
    last_visit            INTEGER,
    last_touch            INTEGER,
    last_email            INTEGER,
    next_due              INTEGER
) STRICT;

-- Goals, views, fields of one's own ---------------------------------------------------------------------------------

CREATE TABLE goal (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rev            INTEGER NOT NULL DEFAULT 1,
    starts_day     INTEGER NOT NULL,
    ends_day       INTEGER NOT NULL,
    metric         TEXT NOT NULL CHECK (metric IN ('sales', 'visits', 'touches', 'coverage', 'new_clients', 'offers', 'won_back')),
    scope          TEXT NOT NULL DEFAULT 'company' CHECK (scope IN ('company', 'salesperson', 'family', 'stars')),
    salesperson_id INTEGER REFERENCES salesperson (id),
    family_id      INTEGER REFERENCES family (id),
    stars          INTEGER CHECK (stars BETWEEN 0 AND 5),
    target         INTEGER NOT NULL CHECK (target > 0),
    CHECK (starts_day <= ends_day),
    CHECK ((scope = 'salesperson') = (salesperson_id IS NOT NULL)),
    CHECK ((scope = 'family') = (family_id IS NOT NULL)),
    CHECK (scope <> 'stars' OR stars IS NOT NULL)
) STRICT;
CREATE INDEX goal_period ON goal (starts_day, ends_day);
CREATE INDEX goal_salesperson ON goal (salesperson_id) WHERE salesperson_id IS NOT NULL;
CREATE INDEX goal_family ON goal (family_id) WHERE family_id IS NOT NULL;

CREATE TABLE saved_view (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    rev      INTEGER NOT NULL DEFAULT 1,
    tab      TEXT NOT NULL,
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    filter   TEXT NOT NULL DEFAULT '' CHECK (length(filter) <= 10000),
    columns  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(columns)),
    sort     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sort)),
    hot_key  INTEGER CHECK (hot_key BETWEEN 1 AND 9),
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tab, name)
) STRICT;

CREATE TABLE custom_field (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    rev      INTEGER NOT NULL DEFAULT 1,
    entity   TEXT NOT NULL CHECK (entity IN ('client', 'contact', 'product', 'sale')),
    key      TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
    label    TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
    kind     TEXT NOT NULL CHECK (kind IN ('text', 'number', 'money', 'date', 'flag', 'choice')),
    choices  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (entity, key)
) STRICT;
-- text and choice in text_value; number in thousandths, money, date and flag in int_value.
CREATE TABLE custom_value (
    field_id   INTEGER NOT NULL REFERENCES custom_field (id) ON DELETE CASCADE,
    row_id     INTEGER NOT NULL,
    text_value TEXT CHECK (length(text_value) <= 10000),
    int_value  INTEGER,
    PRIMARY KEY (field_id, row_id),
    CHECK ((text_value IS NULL) <> (int_value IS NULL))
) STRICT, WITHOUT ROWID;

-- In and out --------------------------------------------------------------------------------------------------------

CREATE TABLE import_profile (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    header_key TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    mapping    TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT;
CREATE TABLE batch (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id   INTEGER NOT NULL REFERENCES action (id),
    file_name   TEXT NOT NULL,
    file_hash   TEXT NOT NULL,
    profile_id  INTEGER REFERENCES import_profile (id),
    mapping     TEXT NOT NULL CHECK (json_valid(mapping)),
    counts      TEXT NOT NULL CHECK (json_valid(counts)),
    imported_at INTEGER NOT NULL,
    undone_at   INTEGER
) STRICT;
CREATE INDEX batch_action ON batch (action_id);

-- The journal: audit trail and undo. One user action is one row of action and its changes; before and after are the
-- row as JSON, NULL where there was none; of a row that was changed, only the columns that differ. row_key is the primary key as a JSON array.
CREATE TABLE action (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid      BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    at        INTEGER NOT NULL,
    who       TEXT NOT NULL,
    verb      TEXT NOT NULL,
    subject   TEXT NOT NULL DEFAULT '',
    client_id INTEGER,
    undoes    INTEGER REFERENCES action (id),
    undone_by INTEGER REFERENCES action (id)
) STRICT;
CREATE INDEX action_client ON action (client_id) WHERE client_id IS NOT NULL;
CREATE TABLE change (
    action_id  INTEGER NOT NULL REFERENCES action (id),
    position   INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    before     TEXT CHECK (json_valid(before)),
    after      TEXT CHECK (json_valid(after)),
    PRIMARY KEY (action_id, position),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Half-typed forms, kept outside the journal: they are nobody's action yet.
CREATE TABLE draft (
    form   TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    fields TEXT NOT NULL CHECK (length(fields) <= 1000000),
    at     INTEGER NOT NULL,
    PRIMARY KEY (form, row_id)
) STRICT, WITHOUT ROWID;
