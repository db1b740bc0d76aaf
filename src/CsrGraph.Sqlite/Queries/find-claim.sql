-- The latest row of a claim.
SELECT number, row, retracted_in IS NULL, added_in FROM claim WHERE id = ?1 ORDER BY added_in DESC LIMIT 1
