INSERT INTO evidence (row, document, first, last, grade, quote, note, roster, added_in)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
