-- SPDX-License-Identifier: GPL-3.0-or-later
-- The life of documents and of the model: decisions with clauses and chain, consultation, organisation over time, checks and waivers.

-- Organisation -------------------------------------------------------------------------------

ALTER TABLE unit ADD COLUMN ownership_share REAL CHECK (ownership_share BETWEEN 0 AND 100);   -- percent, of companies and federations
ALTER TABLE unit ADD COLUMN host TEXT;                                                        -- joint committee: the municipality that hosts it
ALTER TABLE unit ADD COLUMN partners TEXT;                                                    -- joint committee, federation: the others

-- What became of a unit: renamed, merged into, split into, taken over by.
CREATE TABLE unit_succession (
  id TEXT PRIMARY KEY NOT NULL,
  predecessor_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  successor_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  on_date TEXT,
  note TEXT,
  CHECK (predecessor_id <> successor_id),
  UNIQUE (predecessor_id, successor_id)
) STRICT;
CREATE INDEX unit_succession_successor ON unit_succession (successor_id);

-- Documents ----------------------------------------------------------------------------------

ALTER TABLE document ADD COLUMN is_joint INTEGER NOT NULL DEFAULT 0 CHECK (is_joint IN (0, 1));  -- decided together with others
ALTER TABLE document ADD COLUMN partners TEXT;
ALTER TABLE document ADD COLUMN published_on TEXT;
ALTER TABLE document ADD COLUMN interim_until TEXT;                                              -- applies for the time being, until this
ALTER TABLE document ADD COLUMN revoked_on TEXT;

-- Where the minutes say it: who revoked a document, by which §.
ALTER TABLE document_event ADD COLUMN section_no TEXT;
ALTER TABLE document_event ADD COLUMN registration_no TEXT;

-- One review of a document: when it was to be done, when it was, and what came of it.
CREATE TABLE document_review (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('fit', 'change', 'revoke')),
  note TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_review_document ON document_review (document_id);

-- When a document in force is to be reviewed next: counted_on from its last review, else its decision, with the months that its card says;
-- due_on the day that somebody has chosen instead, if there is one. The only place where this is reckoned. A month that is too short for the
-- day ends before it. What a review said is to be revoked isn't reviewed once more, unless somebody chooses a day.
CREATE VIEW document_review_due AS
SELECT document_id, reviewed_on, result, counted_on, coalesce (follow_up_on, counted_on) AS due_on FROM (
  SELECT d.id AS document_id, d.follow_up_on, r.on_date AS reviewed_on, r.result,
    CASE WHEN r.result IS NOT 'revoke' THEN min (date (coalesce (r.on_date, d.decided_on), '+' || d.follow_up_months || ' months'),
      date (coalesce (r.on_date, d.decided_on), 'start of month', '+' || (d.follow_up_months + 1) || ' months', '-1 day')) END AS counted_on
  FROM document AS d LEFT JOIN document_review AS r ON r.id = (SELECT l.id FROM document_review AS l WHERE l.document_id = d.id
    ORDER BY l.on_date DESC, l.position DESC, l.id LIMIT 1)
  WHERE d.status IN ('decided', 'published'));

-- Remiss: whom a draft was sent to, and what they answered.
CREATE TABLE consultation_answer (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  unit_id TEXT REFERENCES unit (id) ON DELETE CASCADE,
  name TEXT,                                            -- someone outside the organisation
  sent_on TEXT,
  due_on TEXT,
  answered_on TEXT,
  stance TEXT CHECK (stance IN ('supports', 'partly', 'objects', 'none')),
  text TEXT,
  taken_up TEXT,                                        -- what became of the answer
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (document_id, unit_id)
) STRICT;
CREATE INDEX consultation_answer_unit ON consultation_answer (unit_id);

-- Which criterion of the version or year before it goes on from, as goals say it: what is said of the one follows to the other. Copies made before
-- this was said are told by label and kind, where no other criterion of the goal has the same.
ALTER TABLE criterion ADD COLUMN recurs_from_id TEXT REFERENCES criterion (id) ON DELETE SET NULL;
CREATE INDEX criterion_recurs_from ON criterion (recurs_from_id);
UPDATE criterion SET recurs_from_id = (
  SELECT o.id FROM goal AS g JOIN criterion AS o ON o.goal_id = g.recurs_from_id AND o.label = criterion.label AND o.kind = criterion.kind
  WHERE g.id = criterion.goal_id)
WHERE 1 = (SELECT count (*) FROM goal AS g JOIN criterion AS o ON o.goal_id = g.recurs_from_id AND o.label = criterion.label
    AND o.kind = criterion.kind WHERE g.id = criterion.goal_id)
  AND 1 = (SELECT count (*) FROM criterion AS t WHERE t.goal_id = criterion.goal_id AND t.label = criterion.label AND t.kind = criterion.kind);

-- Målvärde of a year, for goals that hold several years; the criterion's own target_value is that of a document of one year.
CREATE TABLE criterion_target (
  id TEXT PRIMARY KEY NOT NULL,
  criterion_id TEXT NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  value REAL,
  text TEXT,
  UNIQUE (criterion_id, year)
) STRICT;

-- As before, but a question for one year looks at that year's documents only (the year is among what is partitioned by), each report's decision
-- and proposal are one row from the start, and a reason for no measure says something: a dash is none.
DROP VIEW goal_judgement;
CREATE VIEW goal_judgement AS
SELECT goal_id, year, document_id, stage, grade, trend, is_final, analysis, reason, no_measure_reason FROM (
  SELECT a.goal_id, d.year, a.document_id,
    CASE WHEN a.stage = 'decision' AND a.grade IS NOT NULL THEN 'decision' ELSE 'proposal' END AS stage,
    coalesce (a.grade, p.grade) AS grade, coalesce (a.trend, p.trend) AS trend, a.is_final,
    coalesce (a.analysis, p.analysis) AS analysis, coalesce (a.reason, p.reason) AS reason,
    nullif (max (CASE WHEN a.no_measure_reason GLOB '*[0-9A-Za-zÅÄÖåäö]*' THEN a.no_measure_reason ELSE '' END,
      CASE WHEN p.no_measure_reason GLOB '*[0-9A-Za-zÅÄÖåäö]*' THEN p.no_measure_reason ELSE '' END), '') AS no_measure_reason,
    row_number () OVER (PARTITION BY a.goal_id, d.year
      ORDER BY coalesce (a.grade, p.grade) IS NULL, max (a.is_final, coalesce (p.is_final, 0)) DESC, d.created_at DESC, d.id) AS place
  FROM standing_document AS d CROSS JOIN assessment AS a ON a.document_id = d.id
    LEFT JOIN assessment AS p ON a.stage = 'decision' AND p.goal_id = a.goal_id AND p.document_id = a.document_id AND p.stage = 'proposal'
  WHERE a.stage = 'decision' OR (a.stage = 'proposal' AND NOT EXISTS (SELECT 1 FROM assessment AS o
    WHERE o.goal_id = a.goal_id AND o.document_id = a.document_id AND o.stage = 'decision')))
WHERE place = 1;

-- Parts of documents are read in their order, which is that of an index then: nothing is sorted. What a criterion says is counted for every goal.
DROP INDEX document_event_document;
CREATE INDEX document_event_document ON document_event (document_id, on_date, position);
DROP INDEX document_row_document;
CREATE INDEX document_row_document ON document_row (document_id, section, position);
DROP INDEX criterion_goal;
CREATE INDEX criterion_goal ON criterion (goal_id, position);
CREATE INDEX criterion_said ON criterion (goal_id) WHERE text <> '';
DROP INDEX activity_document;
CREATE INDEX activity_document ON activity (document_id, position);
DROP INDEX measure_document;
CREATE INDEX measure_document ON measure (document_id, position);

-- Decisions ----------------------------------------------------------------------------------

-- A decision with its way through the bodies and its clauses (att-satser). A document that was decided on its own needs none: its card says it.
CREATE TABLE decision (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT REFERENCES document (id) ON DELETE SET NULL,   -- the proposal: tjänsteutlåtande, or the document itself
  title TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'decided', 'rejected', 'postponed')),
  body TEXT,                                            -- body type that decides
  unit_id TEXT REFERENCES unit (id),                    -- which one of them
  on_date TEXT,
  section_no TEXT,
  registration_no TEXT,
  larger_change TEXT CHECK (larger_change IN ('yes', 'no')),
  note TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX decision_document ON decision (document_id);
CREATE INDEX decision_unit ON decision (unit_id);
CREATE INDEX decision_date ON decision (on_date);

-- A step on the way: who handled the matter, when, and what they proposed or decided.
CREATE TABLE decision_step (
  id TEXT PRIMARY KEY NOT NULL,
  decision_id TEXT NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  body TEXT,                                            -- body type
  unit_id TEXT REFERENCES unit (id),
  on_date TEXT,
  section_no TEXT,
  outcome TEXT CHECK (outcome IN ('prepares', 'proposes', 'decides', 'returns', 'informed')),
  note TEXT
) STRICT;
CREATE INDEX decision_step_decision ON decision_step (decision_id, position);
CREATE INDEX decision_step_unit ON decision_step (unit_id);

-- An att-sats. What it does is done to the document it names when the decision is made.
CREATE TABLE decision_clause (
  id TEXT PRIMARY KEY NOT NULL,
  decision_id TEXT NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'other'                    -- '': not said yet
    CHECK (kind IN ('adopt', 'revoke', 'commission', 'interim', 'other', '')),
  text TEXT NOT NULL DEFAULT '',
  document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
  valid_from TEXT,
  until TEXT,                                           -- interim: the decision or the day that ends it
  assignee_id TEXT REFERENCES unit (id),                -- commission
  due_on TEXT,
  postponed_to TEXT,
  postponed_reason TEXT,
  done_on TEXT,                                         -- verkställd
  reported_on TEXT,                                     -- återredovisad
  reported_section_no TEXT,
  struck_reason TEXT,                                   -- no longer to be done, and why
  result TEXT
) STRICT;
CREATE INDEX decision_clause_decision ON decision_clause (decision_id, position);
CREATE INDEX decision_clause_document ON decision_clause (document_id);
CREATE INDEX decision_clause_assignee ON decision_clause (assignee_id);

CREATE TABLE decision_recipient (
  id TEXT PRIMARY KEY NOT NULL,
  decision_id TEXT NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  unit_id TEXT REFERENCES unit (id) ON DELETE CASCADE,
  name TEXT,                                            -- someone outside the organisation
  sent_on TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX decision_recipient_decision ON decision_recipient (decision_id);
CREATE INDEX decision_recipient_unit ON decision_recipient (unit_id);

-- Every decision once: those of the register, and those that only a document's card says.
CREATE VIEW decision_list AS
SELECT 'decision' AS ref_kind, c.id AS ref_id, c.title, c.status, c.body, c.unit_id, c.on_date, c.section_no, c.registration_no, c.document_id,
  (SELECT count (*) FROM decision_clause AS l WHERE l.decision_id = c.id) AS n_clauses
FROM decision AS c
UNION ALL
SELECT 'document', d.id, d.title, 'decided', d.decided_by, d.decided_unit_id, d.decided_on, d.section_no, d.registration_no, d.id, 0
FROM document AS d
WHERE d.decided_on IS NOT NULL AND d.status NOT IN ('draft', 'prepared', 'consultation')
  AND NOT EXISTS (SELECT 1 FROM decision_clause AS l JOIN decision AS c ON c.id = l.decision_id
    WHERE l.document_id = d.id AND l.kind IN ('adopt', 'interim') AND c.status = 'decided');

-- Checks -------------------------------------------------------------------------------------

-- A decided exception from a rule of a model, for one object ('' = wherever it is found) and one year (NULL = every year; of a period, its first).
-- It follows to another model only when that model's rule of the same number asks for the same.
CREATE TABLE waiver (
  id TEXT PRIMARY KEY NOT NULL,
  model_id TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  rule_id TEXT NOT NULL,
  object_kind TEXT NOT NULL DEFAULT '',
  object_id TEXT NOT NULL DEFAULT '',
  year INTEGER,
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_by TEXT,
  decided_on TEXT,
  section_no TEXT,
  valid_to TEXT
) STRICT;
CREATE UNIQUE INDEX waiver_object ON waiver (model_id, rule_id, object_kind, object_id, coalesce (year, 0));

-- A check that was kept, with what it found, so that the next can be compared with it.
CREATE TABLE check_run (
  id TEXT PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  model_id TEXT NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  n_open INTEGER NOT NULL,
  n_waived INTEGER NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX check_run_model ON check_run (model_id);

CREATE TABLE check_finding (
  id TEXT PRIMARY KEY NOT NULL,
  run_id TEXT NOT NULL REFERENCES check_run (id) ON DELETE CASCADE,
  rule_id TEXT NOT NULL,
  severity TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  year INTEGER,                                         -- that is wrong, or the first of a period; NULL: the object itself is
  text TEXT NOT NULL,
  is_waived INTEGER NOT NULL DEFAULT 0 CHECK (is_waived IN (0, 1))
) STRICT;
CREATE INDEX check_finding_run ON check_finding (run_id);

-- Search -------------------------------------------------------------------------------------

-- A value that names a unit or a document is an id, which nobody seeks. New ids are UUIDs, so that is told by their form; older ones by being there.
DROP TRIGGER search_value_insert;
DROP TRIGGER search_value_update;
CREATE TRIGGER search_value_insert AFTER INSERT ON document_value BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body)
    VALUES ('value', new.document_id || '/' || new.owner_id || '/' || new.field, new.document_id, '',
      CASE WHEN (length (new.value) = 36 AND new.value GLOB '*-*-*-*-*' AND new.value NOT GLOB '*[^0-9a-f-]*')
          OR EXISTS (SELECT 1 FROM unit WHERE id = new.value) OR EXISTS (SELECT 1 FROM document WHERE id = new.value)
        THEN '' ELSE new.value END);
END;
CREATE TRIGGER search_value_update AFTER UPDATE OF value ON document_value BEGIN
  UPDATE search_entry SET body =
      CASE WHEN (length (new.value) = 36 AND new.value GLOB '*-*-*-*-*' AND new.value NOT GLOB '*[^0-9a-f-]*')
          OR EXISTS (SELECT 1 FROM unit WHERE id = new.value) OR EXISTS (SELECT 1 FROM document WHERE id = new.value)
        THEN '' ELSE new.value END
    WHERE kind = 'value' AND ref = new.document_id || '/' || new.owner_id || '/' || new.field;
END;
UPDATE search_entry SET body = '' WHERE kind = 'value'
  AND ((length (body) = 36 AND body GLOB '*-*-*-*-*' AND body NOT GLOB '*[^0-9a-f-]*')
    OR EXISTS (SELECT 1 FROM unit WHERE id = body) OR EXISTS (SELECT 1 FROM document WHERE id = body));

CREATE TRIGGER search_decision_insert AFTER INSERT ON decision BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body) VALUES ('decision', new.id, new.document_id, new.title, coalesce (new.registration_no, ''));
END;
CREATE TRIGGER search_decision_update AFTER UPDATE OF title, registration_no, document_id ON decision BEGIN
  UPDATE search_entry SET document_id = new.document_id, title = new.title, body = coalesce (new.registration_no, '') WHERE kind = 'decision' AND ref = new.id;
END;
CREATE TRIGGER search_decision_delete AFTER DELETE ON decision BEGIN
  DELETE FROM search_entry WHERE kind = 'decision' AND ref = old.id;
END;
CREATE TRIGGER search_clause_insert AFTER INSERT ON decision_clause BEGIN
  INSERT INTO search_entry (kind, ref, document_id, title, body)
    VALUES ('clause', new.id, new.document_id, new.text, coalesce (new.result, ''));
END;
CREATE TRIGGER search_clause_update AFTER UPDATE OF text, result, document_id ON decision_clause BEGIN
  UPDATE search_entry SET document_id = new.document_id, title = new.text, body = coalesce (new.result, '') WHERE kind = 'clause' AND ref = new.id;
END;
CREATE TRIGGER search_clause_delete AFTER DELETE ON decision_clause BEGIN
  DELETE FROM search_entry WHERE kind = 'clause' AND ref = old.id;
END;
