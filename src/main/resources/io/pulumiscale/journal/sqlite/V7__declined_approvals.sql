-- A person's no to a resize that waited for a word.
ALTER TABLE approvals ADD COLUMN declined_by TEXT;
ALTER TABLE approvals ADD COLUMN declined_for TEXT;
ALTER TABLE approvals ADD COLUMN declined_at TEXT;
