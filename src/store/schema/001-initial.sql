-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. STRICT tables with text primary keys (records travel between users), an index for every foreign key.
-- Every table that a user's change may touch is recorded by the journal; journal, search_entry and search are not.

CREATE TABLE municipality (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  code TEXT,
  is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
  first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2200),
  money_unit TEXT NOT NULL DEFAULT 'tkr' CHECK (money_unit IN ('kr', 'tkr', 'mnkr'))
) STRICT;

CREATE TABLE model (
  id TEXT PRIMARY KEY NOT NULL,
  package_id TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'decided', 'interim', 'superseded')),
  valid_from TEXT,
  valid_to TEXT,
  body TEXT NOT NULL          -- the package's scalars
) STRICT;

CREATE TABLE model_element (
  id TEXT PRIMARY KEY NOT NULL,                         -- model/kind/element, with #2 … where an element has no name of its own
  model_id TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                                   -- the package's list: blocks, documentTypes …
  element_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX model_element_model ON model_element (model_id, kind, position);

CREATE TABLE unit (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT,
  parent_id TEXT REFERENCES unit (id),
  valid_from TEXT,
  valid_to TEXT,
  inside_model INTEGER NOT NULL DEFAULT 1 CHECK (inside_model IN (0, 1)),
  note TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE unit_service (
  id TEXT PRIMARY KEY NOT NULL,
  committee_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  department_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  valid_from TEXT,
  valid_to TEXT,
  UNIQUE (committee_id, department_id, valid_from)
) STRICT;
CREATE INDEX unit_service_department ON unit_service (department_id);

CREATE TABLE document (
  id TEXT PRIMARY KEY NOT NULL,
  model_id TEXT NOT NULL REFERENCES model (id),
  type TEXT NOT NULL,
  unit_id TEXT REFERENCES unit (id),
  year INTEGER,
  title TEXT NOT NULL CHECK (title <> ''),
  designation TEXT,
  status TEXT NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'prepared', 'consultation', 'decided', 'published', 'superseded', 'revoked')),
  period_from TEXT,
  period_to TEXT,
  valid_from TEXT,
  valid_to TEXT,
  scope TEXT,
  is_political TEXT CHECK (is_political IN ('yes', 'no')),
  law_requires_council TEXT CHECK (law_requires_council IN ('yes', 'no')),
  applies_to TEXT,
  owner_id TEXT REFERENCES unit (id),
  responsible TEXT,
  prepared_by TEXT,
  start_decision TEXT,
  decided_by TEXT,
  decided_unit_id TEXT REFERENCES unit (id),
  decided_on TEXT,
  section_no TEXT,
  registration_no TEXT,
  informed_on TEXT,
  informed_section_no TEXT,
  replaces_id TEXT REFERENCES document (id) ON DELETE SET NULL,
  replaces TEXT,
  follow_up_months INTEGER CHECK (follow_up_months > 0),
  follow_up_on TEXT,
  follow_up_result TEXT,
  publication TEXT CHECK (publication IN ('external', 'intranet')),
  publication_reason TEXT,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  previous_version_id TEXT REFERENCES document (id) ON DELETE SET NULL,
  copied_from_id TEXT REFERENCES document (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  CHECK (period_to IS NULL OR period_from IS NULL OR period_to >= period_from)
) STRICT;
CREATE INDEX document_model ON document (model_id);
CREATE INDEX document_type ON document (type, year, unit_id);
CREATE INDEX document_unit ON document (unit_id, year);
CREATE INDEX document_owner ON document (owner_id);
CREATE INDEX document_decided_unit ON document (decided_unit_id);
CREATE INDEX document_replaces ON document (replaces_id);
CREATE INDEX document_previous_version ON document (previous_version_id);
CREATE INDEX document_copied_from ON document (copied_from_id);

CREATE TABLE document_event (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  on_date TEXT NOT NULL,
  body TEXT,
  note TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_event_document ON document_event (document_id);

CREATE TABLE document_row (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_row_document ON document_row (document_id);

-- Field values as canonical text: ISO dates, decimal point, "true". The owner is the document or one of its rows, goals …
CREATE TABLE document_value (
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL,
  field TEXT NOT NULL,                                  -- "section.field"; in a row just "field"
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (document_id, owner_id, field)
) STRICT;

CREATE TABLE goal (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  parent_id TEXT REFERENCES goal (id) ON DELETE CASCADE,
  label TEXT,
  text TEXT NOT NULL DEFAULT '',
  motivation TEXT,
  own_reason TEXT,                                      -- why the goal serves no goal above
  position INTEGER NOT NULL DEFAULT 0,
  recurs_from_id TEXT REFERENCES goal (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX goal_document ON goal (document_id);
CREATE INDEX goal_parent ON goal (parent_id);
CREATE INDEX goal_recurs_from ON goal (recurs_from_id);

CREATE TABLE goal_link (
  id TEXT PRIMARY KEY NOT NULL,
  goal_id TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  target_id TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'direct' CHECK (kind IN ('direct', 'indirect')),
  motivation TEXT,
  UNIQUE (goal_id, target_id)
) STRICT;
CREATE INDEX goal_link_target ON goal_link (target_id);

CREATE TABLE criterion (
  id TEXT PRIMARY KEY NOT NULL,
  goal_id TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  label TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'number', 'event')),
  text TEXT NOT NULL DEFAULT '',
  unit TEXT,
  direction TEXT NOT NULL DEFAULT 'higher'
    CHECK (direction IN ('higher', 'lower', 'equal', 'interval', 'increase', 'decrease', 'rank', 'none')),
  baseline REAL,
  target_value REAL,
  target_text TEXT,
  period_target REAL,
  due_on TEXT,
  source TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX criterion_goal ON criterion (goal_id);

CREATE TABLE criterion_outcome (
  id TEXT PRIMARY KEY NOT NULL,
  criterion_id TEXT NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  value REAL,
  happened_on TEXT,
  is_met TEXT CHECK (is_met IN ('yes', 'partly', 'no', 'unknown')),
  note TEXT,
  UNIQUE (criterion_id, document_id)
) STRICT;
CREATE INDEX criterion_outcome_document ON criterion_outcome (document_id);

CREATE TABLE assessment (
  id TEXT PRIMARY KEY NOT NULL,
  goal_id TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('proposal', 'decision', 'board')),
  grade TEXT,
  trend TEXT CHECK (trend IN ('unknown', 'improved', 'unchanged', 'worsened')),
  is_final INTEGER NOT NULL DEFAULT 1 CHECK (is_final IN (0, 1)),
  analysis TEXT,
  reason TEXT,                                          -- why it differs, or why it can't be assessed
  no_measure_reason TEXT,
  assessed_on TEXT,
  UNIQUE (goal_id, document_id, stage)
) STRICT;
CREATE INDEX assessment_document ON assessment (document_id);

-- The documents that count: not those that were replaced or revoked, and not a new version that is still being written, for until it is decided
-- the version before it is the one that applies.
CREATE VIEW standing_document AS
SELECT * FROM document AS d
WHERE d.status NOT IN ('superseded', 'revoked')
  AND NOT (d.status IN ('draft', 'prepared', 'consultation')
    AND EXISTS (SELECT 1 FROM document AS p WHERE p.id = d.previous_version_id AND p.status IN ('decided', 'published')));

-- What counts as the judgement of a goal in a year: per report, each part of the committee's decision where it has one, else the proposal's; of
-- several reports in a year the final one before a forecast, then the newest. Views, lists and the workbook all read it from here.
CREATE VIEW goal_judgement AS
SELECT goal_id, year, document_id, stage, grade, trend, is_final, analysis, reason, no_measure_reason FROM (
  SELECT a.goal_id, d.year, a.document_id,
    CASE WHEN max (CASE a.stage WHEN 'decision' THEN a.grade END) IS NOT NULL THEN 'decision' ELSE 'proposal' END AS stage,
    coalesce (max (CASE a.stage WHEN 'decision' THEN a.grade END), max (CASE a.stage WHEN 'proposal' THEN a.grade END)) AS grade,
    coalesce (max (CASE a.stage WHEN 'decision' THEN a.trend END), max (CASE a.stage WHEN 'proposal' THEN a.trend END)) AS trend,
    coalesce (max (CASE a.stage WHEN 'decision' THEN a.is_final END), max (CASE a.stage WHEN 'proposal' THEN a.is_final END)) AS is_final,
    coalesce (max (CASE a.stage WHEN 'decision' THEN a.analysis END), max (CASE a.stage WHEN 'proposal' THEN a.analysis END)) AS analysis,
    coalesce (max (CASE a.stage WHEN 'decision' THEN a.reason END), max (CASE a.stage WHEN 'proposal' THEN a.reason END)) AS reason,
    max (a.no_measure_reason) AS no_measure_reason,
    row_number () OVER (PARTITION BY a.goal_id, d.year ORDER BY max (a.grade IS NOT NULL) DESC, max (a.is_final) DESC, d.created_at DESC, d.id)
      AS place
  FROM assessment AS a JOIN standing_document AS d ON d.id = a.document_id
  WHERE a.stage <> 'board'
  GROUP BY a.goal_id, a.document_id)
WHERE place = 1;

CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  responsible TEXT,
  starts_on TEXT,
  due_on TEXT,
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'ongoing', 'done', 'stopped')),
  result TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX activity_document ON activity (document_id);
CREATE INDEX activity_goal ON activity (goal_id);

CREATE TABLE measure (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
  cause TEXT,
  text TEXT NOT NULL DEFAULT '',
  responsible TEXT,
  due_on TEXT,
  effect_year INTEGER,                                  -- kronor, this year
  effect_full INTEGER,                                  -- kronor, full year
  effect_text TEXT,
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'ongoing', 'done', 'stopped')),
  next_plan_goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
  next_plan_text TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX measure_document ON measure (document_id);
CREATE INDEX measure_goal ON measure (goal_id);
CREATE INDEX measure_next_plan_goal ON measure (next_plan_goal_id);

-- Feedback and economy belong to the document that says them, and what was decided stays as it was; unit and year are the document's.
CREATE TABLE feedback_total (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  area TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
  handled INTEGER CHECK (handled >= 0),
  led_to_change INTEGER CHECK (led_to_change >= 0),
  UNIQUE (document_id, type, area)                      -- the index of the foreign key too
) STRICT;

CREATE TABLE budget_line (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  area TEXT NOT NULL DEFAULT '',                        -- verksamhet
  income INTEGER,                                       -- kronor, plus
  cost INTEGER,                                         -- kronor, minus
  budget INTEGER,                                       -- net, kronor, minus = costs money
  forecast INTEGER,
  previous_income INTEGER,
  previous_cost INTEGER,
  comment TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (document_id, area)
) STRICT;

-- Which document says a unit's feedback or economy of a year, when several do (a draft beside the decided one, two reports of one year): a decided
-- one before a draft, of two decided the newest decision, since that is where the unit stands now, of two drafts the type that comes first in the
-- model. Lines without any figure of the year say nothing. Lists, sums and the workbook all read it from here.
CREATE VIEW unit_report AS
SELECT kind, unit_id, year, document_id FROM (
  SELECT said.kind, d.unit_id, d.year, d.id AS document_id,
    row_number () OVER (PARTITION BY said.kind, d.unit_id, d.year
      ORDER BY d.status IN ('decided', 'published') DESC, d.decided_on DESC,
        (SELECT e.position FROM model_element AS e WHERE e.model_id = d.model_id AND e.kind = 'documentTypes' AND e.element_id = d.type),
        d.version DESC, d.created_at DESC, d.id) AS place
  FROM (
    SELECT DISTINCT 'feedback' AS kind, document_id FROM feedback_total
    UNION ALL
    SELECT DISTINCT 'economy', document_id FROM budget_line WHERE coalesce (income, cost, budget, forecast) IS NOT NULL
  ) AS said JOIN standing_document AS d ON d.id = said.document_id
  WHERE d.unit_id IS NOT NULL AND d.year IS NOT NULL)
WHERE place = 1;

CREATE TABLE innovation (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT REFERENCES unit (id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'testing', 'implemented', 'not-implemented')),
  benefit TEXT,
  is_leap INTEGER NOT NULL DEFAULT 0 CHECK (is_leap IN (0, 1)),
  implemented_on TEXT
) STRICT;
CREATE INDEX innovation_unit ON innovation (unit_id, year);

-- The journal: what was done, when, under which name, and the changeset that undoes and redoes it.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'change', 'undo', 'redo')),
  target_id INTEGER REFERENCES journal (id),            -- undo, redo: the change meant
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'abandoned')),
  merge_key TEXT,
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX journal_target ON journal (target_id);
CREATE INDEX journal_state ON journal (kind, state, id);

-- Search: one entry a findable thing, kept by triggers, so undo keeps it too. (Triggers on an FTS table need trusted_schema, so it stays on;
-- the connection is DEFENSIVE instead.)
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  document_id TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, ref)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = 'search_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN
  INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN
  INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER search_entry_update AFTER UPDATE ON search_entry BEGIN
  INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;

CREATE TRIGGER search_document_insert AFTER INSERT ON document BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body)
    VALUES ('document', new.id, new.id, new.title, coalesce (new.registration_no, '') || ' ' || coalesce (new.designation, ''));
END;
CREATE TRIGGER search_document_update AFTER UPDATE OF title, registration_no, designation ON document BEGIN
  UPDATE search_entry SET title = new.title, body = coalesce (new.registration_no, '') || ' ' || coalesce (new.designation, '')
    WHERE kind = 'document' AND ref = new.id;
END;
CREATE TRIGGER search_document_delete AFTER DELETE ON document BEGIN
  DELETE FROM search_entry WHERE kind = 'document' AND ref = old.id;
END;

CREATE TRIGGER search_goal_insert AFTER INSERT ON goal BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body) VALUES ('goal', new.id, new.document_id, new.text, coalesce (new.motivation, ''));
END;
CREATE TRIGGER search_goal_update AFTER UPDATE OF text, motivation ON goal BEGIN
  UPDATE search_entry SET title = new.text, body = coalesce (new.motivation, '') WHERE kind = 'goal' AND ref = new.id;
END;
CREATE TRIGGER search_goal_delete AFTER DELETE ON goal BEGIN
  DELETE FROM search_entry WHERE kind = 'goal' AND ref = old.id;
END;

CREATE TRIGGER search_value_insert AFTER INSERT ON document_value BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body)
    VALUES ('value', new.document_id || '/' || new.owner_id || '/' || new.field, new.document_id, '', new.value);
END;
CREATE TRIGGER search_value_update AFTER UPDATE OF value ON document_value BEGIN
  UPDATE search_entry SET body = new.value WHERE kind = 'value' AND ref = new.document_id || '/' || new.owner_id || '/' || new.field;
END;
CREATE TRIGGER search_value_delete AFTER DELETE ON document_value BEGIN
  DELETE FROM search_entry WHERE kind = 'value' AND ref = old.document_id || '/' || old.owner_id || '/' || old.field;
END;

CREATE TRIGGER search_assessment_insert AFTER INSERT ON assessment BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body) VALUES ('assessment', new.id, new.document_id, '', coalesce (new.analysis, ''));
END;
CREATE TRIGGER search_assessment_update AFTER UPDATE OF analysis ON assessment BEGIN
  UPDATE search_entry SET body = coalesce (new.analysis, '') WHERE kind = 'assessment' AND ref = new.id;
END;
CREATE TRIGGER search_assessment_delete AFTER DELETE ON assessment BEGIN
  DELETE FROM search_entry WHERE kind = 'assessment' AND ref = old.id;
END;

CREATE TRIGGER search_measure_insert AFTER INSERT ON measure BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body) VALUES ('measure', new.id, new.document_id, new.text, coalesce (new.cause, ''));
END;
CREATE TRIGGER search_measure_update AFTER UPDATE OF text, cause ON measure BEGIN
  UPDATE search_entry SET title = new.text, body = coalesce (new.cause, '') WHERE kind = 'measure' AND ref = new.id;
END;
CREATE TRIGGER search_measure_delete AFTER DELETE ON measure BEGIN
  DELETE FROM search_entry WHERE kind = 'measure' AND ref = old.id;
END;

CREATE TRIGGER search_activity_insert AFTER INSERT ON activity BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body) VALUES ('activity', new.id, new.document_id, new.text, coalesce (new.result, ''));
END;
CREATE TRIGGER search_activity_update AFTER UPDATE OF text, result ON activity BEGIN
  UPDATE search_entry SET title = new.text, body = coalesce (new.result, '') WHERE kind = 'activity' AND ref = new.id;
END;
CREATE TRIGGER search_activity_delete AFTER DELETE ON activity BEGIN
  DELETE FROM search_entry WHERE kind = 'activity' AND ref = old.id;
END;
