-- The language somebody reads, and his nickname in the form in which it is looked for.
ALTER TABLE account ADD COLUMN language VARCHAR(35);
ALTER TABLE account ADD COLUMN nickname_folded VARCHAR(64) NOT NULL DEFAULT '';
UPDATE account SET nickname_folded = LOWER(nickname);
-- Search by the beginning of a nickname reads a page of this and nothing else's.
ALTER TABLE account ADD KEY account_nickname (findable, nickname_folded, id);
