INSERT INTO evidence (claim, document, first, last, grade, quote, note, roster, added_in, retracted_in)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 9223372036854775807)
