-- A row that this change-set opened itself needs no second one.
UPDATE claim SET day = ?2, until = ?3, rank = ?4 WHERE row = ?1
