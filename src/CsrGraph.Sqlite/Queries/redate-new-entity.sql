-- A row that this change-set opened itself needs no second one.
UPDATE entity SET first_day = ?2, last_day = ?3, date = ?4 WHERE row = ?1
